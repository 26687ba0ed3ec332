import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../api/management.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { WithAction } from '../parts.tsx';
import { useWords } from '../words.ts';

const SESSIONS = ['sessions'] as const;
type Session =
  paths['/v1/members/me/sessions']['get']['responses'][200]['content']['application/json']['sessions'][number];

/** Where the member is logged in, and logging out there. */
export function Sessions() {
  const { t } = useWords();
  const sessions = useQuery({
    queryKey: SESSIONS,
    queryFn: () => answered(api.GET('/v1/members/me/sessions')),
  });
  const endAll = useIdempotentMutation(
    (_: undefined) => answered(api.DELETE('/v1/members/me/sessions')),
    [SESSIONS],
  );
  const told = { onSuccess: () => notifications.show({ message: t('me.session_ended') }) };
  return (
    <Answer of={sessions} height={80}>
      {({ sessions: open }) => (
        <Stack>
          {open.map((session) => (
            <SessionRow key={session.session_id} session={session} />
          ))}
          {endAll.isError && <ProblemNotice thrown={endAll.error} />}
          {open.length > 1 && (
            <Button
              variant="default"
              loading={endAll.isPending}
              onClick={() => endAll.mutate(undefined, told)}
            >
              {t('me.sessions_end_all')}
            </Button>
          )}
        </Stack>
      )}
    </Answer>
  );
}

const LINES = { web: 'me.session_web', phone: 'me.session_phone', terminal: 'me.session_terminal' } as const;

function SessionRow({ session }: { session: Session }) {
  const { t } = useWords();
  const { session_id, line, current, browser, area, created_at, last_used_at } = session;
  const end = useIdempotentMutation(
    (_: undefined) =>
      answered(api.DELETE('/v1/members/me/sessions/{session_id}', { params: { path: { session_id } } })),
    [SESSIONS],
  );
  const what = browser ?? t(LINES[line]);
  return (
    <>
      <WithAction
        action={
          !current && (
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('me.session_end_of', { what })}
              loading={end.isPending}
              onClick={() =>
                end.mutate(undefined, {
                  onSuccess: () => notifications.show({ message: t('me.session_ended') }),
                })
              }
            >
              {t('me.session_end')}
            </Button>
          )
        }
      >
        <Text>{current ? `${what} · ${t('me.session_here')}` : what}</Text>
        <Text fz="sm" c="dimmed">
          {t('me.session_when', { used_at: last_used_at, since_at: created_at })}
        </Text>
        {area !== undefined && (
          <Text fz="sm" c="dimmed">
            {t('me.session_area', { area })}
          </Text>
        )}
      </WithAction>
      {end.isError && <ProblemNotice thrown={end.error} />}
    </>
  );
}
