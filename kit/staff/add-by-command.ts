import { inTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { done, type RefusalOf, type Result } from '../result.ts';
import { recordAudit } from './audit.ts';
import type { StaffContext } from './context.ts';
import { checkNewStaff } from './password.ts';
import { newPasswordLink } from './resets.ts';
import { type ADD_STAFF_REFUSALS, addStaff, type Staff } from './staff.ts';

/** With the token of the link by which they choose a password, unless they were given one. */
type Added = Staff & { link: { token: string; expires_at: string } | null };

/**
 * Adds somebody whom nobody on the staff adds: the first administrator, or another one once all have lost their second
 * factor. Whoever runs the server does it, and the audit trail says so.
 */
export async function addByCommand(
  { db, clock, random }: Pick<StaffContext, 'db' | 'clock' | 'random'>,
  { password, ...given }: { login: string; name: string; role: string; password: string | null },
): Promise<Result<Added, RefusalOf<typeof ADD_STAFF_REFUSALS>>> {
  const checked = await checkNewStaff({ ...given, password });
  if (!checked.ok) return checked;
  const staff_id = newId();
  return inTransaction(db, async (tx) => {
    const added = await addStaff({ clock }, tx, { ...given, ...checked.value, staff_id });
    if (!added.ok) return added;
    const { login, role } = added.value;
    await recordAudit({ clock }, tx, { staff_id, action: 'added_by_command', subject: { login, role } });
    const link =
      password === null
        ? await newPasswordLink({ clock, random }, tx, { staffId: staff_id, madeBy: null })
        : null;
    return done({ ...added.value, link });
  });
}
