import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { paths } from '../api/management.gen.ts';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { answered, useProblemText } from '../kit/problem.ts';
import { Dismiss } from '../kit/staff/dismiss.tsx';
import { NothingHere } from '../kit/staff/figures.tsx';
import { type List, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, ListOf, Waiting } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { Evidence } from './gifts/evidence.tsx';
import { type Break, StreamBreaks, useBreaks } from './stream-breaks.tsx';
import { useCodes, useConsoleWords } from './words.ts';

type Doubtful =
  paths['/v1/staff/doubtful-notices']['get']['responses'][200]['content']['application/json']['notices'][number];
type Unapplied =
  paths['/v1/staff/unapplied-notices']['get']['responses'][200]['content']['application/json']['notices'][number];

const UNAPPLIED = ['unapplied-notices'];

/** What shops told that could not be applied, what does not follow what they told before, and what disagrees with our books. */
export function ShopNotices() {
  const { t } = useConsoleWords();
  const [evidenceId, setEvidenceId] = useState<string>();
  const [unapplied, breaks, doubtful] = [useUnapplied(), useBreaks(), useDoubtful()];
  // Nothing that is read already moves when another list comes.
  const isWaiting = [unapplied, breaks, doubtful].some(({ query }) => query.isPending);
  return (
    <StaffPage title={t('console.notices')} intro={t('notices.intro')}>
      {isWaiting ? <Waiting /> : <Lists of={{ unapplied, breaks, doubtful }} onEvidence={setEvidenceId} />}
      <Evidence evidenceId={evidenceId} onClose={() => setEvidenceId(undefined)} />
    </StaffPage>
  );
}

type Asks<Row> = { list: List<Row>; onEvidence: (evidenceId: string) => void };

function Lists({
  of: { unapplied, breaks, doubtful },
  onEvidence,
}: {
  of: { unapplied: List<Unapplied>; breaks: List<Break>; doubtful: List<Doubtful> };
  onEvidence: (evidenceId: string) => void;
}) {
  const { t } = useConsoleWords();
  return (
    <>
      <Stack component="section" gap="sm" aria-labelledby="unapplied">
        <Title order={2} size="h4" id="unapplied">
          {t('notices.unapplied')}
        </Title>
        <UnappliedNotices list={unapplied} onEvidence={onEvidence} />
      </Stack>
      <Stack component="section" gap="sm" aria-labelledby="breaks">
        <Title order={2} size="h4" id="breaks">
          {t('notices.breaks')}
        </Title>
        <StreamBreaks list={breaks} onEvidence={onEvidence} />
      </Stack>
      <Stack component="section" gap="sm" aria-labelledby="doubtful">
        <Title order={2} size="h4" id="doubtful">
          {t('notices.doubtful')}
        </Title>
        <DoubtfulNotices list={doubtful} onEvidence={onEvidence} />
      </Stack>
    </>
  );
}

function useUnapplied() {
  return useList(
    UNAPPLIED,
    ({ unapplied_no }: Unapplied) => String(unapplied_no),
    async ({ cursor, limit }) => {
      const query = { limit, ...(cursor === undefined ? {} : { before: Number(cursor) }) };
      return (await answered(api.GET('/v1/staff/unapplied-notices', { params: { query } }))).notices;
    },
  );
}

function UnappliedNotices({ list, onEvidence }: Asks<Unapplied>) {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const { may } = useStaff();
  const columns: Column<Unapplied>[] = [
    { head: t('notices.what'), cell: ({ kind }) => <Kind of={kind} /> },
    {
      head: t('notices.why'),
      cell: ({ reason, problem, attempts }) => (
        <Reason reason={codes('unapplied', reason) ?? reason} problem={problem} attempts={attempts} />
      ),
    },
    { head: t('notices.gift'), cell: ({ order_id }) => <GiftLink orderId={order_id} /> },
    { head: t('notices.sender'), cell: ({ sender }) => sender },
    { head: t('notices.since'), cell: ({ first_seen_at }) => dateTime(first_seen_at) },
    {
      head: t('notices.proof'),
      cell: ({ evidence_id, unapplied_no, reason }) => (
        <Group gap="xs" wrap="nowrap">
          <Proof of={String(unapplied_no)} onClick={() => onEvidence(evidence_id)} />
          {may('operator') &&
            (reason === 'unreadable' ? (
              <DismissNotice unappliedNo={unapplied_no} />
            ) : (
              <Replay unappliedNo={unapplied_no} />
            ))}
        </Group>
      ),
    },
  ];
  return (
    <ListOf
      of={list}
      label={t('notices.unapplied')}
      columns={columns}
      keyOf={({ unapplied_no }) => String(unapplied_no)}
      empty={
        <NothingHere title={t('notices.unapplied_none')}>{t('notices.unapplied_none_detail')}</NothingHere>
      }
    />
  );
}

