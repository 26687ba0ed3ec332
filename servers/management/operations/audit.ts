import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { ManagementContext } from '../context.ts';

export type AuditEntry = {
  staff_id: string;
  /** What was done or looked at, such as `look_at_order`. */
  action: string;
  subject_kind: string;
  subject_id: string;
  /** More about it, without secrets or whole phone numbers. */
  detail?: Record<string, unknown>;
};

/** Looking is recorded before anything is shown, so nothing is seen that is not in the trail. */
export async function recordAudit(
  context: ManagementContext,
  executor: Executor,
  entry: AuditEntry,
): Promise<void> {
  await sql`
    insert into audit_trail (audit_id, staff_id, action, subject_kind, subject_id, detail, trace_id, at)
    values (${newId()}, ${entry.staff_id}, ${entry.action}, ${entry.subject_kind}, ${entry.subject_id},
      ${JSON.stringify(entry.detail ?? {})}::jsonb, ${currentTraceId()}, ${context.clock()})`.execute(
    executor,
  );
}

export type AuditLine = {
  audit_id: string;
  at: string;
  staff: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: unknown;
  trace_id: string;
};

/** Newest first, at most `limit`, before the entry `before` when one is given. */
export async function readAuditTrail(
  context: ManagementContext,
  { limit, before }: { limit: number; before?: string },
): Promise<AuditLine[]> {
  const found = await sql<Omit<AuditLine, 'at'> & { at: Date }>`
    select a.audit_id, a.at, s.login as staff, a.action, a.subject_kind, a.subject_id, a.detail, a.trace_id
    from audit_trail a join staff s using (staff_id)
    where ${before === undefined ? sql`true` : sql`a.audit_id < ${before}`}
    order by a.audit_id desc limit ${limit}`.execute(context.db);
  return found.rows.map((line) => ({ ...line, at: line.at.toISOString() }));
}
