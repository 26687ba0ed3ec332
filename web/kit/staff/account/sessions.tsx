import { Badge, Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Answer, ProblemNotice } from '../../notice.tsx';
import type { OwnSession, StaffApi, StaffRole } from '../staff-api.ts';
import { type Column, Rows } from '../table.tsx';
import { useStaffWords } from '../words.ts';
import { browserName } from './browser-name.ts';

const SESSIONS = ['own-sessions'];

/** Where somebody is logged in, and ending it. */
export function Sessions<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t, dateTime } = useStaffWords();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: () => staffApi.sessions() });
  const ending = useMutation({
    mutationFn: (sessionId: string | undefined) =>
      sessionId === undefined ? staffApi.endOtherSessions() : staffApi.endSession(sessionId),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: SESSIONS });
      notifications.show({ message: t('staff.session_ended') });
    },
  });
  const columns: Column<OwnSession>[] = [
    {
      head: t('staff.session_browser'),
      cell: ({ browser, is_current }) => (
        <Group gap="xs" component="span">
          {browserName(browser) ?? t('staff.session_program')}
          {is_current && (
            <Badge variant="light" color="gray" component="span">
              {t('staff.session_this')}
            </Badge>
          )}
        </Group>
      ),
    },
    { head: t('staff.session_address'), cell: ({ address }) => address },
    { head: t('staff.session_since'), cell: ({ created_at }) => dateTime(created_at) },
    { head: t('staff.session_seen'), cell: ({ last_seen_at }) => dateTime(last_seen_at) },
    {
      head: t('staff.session_end'),
      isNumber: true,
      cell: ({ session_id, is_current, browser, created_at }) =>
        !is_current && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('staff.session_end_of', {
              browser: browserName(browser) ?? t('staff.session_program'),
              since: created_at,
            })}
            onClick={() => ending.mutate(session_id)}
          >
            {t('staff.session_end')}
          </Button>
        ),
    },
  ];
  return (
    <Stack gap="sm">
      {ending.isError && <ProblemNotice thrown={ending.error} />}
      <Answer of={sessions} height={120}>
        {({ sessions: open }) => (
          <>
            <Rows
              rows={open}
              label={t('staff.sessions')}
              columns={columns}
              keyOf={({ session_id }) => session_id}
            />
            {open.length > 1 && (
              <Button
                variant="light"
                color="red"
                loading={ending.isPending}
                onClick={() => ending.mutate(undefined)}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('staff.session_end_others')}
              </Button>
            )}
          </>
        )}
      </Answer>
    </Stack>
  );
}