function useDoubtful() {
  return useList(
    ['doubtful-notices'],
    ({ doubt_no }: Doubtful) => String(doubt_no),
    async ({ cursor, limit }) => {
      const query = { limit, ...(cursor === undefined ? {} : { before: Number(cursor) }) };
      return (await answered(api.GET('/v1/staff/doubtful-notices', { params: { query } }))).notices;
    },
  );
}

function DoubtfulNotices({ list, onEvidence }: Asks<Doubtful>) {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const columns: Column<Doubtful>[] = [
    { head: t('notices.what'), cell: ({ kind }) => <Kind of={kind} /> },
    { head: t('notices.why'), cell: ({ reason }) => codes('doubt', reason) ?? reason },
    { head: t('notices.gift'), cell: ({ order_id }) => <GiftLink orderId={order_id} /> },
    { head: t('notices.sender'), cell: ({ sender }) => sender },
    { head: t('notices.since'), cell: ({ at }) => dateTime(at) },
    {
      head: t('notices.proof'),
      cell: ({ evidence_id, doubt_no }) => (
        <Proof of={String(doubt_no)} onClick={() => onEvidence(evidence_id)} />
      ),
    },
  ];
  return (
    <ListOf
      of={list}
      label={t('notices.doubtful')}
      columns={columns}
      keyOf={({ doubt_no }) => String(doubt_no)}
      empty={
        <NothingHere title={t('notices.doubtful_none')}>{t('notices.doubtful_none_detail')}</NothingHere>
      }
    />
  );
}

function Kind({ of }: { of: string | undefined }) {
  const { t } = useConsoleWords();
  const codes = useCodes();
  return <>{of === undefined ? t('notices.no_kind') : (codes('notice', of) ?? of)}</>;
}

function Reason({
  reason,
  problem,
  attempts,
}: {
  reason: string;
  problem: string | undefined;
  attempts: number;
}) {
  const { t } = useConsoleWords();
  return (
    <Stack gap={0} component="span">
      <span>{reason}</span>
      {problem !== undefined && (
        <Text span size="xs" c="dimmed">
          {t('notices.problem', { problem, count: attempts })}
        </Text>
      )}
    </Stack>
  );
}

function GiftLink({ orderId }: { orderId: string | undefined }) {
  const { t } = useConsoleWords();
  return orderId === undefined ? (
    <>–</>
  ) : (
    <Link to={`/console/gifts/${orderId}`}>{t('notices.gift_open')}</Link>
  );
}

function Proof({ of, onClick }: { of: string; onClick: () => void }) {
  const { t } = useConsoleWords();
  return (
    <Button
      size="compact-md"
      variant="default"
      aria-label={t('notices.proof_of', { what: of })}
      onClick={onClick}
    >
      {t('notices.proof')}
    </Button>
  );
}

/** Nothing can be made of it, so replaying it would change nothing. */
function DismissNotice({ unappliedNo: unapplied_no }: { unappliedNo: number }) {
  const { t } = useConsoleWords();
  return (
    <Dismiss
      what={t('notices.notice_no', { no: String(unapplied_no) })}
      ask={t('notices.dismiss_ask')}
      list={UNAPPLIED}
      dismiss={(reason, headers) =>
        answered(
          api.POST('/v1/staff/unapplied-notices/{unapplied_no}/dismissal', {
            params: { path: { unapplied_no } },
            body: { reason },
            headers,
          }),
        )
      }
    />
  );
}

/** Applies a notice again, and those that wait behind it. */
function Replay({ unappliedNo }: { unappliedNo: number }) {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const problemText = useProblemText();
  const replaying = useIdempotentMutation(
    (unapplied_no: number, headers) =>
      answered(
        api.POST('/v1/staff/unapplied-notices/{unapplied_no}/replay', {
          params: { path: { unapplied_no } },
          headers,
        }),
      ),
    [UNAPPLIED, ['doubtful-notices']],
  );
  const replay = () =>
    replaying.mutate(unappliedNo, {
      onSuccess: ({ applied_at, reason }) => {
        const why = codes('unapplied', reason) ?? reason;
        const message = applied_at === undefined ? t('notices.not_replayed', { why }) : t('notices.replayed');
        notifications.show({ message, ...(applied_at === undefined ? { color: 'red' } : {}) });
      },
      onError: (thrown) => {
        const { title, detail: message } = problemText(thrown);
        notifications.show({ color: 'red', title, message });
      },
    });
  return (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconRefresh size={16} aria-hidden />}
      aria-label={t('notices.replay_of', { what: String(unappliedNo) })}
      loading={replaying.isPending}
      onClick={replay}
    >
      {t('notices.replay')}
    </Button>
  );
}
