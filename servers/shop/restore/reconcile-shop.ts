import { NOTICE_BATCHES_PATH } from '../../../contracts/notices.ts';
import { lostSinceLastRange } from '../../../kit/restore/lost-since.ts';
import { type Reconcile, reconcileAll } from '../../../kit/restore/reconcile.ts';
import { restoreStream } from '../../../kit/restore/restore-stream.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { DISPUTE_ACTIONS, DisputeCalls } from './dispute-calls.ts';
import { repeatCalls } from './repeat-calls.ts';
import { replayFacts } from './replay-facts.ts';

/** Those whom this server tells what happened to their certificates. */
export function operatorsOf({ parties }: Pick<ShopContext, 'parties'>): Party[] {
  return parties.filter(({ role }) => role === 'management');
}

/**
 * After a restore, of each operator: certificates are registered, corrected and accepted again; then what was told of them is
 * replayed, with what disputes had done in between; then what was cancelled is cancelled again, which is only right once all
 * uses are here. Returns more than 0 when
 * everything is here.
 */
export function reconcileShop(context: ShopContext): Promise<number> {
  const asking = { ...context, path: NOTICE_BATCHES_PATH, parties: operatorsOf(context) };
  const disputes = new DisputeCalls(context);
  const reconcile: Reconcile = async (party, lostSince) =>
    (await repeatCalls(context, party, lostSince, ['relay', 'register', 'correct', 'accept'])) &&
    (await disputes.fetch(party, lostSince)) &&
    (await restoreStream(
      asking,
      (tx, name, facts, epochNo) => replayFacts({ context, disputes }, tx, name, facts, epochNo),
      party,
    )) &&
    (await repeatCalls(context, party, lostSince, ['cancel', ...DISPUTE_ACTIONS]));
  return reconcileAll(asking, context.restoreGate, { lostSince: lostSinceLastRange, passes: [reconcile] });
}
