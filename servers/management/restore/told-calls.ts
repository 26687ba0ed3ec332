import { Value } from 'typebox/value';
import { RECEIVED_CALLS_PATH } from '../../../contracts/received-calls.ts';
import { AuthorisePayment, PAYMENTS_PATH } from '../../../contracts/settlement-payments.ts';
import { PAYOUTS_PATH } from '../../../contracts/settlement-payouts.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { isId } from '../../../kit/ids.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import { askReceivedCalls, type ReceivedCall } from '../../../kit/restore/ask-received-calls.ts';
import { type Finding, keepFinding } from '../../../kit/restore/findings.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ManagementContext } from '../context.ts';

export type Action =
  | 'authorise'
  | 'capture'
  | 'void'
  | 'refund'
  | 'register'
  | 'correct'
  | 'accept'
  | 'cancel'
  | 'pay_out';

/** A call that this server made then. `subject_id` is its order, group or payout; empty where only the body says which. */
export type ToldCall = ReceivedCall & { party: string; action: Action; subject_id: string };

const OF_PAYMENT = /^\/by-order\/([0-9a-f-]{36})\/(captures|voids|refunds)$/;
const OF_CERTIFICATE = /^\/([0-9a-f-]{36})\/(recipient|acceptance|cancellation)$/;
const ACTIONS: Readonly<Record<string, Action>> = {
  ...{ captures: 'capture', voids: 'void', refunds: 'refund' },
  ...{ recipient: 'correct', acceptance: 'accept', cancellation: 'cancel' },
};

/**
 * Shows what this server had a party do since then, in the order in which it came there, as far as it is of these actions and was
 * signed here. False if the party can't be asked now.
 */
export async function eachToldCall(
  context: ManagementContext,
  party: Party,
  since: Date,
  actions: readonly Action[],
  show: (call: ToldCall) => Promise<void>,
): Promise<boolean> {
  const asking = { ...context, receivedCallsPath: RECEIVED_CALLS_PATH };
  const answer = await askReceivedCalls(asking, party, since, async (call) => {
    const named = actionOf(call.path);
    if (named === undefined || !actions.includes(named.action)) return;
    const told = { ...call, ...named, party: party.party };
    if (!call.isOurs || !isId(call.call_id)) await find(context, { kind: 'call_not_signed_by_us', ...told });
    else await show(told);
  });
  if (answer === 'not_kept') await find(context, { kind: 'calls_not_kept', party: party.party });
  if (answer === 'partial') await find(context, { kind: 'party_restoring', party: party.party });
  return answer !== 'silent';
}

export function actionOf(path: string): Pick<ToldCall, 'action' | 'subject_id'> | undefined {
  if (path === PAYMENTS_PATH) return { action: 'authorise', subject_id: '' };
  if (path === PAYOUTS_PATH) return { action: 'pay_out', subject_id: '' };
  if (path === SHOP_PATHS.certificates) return { action: 'register', subject_id: '' };
  const of = path.startsWith(PAYMENTS_PATH)
    ? OF_PAYMENT.exec(path.slice(PAYMENTS_PATH.length))
    : OF_CERTIFICATE.exec(
        path.startsWith(SHOP_PATHS.certificates) ? path.slice(SHOP_PATHS.certificates.length) : '',
      );
  const [, subject_id = '', name = ''] = of ?? [];
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  return action && { action, subject_id };
}

/** What a call that authorises a payment says of its order; undefined if it can't be read. */
export type Ordered = AuthorisePayment & {
  /** It is the payment of several gifts. */
  isGroup: boolean;
  /** As the address says that the buyer's browser returns to; undefined in calls of earlier versions. */
  shop_id: string | undefined;
  deliver_at: Date | null;
};

export function orderedBy({ body }: ToldCall): Ordered | undefined {
  const asked: unknown = JSON.parse(body);
  if (!Value.Check(AuthorisePayment, asked)) return undefined;
  const back = URL.canParse(asked.return_url ?? '') ? new URL(asked.return_url ?? '') : undefined;
  const deliverAt = new Date(back?.searchParams.get('deliver_at') ?? '');
  return {
    ...asked,
    isGroup: back?.pathname.includes('/give/several/') === true,
    shop_id: back?.searchParams.get('shop') ?? undefined,
    deliver_at: Number.isNaN(deliverAt.getTime()) ? null : deliverAt,
  };
}

/** Says what could not be had; once, however often it is found. */
export async function find(
  { db, clock }: Pick<ManagementContext, 'db' | 'clock'>,
  {
    kind,
    party,
    subject_id = '',
    path,
    call_id,
    about = path === undefined ? '' : `${path} ${call_id}`,
  }: Pick<Finding, 'kind' | 'party'> &
    Partial<Pick<ToldCall, 'subject_id' | 'path' | 'call_id'> & { about: string }>,
): Promise<void> {
  const { epoch_no } = await readEpoch(db);
  const subject = subject_id === '' ? {} : { subject_id };
  await keepFinding(db, epoch_no, { kind, party, about, ...subject }, clock());
}
