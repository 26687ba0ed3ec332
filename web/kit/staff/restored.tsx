import { Alert, Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer, ProblemNotice } from '../notice.tsx';
import { Dismiss } from './dismiss.tsx';
import { NothingHere } from './figures.tsx';
import { useList } from './list.ts';
import { StaffPage } from './page.tsx';
import { useStaff } from './session.tsx';
import type { Restored as Restore, RestoreFinding, StaffApi, StaffRole } from './staff-api.ts';
import { type Column, Rows, Waiting } from './table.tsx';
import { useStaffWords } from './words.ts';

const RESTORE = ['restore'];

type Place<Role extends StaffRole> = {
  staffApi: StaffApi<Role>;
  /** Of findings of these kinds, the subject has a page of its own here: this, followed by its id. */
  pages: Readonly<Record<string, string>>;
};

/** How the last restore went, and what it left open, by what there is to do about it. */
export function Restored<Role extends StaffRole>({ staffApi, pages }: Place<Role>) {
  const { t } = useStaffWords();
  const restore = useQuery({ queryKey: RESTORE, queryFn: () => staffApi.restored({ limit: 1 }) });
  return (
    <StaffPage title={t('restore.title')} intro={t('restore.intro')}>
      <Answer of={restore} height={160}>
        {(restored) =>
          restored.reason === 'made' ? (
            <NothingHere title={t('restore.never')}>{t('restore.never_detail')}</NothingHere>
          ) : (
            <>
              <Standing of={restored} />
              <Findings staffApi={staffApi} pages={pages} />
            </>
          )
        }
      </Answer>
    </StaffPage>
  );
}

function Standing({ of }: { of: Restore }) {
  const { t } = useStaffWords();
  const { began_at: at, reconciled_at, fetched_since, party } = of;
  const isOpen = reconciled_at !== undefined;
  return (
    <Alert
      color={isOpen ? 'blue' : 'orange'}
      variant="light"
      icon={<IconDatabaseImport aria-hidden />}
      title={party === undefined ? t('restore.restored', { at }) : t('restore.noticed', { at, party })}
    >
      <Text size="sm">{isOpen ? t('restore.whole', { at: reconciled_at }) : t('restore.fetching')}</Text>
      {fetched_since !== undefined && <Text size="sm">{t('restore.since', { at: fetched_since })}</Text>}
    </Alert>
  );
}

function Findings<Role extends StaffRole>({ staffApi, pages }: Place<Role>) {
  const { t } = useStaffWords();
  const { rows, query } = useList(
    RESTORE,
    ({ finding_no }: RestoreFinding) => String(finding_no),
    async ({ cursor, limit }) =>
      (await staffApi.restored({ limit, ...(cursor === undefined ? {} : { after: Number(cursor) }) }))
        .findings,
  );
  if (rows === undefined && query.isPending) return <Waiting />;
  if (rows === undefined) return <ProblemNotice thrown={query.error} onAgain={() => query.refetch()} />;
  if (rows.length === 0)
    return <NothingHere title={t('restore.none')}>{t('restore.none_detail')}</NothingHere>;
  return (
    <>
      {[...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, findings]) => (
        <OfKind key={kind} kind={kind} findings={findings} staffApi={staffApi} pages={pages} />
      ))}
      {query.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('staff.list_more')}
          </Button>
        </Group>
      )}
    </>
  );
}

function OfKind<Role extends StaffRole>({
  kind,
  findings,
  staffApi,
  pages,
}: Place<Role> & { kind: string; findings: readonly RestoreFinding[] }) {
  const { t } = useStaffWords();
  const { may } = useStaff();
  const { title, todo } = useKind(kind);
  const columns = useColumns(staffApi, pages[kind]);
  const isOpen = findings.some(({ acknowledged }) => acknowledged === undefined);
  const heading = `finding-${kind}`;
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2}>
          <Title order={2} size="h4" id={heading}>
            {title}
          </Title>
          <Text size="sm">{todo}</Text>
        </Stack>
        {isOpen && findings.length > 1 && may(staffApi.admin) && (
          <Dismiss
            what={title}
            ask={t('restore.settle_ask')}
            words={{
              button: t('restore.settle_all'),
              of: t('restore.settle_all_of', { what: title }),
              done: t('restore.settled'),
            }}
            list={RESTORE}
            dismiss={(reason, headers) => staffApi.acknowledgeFindings({ kind, reason }, headers)}
          />
        )}
      </Group>
      <Rows rows={findings} label={title} columns={columns} keyOf={({ finding_no }) => String(finding_no)} />
    </Stack>
  );
}

function useColumns<Role extends StaffRole>(
  staffApi: StaffApi<Role>,
  page: string | undefined,
): Column<RestoreFinding>[] {
  const { t, dateTime } = useStaffWords();
  const { may } = useStaff();
  return [
    {
      head: t('restore.subject'),
      cell: ({ subject_id, about }) => (
        <Stack gap={2}>
          {subject_id !== undefined && <Subject id={subject_id} page={page} />}
          {about !== '' && (
            <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
              {about}
            </Text>
          )}
        </Stack>
      ),
    },
    { head: t('restore.party'), cell: ({ party }) => (party === '' ? '—' : party) },
    { head: t('restore.found_at'), cell: ({ found_at }) => dateTime(found_at) },
    {
      head: t('restore.outcome'),
      cell: ({ finding_no, acknowledged }) => {
        if (acknowledged !== undefined) return acknowledged.reason;
        if (!may(staffApi.admin)) return '—';
        const what = t('restore.finding_no', { no: String(finding_no) });
        return (
          <Dismiss
            what={what}
            ask={t('restore.settle_ask')}
            words={{
              button: t('restore.settle'),
              of: t('restore.settle_of', { what }),
              done: t('restore.settled'),
            }}
            list={RESTORE}
            dismiss={(reason, headers) => staffApi.acknowledgeFinding({ finding_no, reason }, headers)}
          />
        );
      },
    },
  ];
}

function Subject({ id, page }: { id: string; page: string | undefined }) {
  const code = <Code>{id}</Code>;
  if (page === undefined) return code;
  return (
    <Anchor component={Link} to={`${page}${id}`} size="sm">
      {code}
    </Anchor>
  );
}

/** What it is called, and what there is to do. */
function useKind(kind: string): { title: string; todo: string } {
  const { t } = useStaffWords();
  if (!isKind(kind)) return { title: kind, todo: t('restore.unknown_kind') };
  return { title: t(`restore.kind.${kind}`), todo: t(`restore.do.${kind}`) };
}

const KINDS = [
  'message_not_restored',
  'member_not_restored',
  'buyer_unknown',
  'recipient_lost',
  'certificate_not_asked_for',
  'gifts_of_group_lost',
  'payout_uses_unknown',
  'call_not_repeated',
  'call_not_signed_by_us',
  'notices_come_later',
  'entry_not_restored',
  'hand_over_not_restored',
  'store_known_by_name',
  'entry_taken',
  'used_more_than_left',
  'expired_with_less_left',
  'reversal_without_use',
  'certificate_unknown',
  'kind_unknown',
  'call_refused',
  'batch_forgotten',
  'batch_not_signed_by_us',
  'batches_not_kept',
  'calls_not_kept',
  'party_restoring',
  'party_not_asked',
  'payment_method_not_restored',
  'acquirer_not_known',
  'acquirer_reference_not_restored',
  'payout_maybe_sent',
  'payout_account_not_known',
  'account_ended_since',
  'ended_accounts_not_told',
  'refund_not_covered',
  'payment_unknown',
  'call_not_answered_by_us',
] as const;

function isKind(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((known) => known === kind);
}
