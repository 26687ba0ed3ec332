import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Db, inTransaction } from '../db/transaction.ts';
import { type BackOff, backOffMs, nextAttemptAt } from '../due/back-off.ts';
import { problemCodeOf } from '../http/problem.ts';
import type { RefusedBatch } from '../notices/refused-batches.ts';
import { storeEvidence } from '../signing/evidence.ts';
import {
  type Evidence,
  type Party,
  type SignedAnswer,
  type SigningKey,
  signedFetch,
} from '../signing/index.ts';
import { currentTraceparent } from '../trace.ts';
import { derivedId } from './derived-id.ts';
import { IS_RECONCILED, readEpoch } from './epoch.ts';
import type { FreshRanges } from './fresh-ranges.ts';
import { renderAgain } from './render.ts';

export type SenderContext = {
  db: Db;
  clock: Clock;
  signingKey: SigningKey;
  parties: readonly Party[];
  /** The receiver's path, as in the contract. */
  path: string;
  /** Called for every refusal, and for a range that can't be sent (`refusedBatchReporter`). */
  refused: (batch: RefusedBatch) => void;
  /** What the sequencer of this process has just fixed. */
  fresh: FreshRanges;
  /** Whether a party may be told: what it holds was compared with what it was told (`PartyCheck`). */
  isCompared: (party: string) => boolean;
};

/** `first_open` is the first range without an acknowledgement when this one was claimed. */
type Claimed = { range_no: bigint; attempts: number; first_open: bigint; digest: Buffer };

const TIMEOUT_MS = 15 * SECOND_MS;
/**
 * After so long without a sign of its process, another may send a range. It is renewed while the request is on its way. A
 * range that is sent twice is received once, so this only saves work.
 */
const CLAIM_MS = 3 * SECOND_MS;
const RENEW_MS = SECOND_MS;
/** A range that was refused. The party applies ranges in order, so everything waits for the first that is open. */
const FIRST_REFUSED: BackOff = { min_ms: SECOND_MS / 5, max_ms: 5 * SECOND_MS };
const REFUSED: BackOff = { min_ms: SECOND_MS / 5, max_ms: MINUTE_MS };
const SILENT: BackOff = { min_ms: SECOND_MS, max_ms: MINUTE_MS };
/** How many ranges are on their way to a party at a time. */
const LANES = 4;
/** How many ranges that a party lost are sent again in one round. */
const LOST_MAX = 100;
/** How long a party that wants its ranges in order gets one at a time. */
const IN_ORDER_MS = 10 * MINUTE_MS;

/**
 * Sends the ranges that no party has acknowledged yet, each with the same bytes until it is. Several are on their way at
 * once, and one that is refused doesn't hold up the next. A party that takes ranges in order only (an older one) says so,
 * and gets one at a time. A party that doesn't answer is asked again after a while, with one range. A party that was
 * restored from a backup names the first range that it lost; from there on, they are sent again in order.
 */
export class RangeSender {
  readonly #context: SenderContext;
  readonly #inOrderUntil = new Map<string, Date>();
  readonly #lost = new Map<string, { next: bigint; until: bigint }>();
  /** Parties that a round of this process is sending to. */
  readonly #busy = new Set<string>();

  constructor(context: SenderContext) {
    this.#context = context;
  }

