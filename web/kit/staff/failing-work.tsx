import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { Answer } from '../notice.tsx';
import { useProblemText } from '../problem.ts';
import { StaffPage } from './page.tsx';
import { useStaff } from './session.tsx';
import type { FailingWork, StaffApi, StaffRole } from './staff-api.ts';
import { type Column, Rows } from './table.tsx';
import { useStaffWords } from './words.ts';

const FAILING = 'failing-work';

/** What a server's jobs fail at, those they gave up first. */
export function FailedWork<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t, dateTime } = useStaffWords();
  const { may } = useStaff();
  const nameOf = useJobName();
  const failing = useQuery({ queryKey: [FAILING], queryFn: staffApi.failingWork });
  const columns: Column<FailingWork>[] = [
    { head: t('staff.failing_job'), cell: ({ job }) => nameOf(job) },
    { head: t('staff.failing_subject'), cell: ({ subject_id }) => <Text ff="monospace">{subject_id}</Text> },
    { head: t('staff.failing_problem'), cell: ({ problem }) => problem },
    { head: t('staff.failing_since'), cell: ({ first_failed_at }) => dateTime(first_failed_at) },
    { head: t('staff.failing_attempts'), isNumber: true, cell: ({ failures }) => failures },
    {
      head: t('staff.failing_next'),
      cell: ({ next_attempt_at }) =>
        next_attempt_at === undefined ? t('staff.failing_dead') : dateTime(next_attempt_at),
    },
  ];
  const retry: Column<FailingWork> = {
    head: t('staff.failing_retry'),
    isNumber: true,
    cell: (work) => <Retry staffApi={staffApi} work={work} />,
  };
  return (
    <StaffPage title={t('staff.failing')} intro={t('staff.failing_intro')}>
      <Answer of={failing} height={320}>
        {({ failing: works }) =>
          works.length === 0 ? (
            <Text>
              {t('staff.failing_none')}. {t('staff.failing_none_detail')}
            </Text>
          ) : (
            <Rows
              rows={works}
              label={t('staff.failing')}
              columns={may(staffApi.admin) ? [...columns, retry] : columns}
              keyOf={({ job, subject_id }) => `${job} ${subject_id}`}
            />
          )
        }
      </Answer>
    </StaffPage>
  );
}

function Retry<Role extends StaffRole>({
  staffApi,
  work: { job, subject_id },
}: {
  staffApi: StaffApi<Role>;
  work: FailingWork;
}) {
  const { t } = useStaffWords();
  const nameOf = useJobName();
  const problemText = useProblemText();
  const retrying = useIdempotentMutation(
    (work: Pick<FailingWork, 'job' | 'subject_id'>, headers) => staffApi.retryFailing(work, headers),
    [[FAILING]],
  );
  const retry = () =>
    retrying.mutate(
      { job, subject_id },
      {
        onSuccess: () => notifications.show({ message: t('staff.failing_retried') }),
        onError: (thrown) => {
          const { title, detail: message } = problemText(thrown);
          notifications.show({ color: 'red', title, message });
        },
      },
    );
  return (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconRefresh size={16} aria-hidden />}
      aria-label={t('staff.failing_retry_of', { what: `${nameOf(job)} ${subject_id}` })}
      loading={retrying.isPending}
      onClick={retry}
    >
      {t('staff.failing_retry')}
    </Button>
  );
}

function useJobName(): (job: string) => string {
  const { t } = useStaffWords();
  return (job) => (isKnown(job) ? t(`staff.job.${job}`) : job);
}

/** Those of servers that have pages. */
const JOBS = [
  'messages',
  'interrupted_messages',
  'forget',
  'closed_accounts',
  'birthdays',
  'unknown_calls',
  'dispute_lists',
  'disputed_gifts',
  'waiting_payments',
  'unconfirmed',
  'group_shares',
  'group_payments',
  'unconfirmed_groups',
  'unanswered',
  'reminders',
  'scheduled',
  'lost_calls',
  'untold_messages',
  'phone_calls',
  'abandoned_calls',
  'payouts',
  'payout_states',
  'payout_batches',
  'bank_reports',
  'texts',
  'interrupted_texts',
  'spoken',
  'ask_again',
  'account_proposals',
  'expire_certificates',
  'tell_guessed',
  'tell_expiring',
  'expire_holds',
  'late_answers',
  'acquirer_requests',
  'disputes',
  'expire_authorisations',
] as const;

function isKnown(job: string): job is (typeof JOBS)[number] {
  return JOBS.some((known) => known === job);
}
