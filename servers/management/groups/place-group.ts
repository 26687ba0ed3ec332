import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { canCall } from '../messages/plan-dial.ts';
import { eventOf, orderFact, orderTerms } from '../orders/order-events.ts';
import {
  AUTHORISE_MINUTES,
  canPay,
  deliveryDate,
  messageOf,
  type PlaceOrder,
  readOffered,
} from '../orders/place-order.ts';
import { driveGroup } from './drive-group.ts';
import { planGroupAuthorise } from './group-calls.ts';
import { type GroupView, groupView } from './group-view.ts';
import { GROUP_COLUMNS, type GroupRow, groupFact } from './groups.ts';
import { LIST_LINES_MAX, type ListRecipient, nameOf, problemOf } from './recipient-list.ts';

export type PlaceGroup = Omit<PlaceOrder, 'amount_minor'> & { recipients: ListRecipient[] };

export const PLACE_GROUP_REFUSALS = refusals(
  'recipient_list_too_long',
  'shop_not_found',
  'currency_unsupported',
  'recipient_list_invalid', // with the position and code of each problem
  'delivery_date_out_of_range', // also in the past
  'message_invalid',
  'message_has_link',
  'payment_method_not_found',
  'payment_method_elsewhere', // it belongs to another settlement server than the shop
);

/**
 * Purchase 3–5 for a group: one payment of the sum is authorised. Each recipient gets an order of their own, and the
 * names behind the numbers are looked up once the payment is authorised. A decline is a state of the group, not a
 * refusal.
 */
export async function placeGroup(
  context: ManagementContext,
  groupId: string,
  memberId: string,
  input: PlaceGroup,
): Promise<Result<GroupView, RefusalOf<typeof PLACE_GROUP_REFUSALS>>> {
  const can_call = await canCall(context);
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof PLACE_GROUP_REFUSALS>>> => {
      const known = await sql`select 1 from order_groups where group_id = ${groupId}`.execute(tx);
      if (known.rows.length > 0) return done(null);
      if (input.recipients.length > LIST_LINES_MAX)
        return refuse('recipient_list_too_long', { max: LIST_LINES_MAX });
      const offered = await readOffered(tx, memberId, input);
      const { shop } = offered;
      if (shop === undefined) return refuse('shop_not_found');
      if (shop.currency !== input.currency) return refuse('currency_unsupported');
      const firstOf = new Map<string, number>();
      const problems = input.recipients.flatMap((recipient, index) => {
        const problem = problemOf(recipient, { ...shop, can_call }, firstOf, index + 1);
        return problem === null ? [] : [{ position: index + 1, code: problem.code }];
      });
      if (problems.length > 0) return refuse('recipient_list_invalid', { recipients: problems });
      const now = context.clock();
      const deliverAt = deliveryDate(input, now);
      if (!deliverAt.ok) return deliverAt;
      const message = messageOf(input);
      if (!message.ok) return message;
      const payable = canPay(context, offered, shop);
      if (!payable.ok) return payable;

      const sum = input.recipients.reduce((total, { amount_minor }) => total + amount_minor, 0n);
      const inserted = await sql<GroupRow>`
      insert into order_groups as g (group_id, member_id, shop_id, payment_method_id, payment_route, amount_minor, currency,
        state, authorise_by, created_at)
      values (${groupId}, ${memberId}, ${shop.shop_id}, ${input.payment_method_id}, ${shop.payment_route}, ${sum},
        ${input.currency}, 'authorising', ${addMs(now, AUTHORISE_MINUTES * MINUTE_MS)}, ${now})
      returning ${GROUP_COLUMNS}`.execute(tx);
      for (const group of inserted.rows) {
        await writeFact(tx, groupFact(group, null, now));
        for (const [index, recipient] of input.recipients.entries())
          await insertShare(
            tx,
            group,
            {
              ...input,
              message: message.value,
              deliver_at: deliverAt.value,
              commission_bp: shop.commission_bp,
            },
            recipient,
            index + 1,
          );
        await planGroupAuthorise(context, tx, group);
      }
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  await driveGroup(context, groupId);
  return done(await groupView(context.db, groupId, context.clock()));
}

type SharedFields = Pick<PlaceGroup, 'card_design'> & {
  message: string | null;
  deliver_at: Date | null;
  commission_bp: number;
};

/** Stores one gift of the group, and the line of the list that it comes from. */
async function insertShare(
  tx: Tx,
  group: GroupRow,
  { message, card_design, deliver_at, commission_bp }: SharedFields,
  recipient: ListRecipient,
  lineNo: number,
): Promise<void> {
  const orderId = newId();
  await sql`
    insert into orders (order_id, group_id, member_id, shop_id, payment_method_id, payment_route, commission_bp,
      amount_minor, currency, message, card_design, deliver_at, state, authorise_by, created_at)
    values (${orderId}, ${group.group_id}, ${group.member_id}, ${group.shop_id}, ${group.payment_method_id},
      ${group.payment_route}, ${commission_bp}, ${recipient.amount_minor}, ${group.currency}, ${message},
      ${card_design ?? null}, ${deliver_at}, 'authorising', ${group.authorise_by}, ${group.created_at})`.execute(
    tx,
  );
  await sql`
    insert into group_lines (order_id, group_id, line_no, address, name)
    values (${orderId}, ${group.group_id}, ${lineNo}, ${'email' in recipient ? recipient.email : recipient.phone},
      ${nameOf(recipient)})`.execute(tx);
  const terms = orderTerms({ ...group, amount_minor: recipient.amount_minor, commission_bp });
  const event = eventOf(orderId, null, 'authorising', { kind: 'ordered', terms });
  await writeFact(tx, orderFact(event, group.created_at));
}
