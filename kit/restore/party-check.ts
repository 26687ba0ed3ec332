import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { type BackOff, backOffMs } from '../due/back-off.ts';
import { beginEpoch, IS_RECONCILED } from '../journal/epoch.ts';
import type { Logger } from '../log.ts';
import type { RefusedBatch } from '../notices/refused-batches.ts';
import type { Party } from '../signing/index.ts';
import { type AskContext, askHeld } from './held-by-party.ts';

/** `parties`: those that this server tells. */
export type CheckContext = AskContext & { db: Db; clock: Clock; log: Logger; parties: readonly Party[] };

type Stream = { party: string; after: bigint };

const SILENT: BackOff = { min_ms: SECOND_MS, max_ms: MINUTE_MS };
/** Refusals by which a party says that it was told something else. */
const DOUBTS = ['batch_number_reused', 'epoch_passed'];

/**
 * Finds out, before a process tells a party anything, whether this database was restored from a backup without being told so:
 * then the party holds what this server has signed and doesn't know. Nobody is believed about that but our own signature.
 * It is asked again when it refuses a batch because it holds another one.
 */
export class PartyCheck {
  readonly #context: CheckContext;
  readonly #compared = new Set<string>();
  readonly #silent = new Map<string, { attempts: number; until: Date }>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  isCompared(party: string): boolean {
    return this.#compared.has(party);
  }

  refused({ party, problem }: RefusedBatch): void {
    if (DOUBTS.includes(problem)) this.#compared.delete(party);
  }

  /** For a job. Returns how many parties it has compared. */
  async round(): Promise<number> {
    const { db, parties, clock } = this.#context;
    const names = parties.map(({ party }) => party).filter((party) => !this.#compared.has(party));
    if (names.length === 0) return 0;
    const now = clock();
    const streams = await sql<Stream>`
      select told.party, coalesce((
          select min(r.range_no) - 1 from journal_ranges r where r.party = told.party and r.acknowledged_at is null),
        p.last_range_no, 0) as after
      from unnest(${names}::text[]) as told(party) left join journal_parties p using (party)
      where told.party is not null and ${IS_RECONCILED}`.execute(db);
    const due = streams.rows.filter(({ party }) => (this.#silent.get(party)?.until ?? now) <= now);
    const compared = await Promise.all(due.map((stream) => this.#compare(stream)));
    return compared.filter(Boolean).length;
  }

  async #compare({ party: name, after }: Stream): Promise<boolean> {
    const { db, clock, parties, log } = this.#context;
    const party = parties.find((known) => known.party === name);
    if (party === undefined) return false;
    for (let from = after; ; ) {
      const answer = await askHeld(this.#context, party, from);
      if (answer.kind === 'unknown') {
        const attempts = (this.#silent.get(name)?.attempts ?? 0) + 1;
        this.#silent.set(name, { attempts, until: addMs(clock(), backOffMs(attempts, SILENT)) });
        return false;
      }
      const last = answer.kind === 'held' ? answer.batches.at(-1) : undefined;
      if (answer.kind === 'not_kept' || last === undefined) break;
      for (const { batch_no, digest, isOurs } of answer.batches) {
        if (await this.#knows(name, batch_no, digest)) continue;
        if (isOurs) {
          log.error(
            { party: name, batch_no: String(batch_no) },
            'this database was restored: a party holds what it has told',
          );
          await beginEpoch(db, { reason: 'held_by_party', party: name }, clock());
          return false;
        }
        log.error(
          { party: name, batch_no: String(batch_no) },
          'a party says that it holds a batch which this server has not signed',
        );
      }
      from = last.batch_no;
    }
    this.#silent.delete(name);
    this.#compared.add(name);
    return true;
  }

  /** Looked up after the answer: a process beside this one may just have told it. */
  async #knows(party: string, rangeNo: bigint, digest: Buffer): Promise<boolean> {
    const known = await sql`
      select 1 from journal_ranges
      where party = ${party} and range_no = ${rangeNo} and digest = ${digest}`.execute(this.#context.db);
    return known.rows.length > 0;
  }
}
