import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import { shopOf } from '../shops/shops.ts';
import { lockOrder, type OrderRow } from './orders.ts';

/** Who asks for something to be done with an order: the member whose it is, by id, or staff, with any order. */
export type AskedBy = string | StaffAct;
/** A shop, for a gift of its own. */
export type ShopAsking = { party: string };

export function isStaff(by: AskedBy | ShopAsking): by is StaffAct {
  return typeof by !== 'string' && 'staff_id' in by;
}

function isShop(by: AskedBy | ShopAsking): by is ShopAsking {
  return typeof by !== 'string' && 'party' in by;
}

/** Whose order it has to be; undefined if anybody's. */
export function ownerAsking(by: AskedBy | ShopAsking): string | undefined {
  return typeof by === 'string' ? by : undefined;
}

/** Locks the order, if whoever asks has anything to do with it. */
export async function lockAsked(
  executor: Executor,
  orderId: string,
  by: AskedBy | ShopAsking,
): Promise<OrderRow | undefined> {
  const order = await lockOrder(executor, orderId, ownerAsking(by));
  if (order === undefined || !isShop(by)) return order;
  return (await shopOf(executor, order)).party === by.party ? order : undefined;
}

/** What the history says of who asked, where a shop did. */
export function askedIn(by: AskedBy | ShopAsking): { detail?: { by: string } } {
  return isShop(by) ? { detail: { by: by.party } } : {};
}

/** The kind of the event that says who ended a gift. */
export function endedBy<What extends 'cancelled' | 'withdrawn'>(what: What, by: AskedBy | ShopAsking) {
  const who = isShop(by) ? 'shop' : isStaff(by) ? 'staff' : 'buyer';
  return `${what}_by_${who}` as const;
}

/** Keeps why staff do it, in the transaction that does it. Members need no reason, and a shop keeps its own. */
export async function noteAct(
  tx: Tx,
  by: AskedBy | ShopAsking,
  about: { subject_id: string; action: string; at: Date },
): Promise<void> {
  if (isStaff(by)) await keepNote(tx, by, about);
}
