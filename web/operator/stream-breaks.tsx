import { Button, Group } from '@mantine/core';
import type { paths } from '../api/management.gen.ts';
import { answered } from '../kit/problem.ts';
import { Dismiss } from '../kit/staff/dismiss.tsx';
import { NothingHere } from '../kit/staff/figures.tsx';
import { type List, useList } from '../kit/staff/list.ts';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { useConsoleWords } from './words.ts';

export type Break =
  paths['/v1/staff/stream-breaks']['get']['responses'][200]['content']['application/json']['breaks'][number];

const BREAKS = ['stream-breaks'];

export function useBreaks() {
  return useList(
    BREAKS,
    ({ break_no }: Break) => String(break_no),
    async ({ cursor, limit }) => {
      const query = { limit, ...(cursor === undefined ? {} : { before: Number(cursor) }) };
      return (await answered(api.GET('/v1/staff/stream-breaks', { params: { query } }))).breaks;
    },
  );
}

/** Batches of notices that don't go on where their shop was: it was restored from a backup, say. */
export function StreamBreaks({
  list,
  onEvidence,
}: {
  list: List<Break>;
  onEvidence: (evidenceId: string) => void;
}) {
  const { t, dateTime } = useConsoleWords();
  const { may } = useStaff();
  const isRefused = (reason: Break['reason']) => reason === 'number_reused' || reason === 'epoch_passed';
  const batchWords = (reason: Break['reason'], no: number) =>
    t(isRefused(reason) ? 'notices.batch_refused' : 'notices.batch_no', { no: String(no) });
  const heldWords = (reason: Break['reason'], no: number) =>
    isRefused(reason)
      ? t('notices.batch_held', { no: String(no) })
      : t('notices.batch_no', { no: String(no - 1) });
  const columns: Column<Break>[] = [
    { head: t('notices.sender'), cell: ({ sender }) => sender },
    { head: t('notices.batch'), isNumber: true, cell: ({ batch_no }) => batch_no },
    { head: t('notices.why'), cell: ({ reason }) => t(`notices.break.${reason}`) },
    { head: t('notices.since'), cell: ({ found_at }) => dateTime(found_at) },
    {
      head: t('notices.proof'),
      cell: ({ break_no, batch_no, reason, evidence_id, held_evidence_id: held }) => (
        <Group gap="xs" wrap="nowrap">
          {held !== undefined && (
            <Batch words={heldWords(reason, batch_no)} onClick={() => onEvidence(held)} />
          )}
          <Batch words={batchWords(reason, batch_no)} onClick={() => onEvidence(evidence_id)} />
          {may('operator') && (
            <Dismiss
              what={t('notices.batch_no', { no: String(batch_no) })}
              ask={t('notices.dismiss_ask')}
              list={BREAKS}
              dismiss={(reason, headers) =>
                answered(
                  api.POST('/v1/staff/stream-breaks/{break_no}/dismissal', {
                    params: { path: { break_no } },
                    body: { reason },
                    headers,
                  }),
                )
              }
            />
          )}
        </Group>
      ),
    },
  ];
  return (
    <ListOf
      of={list}
      label={t('notices.breaks')}
      columns={columns}
      keyOf={({ break_no }) => String(break_no)}
      empty={<NothingHere title={t('notices.breaks_none')}>{t('notices.breaks_none_detail')}</NothingHere>}
    />
  );
}

function Batch({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <Button size="compact-md" variant="default" onClick={onClick}>
      {words}
    </Button>
  );
}
