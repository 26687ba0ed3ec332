import { Anchor, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../api/management.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { WithAction } from '../parts.tsx';
import { useWords } from '../words.ts';

const CONSENTS = ['consents'] as const;
type Path = paths['/v1/members/me/consents'];
type Consent = Path['get']['responses'][200]['content']['application/json']['consents'][number];
type Given = Path['post']['requestBody']['content']['application/json'];

/** What the member agreed to, a newer version to agree to, and withdrawing marketing. */
export function Consents() {
  const consents = useQuery({
    queryKey: CONSENTS,
    queryFn: () => answered(api.GET('/v1/members/me/consents')),
  });
  return (
    <Answer of={consents} height={80}>
      {({ consents: all }) => (
        <Stack>
          {all.map((consent) => (
            <ConsentRow key={consent.document} consent={consent} />
          ))}
        </Stack>
      )}
    </Answer>
  );
}

function ConsentRow({ consent }: { consent: Consent }) {
  const { t, locale } = useWords();
  const { document, version, required, agreed, answered: before } = consent;
  const answer = useIdempotentMutation(
    (body: Given, headers) => answered(api.POST('/v1/members/me/consents', { body, headers })),
    [CONSENTS],
  );
  const say = (given: boolean) =>
    answer.mutate(
      { document, version, given },
      { onSuccess: () => notifications.show({ message: t('consents.saved') }) },
    );
  return (
    <Stack gap={4}>
      <WithAction
        action={
          <>
            {!agreed && (
              <Button
                size="xs"
                loading={answer.isPending}
                aria-label={`${t('consents.agree')}: ${t(`consents.name_${document}`)}`}
                onClick={() => say(true)}
              >
                {t('consents.agree')}
              </Button>
            )}
            {agreed && !required && (
              <Button
                size="xs"
                variant="default"
                loading={answer.isPending}
                aria-label={`${t('consents.withdraw')}: ${t(`consents.name_${document}`)}`}
                onClick={() => say(false)}
              >
                {t('consents.withdraw')}
              </Button>
            )}
          </>
        }
      >
        <Stack gap={2}>
          <Anchor href={`/${document}?lang=${locale}`} fw={500}>
            {t(`consents.name_${document}`)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {before === undefined
              ? t('consents.not_answered')
              : t(before.given ? 'consents.agreed_at' : 'consents.withdrawn_at', before)}
            {before?.given === true && !agreed && ` ${t('consents.newer')}`}
          </Text>
        </Stack>
      </WithAction>
      {answer.isError && <ProblemNotice thrown={answer.error} />}
    </Stack>
  );
}
