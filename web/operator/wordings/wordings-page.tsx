import { Card, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LANGUAGE_NAMES, LOCALES } from '../../../kit/format/locale.ts';
import { Answer } from '../../kit/notice.tsx';
import { useFilters } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { readShops, SHOPS } from '../shops/queries.ts';
import { useCodes, useConsoleWords } from '../words.ts';
import { readWordings, WORDINGS } from './queries.ts';
import { WordingForm } from './wording-form.tsx';

/** How the news of a gift is worded, in each language, for all shops or for one. */
export function WordingsPage() {
  const { t, pick, locale: readers } = useConsoleWords();
  const codes = useCodes();
  const { may } = useStaff();
  const { values, set } = useFilters(['locale', 'shop', 'kind']);
  const choice = {
    locale: LOCALES.find((known) => known === values.locale) ?? readers,
    shop_id: values.shop ?? '',
  };
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  const wordings = useQuery({ queryKey: [...WORDINGS, choice], queryFn: () => readWordings(choice) });
  return (
    <StaffPage title={t('wordings.title')} intro={t('wordings.intro')}>
      {!may('operator') && <Text c="dimmed">{t('wordings.only_operators')}</Text>}
      <Answer of={wordings} height={720}>
        {({ messages }) => {
          const chosen = messages.find(({ kind }) => kind === values.kind) ?? messages[0];
          return (
            <Stack gap="lg">
              <Group align="flex-end" gap="sm">
                <Select
                  label={t('wordings.locale')}
                  data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
                  value={choice.locale}
                  allowDeselect={false}
                  onChange={(value) => set({ locale: value ?? undefined })}
                />
                <Select
                  label={t('wordings.shop')}
                  data={[
                    { value: '', label: t('wordings.all_shops') },
                    ...(shops.data?.shops ?? []).map(({ shop_id, name_ko, name_en }) => ({
                      value: shop_id,
                      label: pick(name_ko, name_en),
                    })),
                  ]}
                  value={choice.shop_id}
                  allowDeselect={false}
                  onChange={(value) => set({ shop: value === '' ? undefined : (value ?? undefined) })}
                />
                <Select
                  label={t('wordings.message')}
                  miw={{ base: '100%', sm: 320 }}
                  data={messages.map(({ kind, texts }) => ({
                    value: kind,
                    label: `${codes('message', kind) ?? kind}${texts.some(({ wording }) => wording !== null) ? ` · ${t('wordings.own')}` : ''}`,
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
                    key={[
                      choice.locale,
                      choice.shop_id,
                      chosen.kind,
                      ...chosen.texts.map(({ version }) => version),
                    ].join(' ')}
                    choice={choice}
                    of={chosen}
                    mayPublish={may('operator')}
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
