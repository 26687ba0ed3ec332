import type { Tx } from '../../../kit/db/transaction.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';

/** Who asks for something to be done with an order: the member whose it is, by id, or staff, with any order. */
export type AskedBy = string | StaffAct;

export function isStaff(by: AskedBy): by is StaffAct {
  return typeof by !== 'string';
}

/** Whose order it has to be; undefined if anybody's. */
export function ownerAsking(by: AskedBy): string | undefined {
  return isStaff(by) ? undefined : by;
}

/** Keeps why staff do it, in the transaction that does it. Members need no reason. */
export async function noteAct(
  tx: Tx,
  by: AskedBy,
  about: { subject_id: string; action: string; at: Date },
): Promise<void> {
  if (isStaff(by)) await keepNote(tx, by, about);
}
