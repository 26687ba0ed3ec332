import { inTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { RefusalOf, Result } from '../result.ts';
import { recordAudit } from './audit.ts';
import type { StaffContext } from './context.ts';
import { checkNewStaff } from './password.ts';
import { type ADD_STAFF_REFUSALS, addStaff, type Staff } from './staff.ts';

/**
 * Adds somebody whom nobody on the staff adds: the first administrator, or another one once all have lost their second
 * factor. Whoever runs the server does it, and the audit trail says so.
 */
export async function addByCommand(
  { db, clock }: Pick<StaffContext, 'db' | 'clock'>,
  { password, ...given }: { login: string; name: string; role: string; password: string },
): Promise<Result<Staff, RefusalOf<typeof ADD_STAFF_REFUSALS>>> {
  const checked = await checkNewStaff({ ...given, password });
  if (!checked.ok) return checked;
  const staff_id = newId();
  return inTransaction(db, async (tx) => {
    const added = await addStaff({ clock }, tx, { ...given, ...checked.value, staff_id });
    if (!added.ok) return added;
    const { login, role } = added.value;
    await recordAudit({ clock }, tx, { staff_id, action: 'added_by_command', subject: { login, role } });
    return added;
  });
}
