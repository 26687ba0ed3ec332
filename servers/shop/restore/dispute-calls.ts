import { MINUTE_MS } from '../../../kit/clock.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { readStored } from '../../../kit/idempotency-keys.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { type Action, eachMadeCall, type MadeCall } from './made-calls.ts';
import { repeatIn, scopeOf } from './repeat-calls.ts';

export const DISPUTE_ACTIONS: readonly Action[] = ['freeze', 'unfreeze', 'charge_back'];

/** An answer is stored at management after the certificate was changed, perhaps after its next use. */
const SETTLED_LATER_MS = MINUTE_MS;

/**
 * What disputes had done with certificates, to be done again between the uses that were told: each has an entry in the
 * certificate's history, of which nobody was told.
 */
export class DisputeCalls {
  readonly #context: ShopContext;
  readonly #open = new Map<string, MadeCall[]>();

  constructor(context: ShopContext) {
    this.#context = context;
  }

  /** Fetches those that this server no longer knows. False if management can't be asked now. */
  fetch(party: Party, since: Date): Promise<boolean> {
    this.#open.clear();
    return eachMadeCall(this.#context, party, since, DISPUTE_ACTIONS, async (made) => {
      if ((await readStored(this.#context.db, scopeOf(made), made.call.call_id)) !== undefined) return;
      const { certificateId } = made;
      this.#open.set(certificateId, [...(this.#open.get(certificateId) ?? []), made]);
    });
  }

  /** Does the certificate's next one again, if it was done before then. False if there is none. */
  async repeatNext(tx: Tx, certificateId: string, before: Date): Promise<boolean> {
    const [next, ...more] = this.#open.get(certificateId) ?? [];
    if (next === undefined || Date.parse(next.call.settled_at) > before.getTime() + SETTLED_LATER_MS)
      return false;
    this.#open.set(certificateId, more);
    return repeatIn(this.#context, tx, next);
  }
}
