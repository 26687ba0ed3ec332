import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import type { ShopContext } from '../context.ts';

export const NOTE_CERTIFICATE_REFUSALS = refusals('certificate_not_found');

/** Notes something about a certificate, for other staff. */
export async function noteCertificate(
  { clock }: Pick<ShopContext, 'clock'>,
  tx: Tx,
  certificateId: string,
  act: StaffAct,
): Promise<Result<{ note_id: string }, RefusalOf<typeof NOTE_CERTIFICATE_REFUSALS>>> {
  const found = await sql<{ one: number }>`
    select 1 as one from certificates where certificate_id = ${certificateId}`.execute(tx);
  if (found.rows.length === 0) return refuse('certificate_not_found');
  await keepNote(tx, act, { subject_id: certificateId, action: 'note', at: clock() });
  return done({ note_id: act.note_id });
}
