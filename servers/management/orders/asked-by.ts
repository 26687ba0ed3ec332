import type { Tx } from '../../../kit/db/transaction.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';

/** Who asks for something to be done with an order: the member whose it is, by id, or staff, with any order. */
export type AskedBy = string | StaffAct;
/** A shop, for a gift of its own. */
export type ShopAsking = { party: string };

export function isStaff(by: AskedBy | ShopAsking): by is StaffAct {
  return typeof by !== 'string' && 'staff_id' in by;
}

/** Whose order it has to be; undefined if anybody's. */
export function ownerAsking(by: AskedBy | ShopAsking): string | undefined {
  return typeof by === 'string' ? by : undefined;
}

/** Keeps why staff do it, in the transaction that does it. Members need no reason. */
export async function noteAct(
  tx: Tx,
  by: AskedBy | ShopAsking,
  about: { subject_id: string; action: string; at: Date },
): Promise<void> {
  if (isStaff(by)) await keepNote(tx, by, about);
}