  /** Returns how many ranges were acknowledged. Rounds may overlap, so that a party that is silent holds up no other. */
  async sendDue(): Promise<number> {
    const { db, clock, parties, isCompared } = this.#context;
    const now = clock();
    const waiting = await sql<{ party: string; silent_attempts: number }>`
      select p.party, p.silent_attempts from journal_parties p
      where (p.silent_until is null or p.silent_until <= ${now}) and (p.party = any(${[...this.#lost.keys()]}) or exists (
        select from journal_ranges r
        where r.party = p.party and r.acknowledged_at is null and r.next_attempt_at <= ${now}))
        and ${IS_RECONCILED}`.execute(db);
    const free = waiting.rows.filter(({ party }) => !this.#busy.has(party) && isCompared(party));
    const sent = await Promise.all(
      free.map(async ({ party: name, silent_attempts }) => {
        const party = parties.find((known) => known.party === name);
        if (party === undefined) return 0;
        this.#busy.add(name);
        try {
          return await this.#sendTo(party, silent_attempts === 0 ? LANES : 1);
        } finally {
          this.#busy.delete(name);
        }
      }),
    );
    return sent.reduce((sum, acknowledged) => sum + acknowledged, 0);
  }

  async #sendTo(party: Party, lanes: number): Promise<number> {
    const again = await this.#sendLost(party);
    // What is open would come before what is lost.
    if (this.#lost.has(party.party)) return again;
    return again + (await this.#sendOpen(party, lanes));
  }

  async #sendOpen(party: Party, lanes: number): Promise<number> {
    const inOrderUntil = this.#inOrderUntil.get(party.party);
    const isInOrder = inOrderUntil !== undefined && inOrderUntil > this.#context.clock();
    const claimed = await this.#claim(party.party, isInOrder, lanes);
    const sent = await Promise.all(claimed.map((range) => this.#send(party, range)));
    return sent.filter(Boolean).length;
  }

  async #claim(party: string, isInOrder: boolean, lanes: number): Promise<Claimed[]> {
    const { db, clock } = this.#context;
    const now = clock();
    const claimed = await sql<Claimed>`
      with open as materialized (
        select min(range_no) as first_open from journal_ranges where party = ${party} and acknowledged_at is null),
      due as materialized (
        select range_no from journal_ranges, open
        where party = ${party} and acknowledged_at is null and next_attempt_at <= ${now}
          and (range_no = first_open or not ${isInOrder})
        order by range_no limit ${lanes} for update of journal_ranges skip locked)
      update journal_ranges set attempts = attempts + 1, next_attempt_at = ${addMs(now, CLAIM_MS)}
      from open where party = ${party} and range_no = any(array(select range_no from due))
      returning range_no, attempts, digest, coalesce(first_open, range_no) as first_open`.execute(db);
    return claimed.rows;
  }

  async #send(party: Party, { range_no, attempts, first_open, digest }: Claimed): Promise<boolean> {
    const { db, clock, refused, fresh } = this.#context;
    const wait = backOffMs(attempts, range_no === first_open ? FIRST_REFUSED : REFUSED);
    const { party: name } = party;
    const kept = fresh.take(name, range_no, digest);
    const range = kept === undefined ? await renderAgain(db, name, range_no) : { body: kept };
    if (range.body === undefined) {
      const { problem } = range;
      refused({ party: name, batch_no: range_no, problem });
      await this.#putOff(name, range_no, problem, wait);
      return false;
    }
    const renewal = setInterval(() => this.#renew(party.party, range_no), RENEW_MS);
    const answer = await this.#post(party, range_no, range.body).finally(() => clearInterval(renewal));
    if (answer.kind === 'unknown') {
      await this.#putOff(party.party, range_no, answer.reason, 0);
      return false;
    }
    const expected = expectedOf(answer.json);
    // All below were acknowledged before this range was sent.
    const isLost = expected !== undefined && expected < first_open;
    if (isLost) this.#lost.set(party.party, { next: expected, until: first_open });
    if (answer.status === 200) {
      await this.#acknowledge(party.party, range_no, answer.evidence);
      if (attempts > 1) await this.#hasten(party.party);
      return true;
    }
    const problem = problemCodeOf(answer.json) ?? `status_${answer.status}`;
    const isEarly = problem === 'notice_out_of_order' && expected !== undefined && expected < range_no;
    if (isEarly && !isLost) this.#inOrderUntil.set(party.party, addMs(clock(), IN_ORDER_MS));
    else refused({ party: party.party, batch_no: range_no, problem });
    await this.#putOff(party.party, range_no, problem, isEarly && !isLost ? 0 : wait);
    return isLost;
  }

  /** Sends again what the party lost, in order, until it refuses one or gives no answer. */
  async #sendLost(party: Party): Promise<number> {
    const lost = this.#lost.get(party.party);
    if (lost === undefined) return 0;
    const { db, clock, refused } = this.#context;
    for (let sent = 0; sent < LOST_MAX && lost.next < lost.until; sent++) {
      const range = await renderAgain(db, party.party, lost.next);
      const answer = range.body === undefined ? undefined : await this.#post(party, lost.next, range.body);
      if (answer?.kind === 'unknown') return sent;
      if (answer?.status !== 200) {
        const problem = range.problem ?? problemCodeOf(answer?.json) ?? `status_${answer?.status}`;
        refused({ party: party.party, batch_no: lost.next, problem });
        this.#lost.delete(party.party);
        return sent;
      }
      lost.next += 1n;
    }
    if (lost.next < lost.until) return LOST_MAX;
    this.#lost.delete(party.party);
    // What was refused for coming too early may go now.
    await sql`
      update journal_ranges set next_attempt_at = ${clock()}
      where party = ${party.party} and range_no = ${lost.until} and acknowledged_at is null`.execute(db);
    return 1;
  }

  /**
   * The number and the bytes identify a range; the key, which is made of them, is for the signature's sake. The epoch is in
   * the address, which is signed: it is that of the database now, whenever the range was fixed.
   */
  async #post(party: Party, rangeNo: bigint, body: string): Promise<SignedAnswer> {
    const { signingKey, path, clock, db } = this.#context;
    const { epoch_no, epoch_id } = await readEpoch(db);
    const answer = await signedFetch({
      key: signingKey,
      party,
      method: 'POST',
      path: `${path}?epoch_no=${epoch_no}&epoch_id=${epoch_id}`,
      body: Buffer.from(body),
      idempotency_key: derivedId('range', party.party, `${rangeNo}`, body),
      clock,
      timeout_ms: TIMEOUT_MS,
      traceparent: currentTraceparent(),
    });
    if (answer.kind === 'answered')
      await sql`
        update journal_parties set silent_until = null, silent_attempts = 0
        where party = ${party.party} and silent_attempts > 0`.execute(db);
    else
      await sql`
        update journal_parties set silent_attempts = silent_attempts + 1,
          silent_until = ${nextAttemptAt(clock(), sql`silent_attempts + 1`, SILENT)}
        where party = ${party.party} and (silent_until is null or silent_until <= ${clock()})`.execute(db);
    return answer;
  }

