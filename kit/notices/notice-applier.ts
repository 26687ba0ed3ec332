import type { Bell } from '../bell.ts';
import { addMs, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { newId } from '../ids.ts';
import type { Job } from '../jobs.ts';
import { endLeases, LostLease } from '../lease.ts';
import type { Logger } from '../log.ts';
import { type ApplyContext, applyNextSets, type NoticeReader } from './apply-notices.ts';
import { takeSender } from './position.ts';
import { retryDue } from './retry-unapplied.ts';

const POLL_MS = 100;
/** How many senders one process applies at the same time; each takes one connection. */
const SENDERS_AT_ONCE = 3;
/** After so many sets of one sender the others have their turn. */
const SETS_IN_A_ROW = 3;
/** A sender that nothing could be applied of, because of the server and not of what they told. */
const PAUSE_MS = SECOND_MS;

/**
 * Applies what senders have told, each sender apart from the others. A process that holds a sender's lease applies that
 * sender; any number of processes may run this.
 */
export function noticeApplier(
  context: ApplyContext & { log: Logger; batchStored: Bell },
  reader: NoticeReader,
) {
  const holder = newId();
  const working = new Map<string, Promise<number>>();
  const paused = new Map<string, Date>();
  /** When each sender had its last turn: who has waited longest is next. */
  const turns = new Map<string, number>();
  let turn = 0;

  async function applySender(sender: string): Promise<number> {
    const lease = await takeSender(context.db, sender, holder, context.clock());
    if (lease === undefined) return 0;
    const retried = await retryDue(context, reader, sender);
    return retried + (await applyNextSets(context, reader, lease, SETS_IN_A_ROW));
  }

  async function begin(sender: string): Promise<number> {
    try {
      return await applySender(sender);
    } catch (error) {
      if (!(error instanceof LostLease))
        context.log.error({ sender, err: error }, 'what a sender told could not be applied');
      paused.set(sender, addMs(context.clock(), PAUSE_MS));
      return 0;
    } finally {
      working.delete(sender);
    }
  }

  /** Begins with each sender that is due, and returns as soon as one is done or another may have become due. */
  async function round(): Promise<number> {
    const now = context.clock();
    const due = await dueSenders(context, reader);
    const free = due
      .filter((sender) => !working.has(sender) && (paused.get(sender) ?? now) <= now)
      .sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0));
    for (const sender of free.slice(0, SENDERS_AT_ONCE - working.size)) {
      turns.set(sender, ++turn);
      working.set(sender, begin(sender));
    }
    if (working.size === 0) return 0;
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<number>((resolve) => {
      timer = setTimeout(() => resolve(0), POLL_MS);
    });
    const did = await Promise.race([...working.values(), pause]);
    clearTimeout(timer);
    return did;
  }

  return {
    job: { name: 'apply_notices', every_ms: POLL_MS, round, bell: context.batchStored } satisfies Job,
    /** Applies all there is, one sender after the other. */
    async applyAll(): Promise<void> {
      for (;;) {
        let did = 0;
        for (const sender of await dueSenders(context, reader)) did += await applySender(sender);
        if (did === 0) return;
      }
    },
    async stop(): Promise<void> {
      await Promise.all(working.values());
      await endLeases(context.db, holder);
    },
  };
}

/** The senders with stored batches that are not applied, or with notices to be tried again. */
async function dueSenders({ db, clock }: ApplyContext, { kinds }: NoticeReader): Promise<string[]> {
  const found = await sql<{ sender: string }>`
    select s.sender from inbox_senders s join inbox_positions p using (sender)
    where p.last_batch_no > s.applied_batch_no
    union
    select sender from unapplied_notices where applied_at is null and next_attempt_at <= ${clock()}
    union
    select sender from unapplied_notices
    where applied_at is null and reason = 'unknown_kind' and kind = any(${[...kinds]}::text[])`.execute(db);
  return found.rows.map(({ sender }) => sender);
}
