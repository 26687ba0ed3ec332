import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { misworded } from '../../../kit/wordings/placeholders.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import { type Choice, ofShop, type Part, WORDINGS, type WordedMessage } from './queries.ts';
import { SendTest } from './send-test.tsx';
import { WordingField } from './wording-field.tsx';

type Drafts = Readonly<Record<Part, string>>;

/** The texts of one message, each shown as it would be sent. */
export function WordingForm({
  choice,
  of,
  mayPublish,
}: {
  choice: Choice;
  of: WordedMessage;
  mayPublish: boolean;
}) {
  const { t } = useConsoleWords();
  const [drafts, setDrafts] = useState<Drafts>(() => shownOf(of));
  const publishing = useIdempotentMutation(
    (body: ReturnType<typeof changesOf>, headers) =>
      answered(
        api.POST('/v1/staff/wordings', {
          headers,
          body: { kind: of.kind, locale: choice.locale, ...ofShop(choice.shop_id), texts: body },
        }),
      ),
    [WORDINGS],
  );
  const wrong = of.texts.map(({ part, standard }) => wrongOf(drafts[part], standard, of.variables));
  const changes = changesOf(of, drafts);
  const isChanged = Object.keys(changes).length > 0;
  const isWrong = wrong.some((each) => each !== undefined);
  return (
    <Stack gap="xl">
      {of.texts.map(({ part, standard }, at) => (
        <WordingField
          key={part}
          part={part}
          locale={choice.locale}
          value={drafts[part]}
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
          <SendTest kind={of.kind} locale={choice.locale} drafts={drafts} isWrong={isWrong} />
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
  const text = (part: Part) => {
    const found = texts.find((each) => each.part === part);
    return found?.wording ?? found?.standard ?? '';
  };
  return { sms: text('sms'), mail_subject: text('mail_subject'), mail_text: text('mail_text') };
}

/** What would be published: the standard text is the catalogue's, which a later version of the program may improve. */
function changesOf(of: WordedMessage, drafts: Drafts) {
  return Object.fromEntries(
    of.texts.flatMap(({ part, standard, wording, version: after }) => {
      const draft = drafts[part] === standard ? null : drafts[part];
      return draft === wording ? [] : [[part, { after, wording: draft }]];
    }),
  );
}
