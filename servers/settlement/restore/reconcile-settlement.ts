import { Value } from 'typebox/value';
import { MADE_CALLS_PATH } from '../../../contracts/made-calls.ts';
import { PAYMENTS_PATH, Payment } from '../../../contracts/settlement-payments.ts';
import { PAYOUTS_PATH } from '../../../contracts/settlement-payouts.ts';
import { readStored } from '../../../kit/idempotency-keys.ts';
import { askMadeCalls, ownAnswer, type ToldCall } from '../../../kit/restore/ask-made-calls.ts';
import { lostSinceLastFact } from '../../../kit/restore/lost-since.ts';
import { type Reconcile, reconcileAll } from '../../../kit/restore/reconcile.ts';
import type { Evidence, Party } from '../../../kit/signing/index.ts';
import type { SettlementContext } from '../context.ts';
import { endAccounts } from './end-accounts.ts';
import { find, type Made } from './made-payment.ts';
import { restoreCapture, restoreRefund, restoreVoid } from './restore-changes.ts';
import { restoreAuthorisation } from './restore-payment.ts';
import { askForUnsent, restorePayout } from './restore-payouts.ts';
import { restoreReferences } from './restore-references.ts';

type Kind = 'authorise' | 'capture' | 'void' | 'refund' | 'pay_out';

/** Those for whom payments are taken, and who hold what was answered. */
export function payersOf({ parties }: Pick<SettlementContext, 'parties'>): Party[] {
  return parties.filter(({ role }) => role === 'management' || role === 'shop');
}

/**
 * After a restore: what payers had this server do is done again, as it was answered then by its own signature. All that brings
 * money into trust comes before all that takes it out. Then banks are asked about payouts that they may have had. Returns more
 * than 0 when everything is here.
 */
export function reconcileSettlement(context: SettlementContext): Promise<number> {
  const asking = { ...context, parties: payersOf(context), madeCallsPath: MADE_CALLS_PATH };
  const repeat =
    (kinds: readonly Kind[]): Reconcile =>
    async (party, since) => {
      const answer = await askMadeCalls(asking, party, since, (call, evidence) =>
        repeatCall(context, party.party, { call, evidence }, kinds),
      );
      if (answer === 'not_kept') await find(context, party.party, 'calls_not_kept');
      if (answer === 'partial') await find(context, party.party, 'party_restoring');
      return answer !== 'silent';
    };
  return reconcileAll(asking, context.restoreGate, {
    lostSince: lostSinceLastFact,
    // An authorisation whose answer was lost may have been answered after its capture.
    passes: [
      repeat(['authorise']),
      repeat(['capture', 'void']),
      repeat(['refund', 'pay_out']),
      (party) => endAccounts(context, party),
    ],
    atLast: async () => {
      await restoreReferences(context);
      await askForUnsent(context);
    },
  });
}

async function repeatCall(
  context: SettlementContext,
  party: string,
  { call, evidence }: { call: ToldCall; evidence: Evidence },
  kinds: readonly Kind[],
): Promise<void> {
  const kind = kindOf(call.path);
  if (kind === undefined || !kinds.includes(kind)) return;
  const known = await readStored(context.db, `peer:${party}`, call.call_id);
  if (known !== undefined && known.status !== null) return;
  const answer = await ownAnswer(context.signingKey, call);
  if (answer === undefined)
    return find(context, party, 'call_not_answered_by_us', { about: `${call.path} ${call.call_id}` });
  const why = await repeat(context, kind, { party, call, answer, evidence });
  if (why !== undefined) await find(context, party, why, { about: `${call.path} ${call.call_id}` });
}

async function repeat(context: SettlementContext, kind: Kind, made: Made): Promise<string | undefined> {
  const { answer, call } = made;
  if (kind === 'pay_out') return restorePayout(context, made);
  if (kind === 'void') return restoreVoid(context, made, orderOf(call.path));
  if (!Value.Check(Payment, answer)) return 'call_refused';
  if (kind === 'capture') return restoreCapture(context, made, answer);
  if (kind === 'refund') return restoreRefund(context, made, answer);
  return (await restoreAuthorisation(context, made, answer)) ? undefined : 'call_refused';
}

const CHANGE = /^\/by-order\/([0-9a-f-]{36})\/(captures|voids|refunds)$/;
const KINDS: Readonly<Record<string, Kind>> = { captures: 'capture', voids: 'void', refunds: 'refund' };

function kindOf(path: string): Kind | undefined {
  if (path === PAYMENTS_PATH) return 'authorise';
  if (path === PAYOUTS_PATH) return 'pay_out';
  const [, , verb = ''] = CHANGE.exec(path.slice(PAYMENTS_PATH.length)) ?? [];
  return path.startsWith(PAYMENTS_PATH) && Object.hasOwn(KINDS, verb) ? KINDS[verb] : undefined;
}

function orderOf(path: string): string {
  return CHANGE.exec(path.slice(PAYMENTS_PATH.length))?.[1] ?? '';
}
