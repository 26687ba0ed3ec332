import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { type BackOff, backOffMs } from '../due/back-off.ts';
import { beginEpoch, readEpoch } from '../journal/epoch.ts';
import type { Logger } from '../log.ts';
import type { Party } from '../signing/index.ts';
import type { CallsAnswer } from './ask-calls.ts';
import { lastFactAt } from './lost-since.ts';

/** Whether a party holds what this server has signed since then and doesn't know: the id of the first such call. */
export type LostCall = (
  party: Party,
  since: Date,
) => Promise<{ answer: CallsAnswer; call_id: string | undefined }>;

/** `parties`: those that keep what this server has signed. */
export type CallsCheckContext = {
  db: Db;
  clock: Clock;
  log: Logger;
  parties: readonly Party[];
  lostCall: LostCall;
};

const SILENT: BackOff = { min_ms: SECOND_MS, max_ms: 10 * MINUTE_MS };
/** What was lost was answered after the last fact that is here, as far as clocks agree. */
const MARGIN_MS = MINUTE_MS;

/**
 * Finds out, when a process starts, whether this database was restored from a backup without being told so: then a party holds a
 * message that this server has signed, an answer or a request, and that it doesn't know. Nobody is believed about that but our own signature.
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
    if (due.length === 0) return 0;
    const epoch = await readEpoch(db);
    if (epoch.reconciled_at === null) return 0;
    const last = await lastFactAt(db);
    if (last === undefined && this.#since === undefined) return 0;
    // As of the start: what this process does itself is no sign of anything.
    const sinceFact = addMs(last ?? now, -MARGIN_MS);
    // What was lost before the last restore is known to be lost, and could not be had.
    this.#since ??= epoch.reason !== 'made' && epoch.began_at > sinceFact ? epoch.began_at : sinceFact;
    const since = this.#since;
    let compared = 0;
    for (const party of due) {
      if (await this.#compare(party, since, clock)) compared += 1;
      if ((await readEpoch(db)).reconciled_at === null) break;
    }
    return compared;
  }

  async #compare(party: Party, since: Date, clock: Clock): Promise<boolean> {
    const { db, log, lostCall } = this.#context;
    const { answer, call_id: lost } = await lostCall(party, since);
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
      'this database was restored: a party holds what it has signed',
    );
    const lostSince = addMs(since, -59 * MINUTE_MS);
    await beginEpoch(db, { reason: 'held_by_party', party: party.party, lostSince }, clock());
    return true;
  }
}
