import { boundSet } from '../db/bounds.ts';
import { sql } from '../db/sql.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { type ApplyContext, applyInHalves, type NoticeReader } from './apply-notices.ts';
import { lockSender } from './position.ts';
import { type Line, readBatches } from './stored-notices.ts';
import { failureOf, heldUp, makeNextDue, markApplied, markBehind, markNotApplied } from './unapplied.ts';

/** A set of notices whose kind has become known. */
const KNOWN_NOW_MAX = 500;
const BATCHES_MAX = 20;
/** Subjects tried again in one round. */
const RETRIES_MAX = 50;

type Head = { sender: string; batch_no: bigint; line_no: number };

/**
 * Tries again at once what could not be applied: this notice, or the first that waits about its subject, and then those behind
 * it in their order. What is applied already stays as it is. Returns how many were applied.
 */
export async function retryUnapplied(
  context: ApplyContext,
  reader: NoticeReader,
  unappliedNo: bigint,
): Promise<number> {
  for (let applied = 0; ; applied++) {
    let head: Line | undefined;
    let sender = '';
    try {
      const done = await inTransaction(
        context.db,
        async (tx) => {
          const found = await lockHead(tx, unappliedNo);
          if (found === undefined) return undefined;
          await boundSet(tx);
          sender = found.sender;
          head = await readLine(tx, found);
          return retryLine(context, tx, reader, sender, head);
        },
        'gives_way',
      );
      if (done === undefined) return applied;
      done.committed?.();
    } catch (error) {
      if (isDatabaseUnavailable(error) || head === undefined) throw error;
      const line = head;
      await inTransaction(context.db, (tx) =>
        markNotApplied(tx, sender, line, failureOf(error), context.clock()),
      );
      return applied;
    }
  }
}

/** Undefined if it could not be applied now. */
async function retryLine(
  { clock }: ApplyContext,
  tx: Tx,
  reader: NoticeReader,
  sender: string,
  line: Line | undefined,
): Promise<{ committed?: () => void } | undefined> {
  if (line?.notice === undefined || !reader.kinds.has(line.notice.kind)) return undefined;
  const { busy, committed } = await reader.apply(tx, sender, [line.notice]);
  if (busy.size > 0) {
    await markNotApplied(tx, sender, line, { reason: 'busy' }, clock());
    return undefined;
  }
  await markApplied(tx, sender, [line], clock());
  await makeNextDue(tx, sender, line, clock());
  return committed === undefined ? {} : { committed };
}

/** The first notice that waits about the same subject, with the sender locked. */
async function lockHead(tx: Tx, unappliedNo: bigint): Promise<Head | undefined> {
  const asked = await sql<{ sender: string; subject_id: string | null }>`
    select sender, subject_id from unapplied_notices where unapplied_no = ${unappliedNo}`.execute(tx);
  const [row] = asked.rows;
  if (row === undefined) return undefined;
  const { sender, subject_id } = row;
  await lockSender(tx, sender);
  const heads = await sql<Head>`
    select sender, batch_no, line_no from unapplied_notices
    where sender = ${sender} and applied_at is null and (unapplied_no = ${unappliedNo}
      or subject_id = ${subject_id} and reason <> 'unknown_kind')
    order by batch_no, line_no limit 1`.execute(tx);
  return heads.rows[0];
}

async function readLine(tx: Tx, { sender, batch_no, line_no }: Head): Promise<Line | undefined> {
  const lines = await readBatches(tx, sender, [batch_no]);
  return lines.find((line) => line.line_no === line_no);
}

/** Tries what is due again: what failed or was busy, and kinds that this version knows. Returns how many it applied. */
export async function retryDue(context: ApplyContext, reader: NoticeReader, sender: string): Promise<number> {
  const due = await sql<{ unapplied_no: bigint }>`
    select unapplied_no from unapplied_notices
    where sender = ${sender} and applied_at is null and next_attempt_at <= ${context.clock()}
    order by next_attempt_at limit ${RETRIES_MAX}`.execute(context.db);
  let applied = await applyKnownNow(context, reader, sender);
  for (const { unapplied_no } of due.rows) applied += await retryUnapplied(context, reader, unapplied_no);
  return applied;
}

/** Applies a set of notices that were kept by a version that did not know their kind. */
async function applyKnownNow(context: ApplyContext, reader: NoticeReader, sender: string): Promise<number> {
  const { db, clock } = context;
  const found = await sql<Head>`
    select sender, batch_no, line_no from unapplied_notices
    where sender = ${sender} and applied_at is null and reason = 'unknown_kind'
      and kind = any(${[...reader.kinds]}::text[])
    order by batch_no, line_no limit ${KNOWN_NOW_MAX}`.execute(db);
  if (found.rows.length === 0) return 0;
  const wanted = new Set(found.rows.map(nameOf));
  const batchNos = [...new Set(found.rows.map(({ batch_no }) => batch_no))].slice(0, BATCHES_MAX);
  const lines = (await readBatches(db, sender, batchNos)).filter((line) => wanted.has(nameOf(line)));
  await applyInHalves(context, lines, {
    apply: async (tx, part) => {
      await lockSender(tx, sender);
      const free = await stillFree(tx, reader, sender, part);
      const notices = free.flatMap(({ notice }) => notice ?? []);
      const applied = await reader.apply(tx, sender, notices);
      const isBusy = ({ notice }: Line) =>
        notice !== undefined && applied.busy.has(reader.subjectOf(notice) ?? '');
      for (const line of free.filter(isBusy))
        await markNotApplied(tx, sender, line, { reason: 'busy' }, clock());
      const done = free.filter((line) => !isBusy(line));
      await markApplied(tx, sender, done, clock());
      return applied;
    },
    fail: (tx, line, error) => markNotApplied(tx, sender, line, failureOf(error), clock()),
  });
  return lines.length;
}

/** Those that nobody has applied meanwhile. One about a subject that is held up waits behind it from now on. */
async function stillFree(
  tx: Tx,
  reader: NoticeReader,
  sender: string,
  lines: readonly Line[],
): Promise<Line[]> {
  const open = await sql<Head>`
    select sender, batch_no, line_no from unapplied_notices
    where sender = ${sender} and applied_at is null and reason = 'unknown_kind'
      and batch_no = any(${lines.map(({ batch_no }) => batch_no)}::bigint[])`.execute(tx);
  const names = new Set(open.rows.map(nameOf));
  const subjectOf = ({ notice }: Line) => (notice && reader.subjectOf(notice)) ?? '';
  const subjects = lines.map(subjectOf).filter((subject) => subject !== '');
  const held = await heldUp(tx, sender, [...new Set(subjects)]);
  const waiting = lines.filter((line) => names.has(nameOf(line)));
  const behind = waiting.filter((line) => held.has(subjectOf(line)));
  await markBehind(tx, sender, behind);
  return waiting.filter((line) => !behind.includes(line));
}

function nameOf({ batch_no, line_no }: { batch_no: bigint; line_no: number }): string {
  return `${batch_no}/${line_no}`;
}
