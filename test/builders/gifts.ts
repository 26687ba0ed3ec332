import { sql } from '../../kit/db/sql.ts';
import type { ProblemCode } from '../../kit/http/statuses.ts';
import { newId } from '../../kit/ids.ts';
import type { Result } from '../../kit/result.ts';
import { acceptOffer } from '../../servers/management/offers/accept-offer.ts';
import type { OrderState } from '../../servers/management/orders/order-states.ts';
import { readOrder } from '../../servers/management/orders/orders.ts';
import { type PlaceOrder, placeOrder } from '../../servers/management/orders/place-order.ts';
import { confirmRecipient } from '../../servers/management/orders/recipient/confirm-recipient.ts';
import type { Recipient } from '../../servers/management/orders/recipient/look-up-name.ts';
import { nameRecipient } from '../../servers/management/orders/recipient/name-recipient.ts';
import { CARD, MEMBER_ID, SHOP_MEMBER, type TestManagement } from './management.ts';

/** The value of a result that a test counts on. */
export function doneOf<T>(result: Result<T, ProblemCode>): T {
  if (!result.ok) throw new Error(`It was refused with ${result.code}.`);
  return result.value;
}

/** Orders a gift worth 50,000 won, with the payment authorised unless the test has said otherwise. */
export async function anOrder({ context }: TestManagement, input: Partial<PlaceOrder> = {}): Promise<string> {
  const orderId = newId();
  doneOf(
    await placeOrder(context, orderId, MEMBER_ID, {
      shop_id: 'haneul',
      amount_minor: 50_000,
      currency: 'KRW',
      payment_method_id: CARD,
      message: '생일 축하해요',
      ...input,
    }),
  );
  return orderId;
}

/** A gift whose recipient's name was read back. */
export async function aReadBack(
  management: TestManagement,
  recipient: Recipient = { phone: SHOP_MEMBER.phone },
  input: Partial<PlaceOrder> = {},
): Promise<string> {
  const orderId = await anOrder(management, input);
  doneOf(await nameRecipient(management.context, orderId, MEMBER_ID, recipient));
  return orderId;
}

/** The buyer confirms the name that was read back last. */
export async function confirmReadBack({ context }: Pick<TestManagement, 'context'>, orderId: string) {
  const { read_back_id } = await readOrder(context.db, orderId);
  return confirmRecipient(context, orderId, MEMBER_ID, read_back_id ?? newId());
}

/** A gift that was paid for and confirmed, and whose recipient is told. */
export async function anOffer(
  management: TestManagement,
  recipient?: Recipient,
  input: Partial<PlaceOrder> = {},
): Promise<string> {
  const orderId = await aReadBack(management, recipient, input);
  doneOf(await confirmReadBack(management, orderId));
  return orderId;
}

/** A gift that was accepted with the PIN 739258. */
export async function anAcceptedGift(management: TestManagement): Promise<string> {
  const orderId = await anOffer(management);
  doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
  return orderId;
}

export async function stateOf({ context }: TestManagement, orderId: string): Promise<OrderState> {
  return (await readOrder(context.db, orderId)).state;
}

/** The kinds of an order's events, in their order. */
export async function eventsOf({ context }: TestManagement, orderId: string): Promise<string[]> {
  const found = await sql<{ kind: string }>`
    select kind from order_events where order_id = ${orderId} order by event_id`.execute(context.db);
  return found.rows.map(({ kind }) => kind);
}

/** The kinds of the messages about an order, in their order. */
export async function messagesOf({ context }: TestManagement, orderId: string): Promise<string[]> {
  const found = await sql<{ kind: string }>`
    select kind from messages where subject_id = ${orderId} order by message_id`.execute(context.db);
  return found.rows.map(({ kind }) => kind);
}
