import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Locale } from '../../../../kit/format/locale.ts';
import { misworded } from '../../../../kit/wordings/placeholders.ts';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { ProblemNotice } from '../../notice.tsx';
import { useStaffWords } from '../words.ts';
import { type Changes, type Drafts, WORDINGS, type WordedMessage, type WordingActs } from './message.ts';
import { SendTest } from './send-test.tsx';
import { WordingField } from './wording-field.tsx';

/** The texts of one message, each shown as it would be sent. */
export function WordingForm({
  locale,
  of,
  acts,
  mayPublish,
}: {
  locale: Locale;
  of: WordedMessage;
  acts: WordingActs;
  mayPublish: boolean;
}) {
  const { t } = useStaffWords();
  const [drafts, setDrafts] = useState<Drafts>(() => shownOf(of));
  const publishing = useIdempotentMutation(acts.publish, [WORDINGS]);
  const wrong = of.texts.map(({ part, standard }) => wrongOf(drafts[part] ?? '', standard, of.variables));
  const changes = changesOf(of, drafts);
  const isChanged = Object.keys(changes).length > 0;
  const isWrong = wrong.some((each) => each !== undefined);
  return (
    <Stack gap="xl">
      {of.texts.map(({ part, standard }, at) => (
        <WordingField
          key={part}
          part={part}
          locale={locale}
          value={drafts[part] ?? ''}
          standard={standard}
          variables={of.variables}
          examples={of.examples}
          wrong={wrong[at]}
          readOnly={!mayPublish}
          onChange={(text) => setDrafts((before) => ({ ...before, [part]: text }))}
        />
      ))}
      {'sms' in changes && (
        <Alert color="gray" variant="light">
          {t('wordings.kakao')}
        </Alert>
      )}
      {publishing.isError && <ProblemNotice thrown={publishing.error} />}
      {mayPublish && (
        <>
          <Group>
            <Button
              loading={publishing.isPending}
              disabled={!isChanged || isWrong}
              onClick={() =>
                publishing.mutate(changes, {
                  onSuccess: () => notifications.show({ message: t('wordings.published') }),
                })
              }
            >
              {t('wordings.publish')}
            </Button>
            {!isChanged && (
              <Text size="sm" c="dimmed">
                {t('wordings.unchanged')}
              </Text>
            )}
          </Group>
          <SendTest drafts={drafts} isWrong={isWrong} send={acts.sendTest} />
        </>
      )}
    </Stack>
  );
}

function wrongOf(text: string, standard: string, variables: readonly string[]) {
  if (text.trim() === '') return { code: 'required' } as const;
  return misworded(text, standard, variables);
}

function shownOf({ texts }: WordedMessage): Drafts {
  return Object.fromEntries(texts.map(({ part, standard, wording }) => [part, wording ?? standard]));
}

/** What would be published: the standard text is the catalogue's, which a later version of the program may improve. */
function changesOf(of: WordedMessage, drafts: Drafts): Changes {
  return Object.fromEntries(
    of.texts.flatMap(({ part, standard, wording, version: after }) => {
      const draft = drafts[part] === standard ? null : drafts[part];
      return draft === wording ? [] : [[part, { after, wording: draft }]];
    }),
  );
}