  async #acknowledge(party: string, rangeNo: bigint, evidence: Evidence): Promise<void> {
    const { db, clock } = this.#context;
    await inTransaction(db, async (tx) => {
      const evidenceId = await storeEvidence(tx, evidence);
      await sql`
        update journal_ranges set acknowledged_at = ${clock()}, evidence_id = ${evidenceId}, last_problem = null
        where party = ${party} and range_no = ${rangeNo} and acknowledged_at is null`.execute(tx);
    });
  }

  /** Says that this process still sends the range. */
  async #renew(party: string, rangeNo: bigint): Promise<void> {
    const { db, clock } = this.#context;
    await sql`
      update journal_ranges set next_attempt_at = ${addMs(clock(), CLAIM_MS)}
      where party = ${party} and range_no = ${rangeNo} and acknowledged_at is null`
      .execute(db)
      .catch(() => {
        // Then another process may send it, too.
      });
  }

  /** What refused a range takes it now, so it may take the others that it refused. */
  async #hasten(party: string): Promise<void> {
    const { db, clock } = this.#context;
    await sql`
      update journal_ranges set next_attempt_at = ${clock()}
      where party = ${party} and acknowledged_at is null and last_problem is not null
        and next_attempt_at > ${clock()}`.execute(db);
  }

  async #putOff(party: string, rangeNo: bigint, problem: string, wait_ms: number): Promise<void> {
    const { db, clock } = this.#context;
    await sql`
      update journal_ranges set last_problem = ${problem}, next_attempt_at = ${addMs(clock(), wait_ms)}
      where party = ${party} and range_no = ${rangeNo} and acknowledged_at is null`.execute(db);
  }
}

/** The first range that the party lacks, where it says so. */
function expectedOf(json: unknown): bigint | undefined {
  const expected =
    typeof json === 'object' && json !== null && 'expected_batch_no' in json
      ? json.expected_batch_no
      : undefined;
  return typeof expected === 'string' && /^[0-9]{1,18}$/.test(expected) ? BigInt(expected) : undefined;
}
