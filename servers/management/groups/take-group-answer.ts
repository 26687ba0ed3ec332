import { Value } from 'typebox/value';
import { approvalNumberOf, declineReasonOf, Payment } from '../../../contracts/settlement-payments.ts';
import type { CallOutcome, CallRow } from '../../../kit/calls/outcomes.ts';
import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { planGroupVoid } from './group-calls.ts';
import { GROUP_STATES } from './group-states.ts';
import { type GroupRow, lockGroup, moveGroup } from './groups.ts';
import { tellGroupBuyer } from './tell-group.ts';

const CHECK_MS = 2 * SECOND_MS;
/** After a second step the buyer's browser returns to us; this is for when it does not. */
const CHECK_ACTION_MS = 30 * SECOND_MS;

type Answered = {
  context: ManagementContext;
  tx: Tx;
  group: GroupRow;
  outcome: Exclude<CallOutcome, { kind: 'unknown' }>;
};

/** Applies an answer to a group's payment, in the transaction that stores the answer. */
export async function applyGroupAnswer(
  context: ManagementContext,
  tx: Tx,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const take = TAKE[call.purpose];
  if (take === undefined) return;
  const group = await lockGroup(tx, call.subject_id);
  if (group === undefined || GROUP_STATES[group.state].awaits !== call.purpose) return;
  await take({ context, tx, group, outcome });
}

export function isGroupCall(purpose: string): boolean {
  return purpose in TAKE;
}

const TAKE: Readonly<Record<string, (answered: Answered) => Promise<void>>> = {
  authorise_group: takeAuthorisation,
  capture_group: takeCapture,
  void_group: takeVoid,
};

async function takeAuthorisation({ context, tx, group, outcome }: Answered): Promise<void> {
  if (outcome.kind === 'refused' && outcome.code !== 'wrong_state') {
    await decline(context, tx, group, outcome.code);
    return;
  }
  // A payment that exists already, or an answer that can't be read: what was authorised is looked up.
  if (outcome.kind === 'refused' || !Value.Check(Payment, outcome.answer))
    return checkLater(tx, group, addMs(context.clock(), CHECK_MS));
  await takeGroupPayment(context, tx, group, outcome.answer);
}

/** Moves a group that waits for its authorisation according to the payment's status. */
export async function takeGroupPayment(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  payment: Payment,
): Promise<void> {
  const now = context.clock();
  switch (payment.status) {
    case 'authorised':
      await moveGroup(tx, group, 'authorised', now);
      return;
    case 'requires_action':
      if (group.state !== 'requires_action') {
        await sql`
          update order_groups set action_url = ${payment.action_url ?? null}
          where group_id = ${group.group_id}`.execute(tx);
        await moveGroup(tx, group, 'requires_action', now);
      }
      return checkLater(tx, group, addMs(now, CHECK_ACTION_MS));
    case 'processing':
      return checkLater(tx, group, addMs(now, CHECK_MS));
    default:
      await decline(context, tx, group, payment.decline_reason ?? payment.status);
  }
}

/** All confirmed gifts are paid, and from here each continues alone; or the card was declined only now. */
async function takeCapture({ context, tx, group, outcome }: Answered): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused' && outcome.code === 'payment_declined') {
    const why = declineReasonOf(outcome.answer) ?? 'do_not_honor';
    const declined = await decline(context, tx, group, why);
    return tellGroupBuyer(context, tx, declined, 'buyer.card_declined');
  }
  if (outcome.kind === 'refused') {
    await planGroupVoid(context, tx, await moveGroup(tx, group, 'voiding', now, 'capture_refused'));
    return;
  }
  await sql`
    update order_groups set approval_number = ${approvalNumberOf(outcome.answer)}
    where group_id = ${group.group_id}`.execute(tx);
  await tellGroupBuyer(context, tx, await moveGroup(tx, group, 'captured', now), 'buyer.several_complete');
}

async function takeVoid({ context, tx, group, outcome }: Answered): Promise<void> {
  const now = context.clock();
  // A void is refused only once the payment was captured: settlement has the money, and each confirmed share is
  // refunded.
  if (outcome.kind === 'refused') {
    await moveGroup(tx, group, 'captured', now);
    return;
  }
  const abandoned = await moveGroup(tx, group, 'abandoned', now);
  // A buyer who gave up knows; anybody else is told that nothing was bought.
  if (group.end_reason !== 'given_up') await tellGroupBuyer(context, tx, abandoned, 'buyer.purchase_failed');
}

async function decline(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  reason: string,
): Promise<GroupRow> {
  await sql`
    update order_groups set decline_reason = ${reason} where group_id = ${group.group_id}`.execute(tx);
  return moveGroup(tx, { ...group, decline_reason: reason }, 'declined', context.clock());
}

async function checkLater(tx: Tx, group: GroupRow, at: Date): Promise<void> {
  await sql`
    update order_groups set check_payment_at = ${at} where group_id = ${group.group_id}`.execute(tx);
}
