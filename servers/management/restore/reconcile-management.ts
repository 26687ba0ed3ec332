import { Value } from 'typebox/value';
import { RECEIVED_CALLS_PATH } from '../../../contracts/received-calls.ts';
import { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import { CallsCheck } from '../../../kit/restore/calls-check.ts';
import { lostRequest } from '../../../kit/restore/lost-calls.ts';
import { lostSinceLastFact } from '../../../kit/restore/lost-since.ts';
import { type Reconcile, reconcileAll } from '../../../kit/restore/reconcile.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ManagementContext } from '../context.ts';
import { askNotices } from './ask-notices.ts';
import { finishOrders } from './finish-orders.ts';
import { Silent } from './make-again.ts';
import { restoreGroup, restoreGroupCapture, restoreGroupVoid, restoreShare } from './restore-group.ts';
import { meetBuyers, restoreCards, restoreMembers, type Strangers } from './restore-members.ts';
import {
  restoreAcceptance,
  restoreCancellation,
  restoreCapture,
  restoreCorrection,
  restoreOrder,
  restoreRefund,
  restoreRegistration,
  restoreVoid,
  shopThen,
} from './restore-order.ts';
import { keepPayout } from './restore-payouts.ts';
import { type Action, actionOf, eachToldCall, find, orderedBy, type ToldCall } from './told-calls.ts';

/** Those that this server has do something, and that keep its signed requests. */
export function askedParties({ parties }: Pick<ManagementContext, 'parties'>): Party[] {
  return parties.filter(({ role }) => role === 'settlement' || role === 'shop');
}

/** Finds out when a process starts whether the database was restored: then others hold calls that it has made and doesn't know. */
export function restoreCheck(context: ManagementContext): CallsCheck {
  const asking = {
    ...context,
    parties: askedParties(context),
    receivedCallsPath: RECEIVED_CALLS_PATH,
  };
  return new CallsCheck({ ...asking, lostCall: lostRequest(asking, (path) => actionOf(path) !== undefined) });
}

/**
 * After a restore: every call that this server made since then is made once more, under its key and with its bytes, as settlement
 * and shops keep it, by this server's own signature. They answer as they did, do nothing again, and the answers are taken by the
 * same steps as then, as of then: so orders, certificates, refunds and books are what they were. In this order, of all parties:
 * who bought, what was authorised, what was captured or voided, what became of certificates, and what was refunded and paid out. Uses
 * come with the notices of shops, which are asked to tell them again. Returns more than 0 when everything is here.
 */
export async function reconcileManagement(context: ManagementContext): Promise<number> {
  const strangers: Strangers = new Map();
  const repeat =
    (actions: readonly Action[]): Reconcile =>
    (party, since) =>
      eachToldCall(context, party, since, actions, (told) => repeatCall(context, told));
  try {
    return await reconcileAll({ ...context, parties: askedParties(context) }, context.restoreGate, {
      lostSince: lostSinceLastFact,
      passes: [
        (party, since) => meetBuyers(context, party, since, strangers),
        (party, since) => restoreMembers(context, party, since, strangers),
        repeat(['authorise']),
        repeat(['capture', 'void']),
        repeat(['register', 'correct', 'accept', 'cancel']),
        repeat(['refund', 'pay_out']),
        (party) => askNotices(context, party),
      ],
      atLast: async () => {
        await restoreCards(context);
        await finishOrders(context);
      },
    });
  } catch (error) {
    if (error instanceof Silent) return 0;
    throw error;
  }
}

async function repeatCall(context: ManagementContext, told: ToldCall): Promise<void> {
  switch (told.action) {
    case 'authorise':
      return repeatAuthorisation(context, told);
    case 'capture':
      return (await isGroup(context, told.subject_id))
        ? restoreGroupCapture(context, told)
        : restoreCapture(context, told);
    case 'void':
      return (await isGroup(context, told.subject_id))
        ? restoreGroupVoid(context, told)
        : restoreVoid(context, told);
    case 'register':
      return repeatRegistration(context, told);
    case 'correct':
      return restoreCorrection(context, told);
    case 'accept':
      return restoreAcceptance(context, told);
    case 'cancel':
      return restoreCancellation(context, told);
    case 'refund':
      return restoreRefund(context, told);
    case 'pay_out':
      return keepPayout(context, told);
  }
}

async function repeatAuthorisation(context: ManagementContext, told: ToldCall): Promise<void> {
  const ordered = orderedBy(told);
  const shop = ordered && (await shopThen(context, told, ordered));
  const subject_id = ordered?.order_id ?? '';
  if (ordered === undefined || shop === undefined)
    return find(context, { ...told, kind: 'call_not_repeated', subject_id });
  const known = await sql`
    select 1 from members where member_id = ${ordered.payer_reference} and member_number is not null`.execute(
    context.db,
  );
  // Nothing was registered for them, so nobody has said who they are.
  if (known.rows.length === 0) return find(context, { ...told, kind: 'buyer_unknown', subject_id });
  return ordered.isGroup
    ? restoreGroup(context, told, ordered, shop)
    : restoreOrder(context, told, ordered, shop);
}

async function repeatRegistration(context: ManagementContext, told: ToldCall): Promise<void> {
  const certificate: unknown = JSON.parse(told.body);
  if (!Value.Check(RegisterCertificate, certificate))
    return find(context, { ...told, kind: 'call_not_repeated' });
  await restoreShare(context, told, certificate);
  return restoreRegistration(context, told, certificate);
}

async function isGroup({ db }: ManagementContext, id: string): Promise<boolean> {
  const found = await sql`select 1 from order_groups where group_id = ${id}`.execute(db);
  return found.rows.length > 0;
}
