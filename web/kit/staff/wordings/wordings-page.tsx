import { Card, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../../../../kit/format/locale.ts';
import { Answer } from '../../notice.tsx';
import { useFilters } from '../list.ts';
import { StaffPage } from '../page.tsx';
import { useStaffWords } from '../words.ts';
import { WORDINGS, type WordedMessage, type WordingActs } from './message.ts';
import { WordingForm } from './wording-form.tsx';

/** How messages are worded, in each language, and words of one's own. */
export function WordingsPage<Message extends WordedMessage>({
  intro,
  readOnly,
  scope = '',
  chooseScope,
  read,
  nameOf,
  actsOf,
}: {
  intro: string;
  /** Why the reader can't change them, if so. */
  readOnly: string | undefined;
  /** For whom they are worded, where there is a choice, with a field to make it. */
  scope?: string;
  chooseScope?: ReactNode;
  read: (locale: Locale) => Promise<{ messages: Message[] }>;
  nameOf: (kind: Message['kind']) => string;
  actsOf: (message: Message, locale: Locale) => WordingActs;
}) {
  const { t, locale: readers } = useStaffWords();
  const { values, set } = useFilters(['locale', 'kind']);
  const locale = LOCALES.find((known) => known === values.locale) ?? readers;
  const wordings = useQuery({ queryKey: [...WORDINGS, scope, locale], queryFn: () => read(locale) });
  return (
    <StaffPage title={t('wordings.title')} intro={intro}>
      {readOnly !== undefined && <Text c="dimmed">{readOnly}</Text>}
      <Answer of={wordings} height={720}>
        {({ messages }) => {
          const chosen = messages.find(({ kind }) => kind === values.kind) ?? messages[0];
          return (
            <Stack gap="lg">
              <Group align="flex-end" gap="sm">
                <Select
                  label={t('wordings.locale')}
                  data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
                  value={locale}
                  allowDeselect={false}
                  onChange={(value) => set({ locale: value ?? undefined })}
                />
                {chooseScope}
                <Select
                  label={t('wordings.message')}
                  miw={{ base: '100%', sm: 320 }}
                  data={messages.map(({ kind, texts }) => ({
                    value: kind,
                    label: `${nameOf(kind)}${texts.some(({ wording }) => wording !== null) ? ` · ${t('wordings.own')}` : ''}`,
                  }))}
                  value={chosen?.kind ?? null}
                  allowDeselect={false}
                  searchable
                  onChange={(value) => set({ kind: value ?? undefined })}
                />
              </Group>
              {chosen !== undefined && (
                <Card withBorder padding="lg">
                  {/* Another message, or a newer version of its texts, begins a new form. */}
                  <WordingForm
                    key={[locale, scope, chosen.kind, ...chosen.texts.map(({ version }) => version)].join(
                      ' ',
                    )}
                    locale={locale}
                    of={chosen}
                    acts={actsOf(chosen, locale)}
                    mayPublish={readOnly === undefined}
                  />
                </Card>
              )}
            </Stack>
          );
        }}
      </Answer>
    </StaffPage>
  );
}
