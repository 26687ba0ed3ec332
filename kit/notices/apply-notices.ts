import type { Clock } from '../clock.ts';
import { boundSet } from '../db/bounds.ts';
import { type Db, inTransaction, type Tx } from '../db/transaction.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import { LostLease } from '../lease.ts';
import { moveTo, type Position, readPosition, type SenderLease } from './position.ts';
import { type Line, readLines, type StoredNotice } from './stored-notices.ts';
import { failureOf, heldUp, setAside, type Unapplied } from './unapplied.ts';

/** What a server does with the notices that others tell it. */
export type NoticeReader = {
  /** The kinds that this version knows. Others are kept until a version that knows them applies them. */
  kinds: ReadonlySet<string>;
  /** What a notice is about: one that can't be applied holds up later ones about the same, and nothing else. */
  subjectOf(notice: StoredNotice): string | null;
  /** Applies notices of one sender, in their order, in one transaction. Has no effect outside the database. */
  apply(tx: Tx, sender: string, notices: readonly StoredNotice[]): Promise<Applied>;
};

export type Applied = {
  /** Subjects that somebody else is working on: nothing about them was applied. */
  busy: ReadonlySet<string>;
  /** Called once what was applied is committed. */
  committed?: () => void;
};

export type ApplyContext = { db: Db; clock: Clock };

/** The most notices that one transaction applies. */
const SET_MAX = 2_000;

/**
 * Applies a sender's next stored notices, at most `setsMax` sets of them. While one is applied the next one is read. Returns how
 * many lines it has moved on.
 */
export async function applyNextSets(
  context: ApplyContext,
  reader: NoticeReader,
  lease: SenderLease,
  setsMax: number,
): Promise<number> {
  const { sender } = lease;
  let moved = 0;
  let next = readLines(context.db, sender, await readPosition(context.db, lease), SET_MAX);
  for (let set = 1; set <= setsMax; set++) {
    const lines = await next;
    const last = lines.at(-1);
    if (last === undefined) break;
    next = set === setsMax ? NOTHING : readLines(context.db, sender, positionAfter(last), SET_MAX);
    // It is awaited only if this set could be applied.
    next.catch(() => {});
    await applySet(context, reader, lease, lines);
    moved += lines.length;
  }
  return moved;
}

const NOTHING: Promise<Line[]> = Promise.resolve([]);

function applySet(
  context: ApplyContext,
  reader: NoticeReader,
  lease: SenderLease,
  lines: readonly Line[],
): Promise<void> {
  return applyInHalves(context, lines, {
    apply: async (tx, part) => {
      await moveOver(context, tx, lease, part);
      return applyFresh(context, tx, reader, lease.sender, part);
    },
    fail: async (tx, line, error) => {
      await moveOver(context, tx, lease, [line]);
      const subject_id = line.notice === undefined ? null : reader.subjectOf(line.notice);
      await setAside(tx, lease.sender, [{ line, subject_id, ...failureOf(error) }], context.clock());
    },
  });
}

export type Step = {
  apply(tx: Tx, lines: readonly Line[]): Promise<Applied>;
  fail(tx: Tx, line: Line, error: unknown): Promise<void>;
};

/** Applies lines in one transaction; where that fails, halves of them, until the one that fails is alone. */
export async function applyInHalves(
  context: ApplyContext,
  lines: readonly Line[],
  step: Step,
): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  try {
    const applied = await inTransaction(
      context.db,
      async (tx) => {
        await boundSet(tx);
        return step.apply(tx, lines);
      },
      'gives_way',
    );
    applied.committed?.();
  } catch (error) {
    if (error instanceof LostLease || isDatabaseUnavailable(error)) throw error;
    if (lines.length === 1) return inTransaction(context.db, (tx) => step.fail(tx, first, error));
    const half = lines.length >> 1;
    await applyInHalves(context, lines.slice(0, half), step);
    await applyInHalves(context, lines.slice(half), step);
  }
}

function moveOver(
  { clock }: ApplyContext,
  tx: Tx,
  lease: SenderLease,
  lines: readonly Line[],
): Promise<void> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error('There is nothing to apply.');
  const before: Position = { batch_no: first.batch_no - 1n, lines: first.line_no - first.lines };
  return moveTo(tx, lease, before, positionAfter(last), clock());
}

function positionAfter({ batch_no, line_no, isLast }: Line): Position {
  return isLast ? { batch_no, lines: 0 } : { batch_no: batch_no - 1n, lines: line_no };
}

async function applyFresh(
  { clock }: ApplyContext,
  tx: Tx,
  reader: NoticeReader,
  sender: string,
  lines: readonly Line[],
): Promise<Applied> {
  const unapplied: Unapplied[] = [];
  const known: { line: Line; notice: StoredNotice; subject_id: string | null }[] = [];
  for (const line of lines) {
    const { notice } = line;
    if (notice === undefined) unapplied.push({ line, subject_id: null, reason: 'unreadable' });
    else {
      const subject_id = reader.subjectOf(notice);
      if (reader.kinds.has(notice.kind)) known.push({ line, notice, subject_id });
      else unapplied.push({ line, subject_id, reason: 'unknown_kind' });
    }
  }
  const subjects = new Set(known.flatMap(({ subject_id }) => subject_id ?? []));
  const held = await heldUp(tx, sender, [...subjects]);
  const free = known.filter(({ subject_id }) => subject_id === null || !held.has(subject_id));
  const notices = free.map(({ notice }) => notice);
  const applied =
    notices.length === 0 ? { busy: new Set<string>() } : await reader.apply(tx, sender, notices);
  for (const { line, subject_id } of known) {
    if (subject_id === null || !(held.has(subject_id) || applied.busy.has(subject_id))) continue;
    unapplied.push({ line, subject_id, reason: held.has(subject_id) ? 'behind_another' : 'busy' });
    held.add(subject_id);
  }
  await setAside(tx, sender, unapplied, clock());
  return applied;
}
