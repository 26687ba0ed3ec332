import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { type BackOff, backOffMs } from '../due/back-off.ts';
import { readStored } from '../idempotency-keys.ts';
import { beginEpoch, readEpoch } from '../journal/epoch.ts';
import type { Logger } from '../log.ts';
import type { Party } from '../signing/index.ts';
import { type AskCallsContext, askMadeCalls, ownAnswer } from './ask-made-calls.ts';
import { lastFactAt } from './lost-since.ts';

/** `parties`: those that have this server do something. */
export type CallsCheckContext = AskCallsContext & { db: Db; log: Logger; parties: readonly Party[] };

const SILENT: BackOff = { min_ms: SECOND_MS, max_ms: 10 * MINUTE_MS };
/** What was lost was answered after the last fact that is here, as far as clocks agree. */
const MARGIN_MS = MINUTE_MS;

/**
 * Finds out, when a process starts, whether this database was restored from a backup without being told so: then a party holds an
 * answer that this server has signed, to a request that it doesn't know. Nobody is believed about that but our own signature.
 */
export class CallsCheck {
  readonly #context: CallsCheckContext;
  readonly #compared = new Set<string>();
  readonly #silent = new Map<string, { attempts: number; until: Date }>();
  #since: Date | undefined;

  constructor(context: CallsCheckContext) {
    this.#context = context;
  }

  /** For a job. Returns how many parties it has compared. */
  async round(): Promise<number> {
    const { db, parties, clock } = this.#context;
    const now = clock();
    const due = parties.filter(
      ({ party }) => !this.#compared.has(party) && (this.#silent.get(party)?.until ?? now) <= now,
    );
    if (due.length === 0 || (await readEpoch(db)).reconciled_at === null) return 0;
    const last = await lastFactAt(db);
    if (last === undefined && this.#since === undefined) return 0;
    // As of the start: what this process does itself is no sign of anything.
    this.#since ??= addMs(last ?? now, -MARGIN_MS);
    const since = this.#since;
    let compared = 0;
    for (const party of due) {
      if (await this.#compare(party, since, clock)) compared += 1;
      if ((await readEpoch(db)).reconciled_at === null) break;
    }
    return compared;
  }

  async #compare(party: Party, since: Date, clock: Clock): Promise<boolean> {
    const { db, log, signingKey } = this.#context;
    let lost: string | undefined;
    const answer = await askMadeCalls(this.#context, party, since, async (call) => {
      if (lost !== undefined) return;
      if ((await readStored(db, `peer:${party.party}`, call.call_id)) !== undefined) return;
      if ((await ownAnswer(signingKey, call)) !== undefined) lost = call.call_id;
    });
    if (answer === 'silent') {
      const attempts = (this.#silent.get(party.party)?.attempts ?? 0) + 1;
      this.#silent.set(party.party, { attempts, until: addMs(clock(), backOffMs(attempts, SILENT)) });
      return false;
    }
    this.#silent.delete(party.party);
    this.#compared.add(party.party);
    if (lost === undefined) return true;
    log.error(
      { party: party.party, call_id: lost },
      'this database was restored: a party holds what it has answered',
    );
    const lostSince = addMs(since, -59 * MINUTE_MS);
    await beginEpoch(db, { reason: 'held_by_party', party: party.party, lostSince }, clock());
    return true;
  }
}
