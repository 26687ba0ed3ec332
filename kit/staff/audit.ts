import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { currentTraceId } from '../trace.ts';

export type AuditLine = {
  audit_id: string;
  staff_login: string;
  action: string;
  subject: Readonly<Record<string, unknown>>;
  trace_id: string;
  at: string;
};

/** Called before anything is done or shown, so that nothing is missing from the trail. */
export async function recordAudit(
  { clock }: { clock: Clock },
  executor: Executor,
  { staff_id, action, subject }: { staff_id: string; action: string; subject: AuditLine['subject'] },
): Promise<void> {
  await sql`
    insert into audit_trail (audit_id, staff_id, action, subject, trace_id, at)
    values (${newId()}, ${staff_id}, ${action}, ${JSON.stringify(subject)}::jsonb, ${currentTraceId()}, ${clock()})`.execute(
    executor,
  );
}

/** At most `limit` lines, newest first, older than `before` if given. */
export async function readAuditTrail(
  executor: Executor,
  { before, limit }: { before?: string; limit: number },
): Promise<AuditLine[]> {
  const found = await sql<Omit<AuditLine, 'at'> & { at: Date }>`
    select a.audit_id, s.login as staff_login, a.action, a.subject, a.trace_id, a.at
    from audit_trail a join staff s using (staff_id)
    where ${before === undefined ? sql`true` : sql`a.audit_id < ${before}`}
    order by a.audit_id desc limit ${limit}`.execute(executor);
  return found.rows.map((line) => ({ ...line, at: line.at.toISOString() }));
}
