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
  {
    staff_id,
    action,
    subject,
    is_reading = false,
  }: {
    staff_id: string;
    action: string;
    subject: AuditLine['subject'];
    /** Whether they only look. */
    is_reading?: boolean;
  },
): Promise<void> {
  await sql`
    insert into audit_trail (audit_id, staff_id, action, subject, trace_id, at, is_reading)
    values (${newId()}, ${staff_id}, ${action}, ${JSON.stringify(subject)}::jsonb, ${currentTraceId()}, ${clock()},
      ${is_reading})`.execute(executor);
}

export type AuditFilters = {
  before?: string;
  limit: number;
  /** Whose lines, by login. */
  login?: string;
  /** What they did; names of actions that contain this. */
  action?: string;
  from?: Date | undefined;
  until?: Date | undefined;
  /** Without what this person looked at. */
  without_readings_of?: string | undefined;
};

/** At most `limit` lines, newest first, older than `before` if given. */
export async function readAuditTrail(executor: Executor, filters: AuditFilters): Promise<AuditLine[]> {
  const { before, limit, login, action, from, until, without_readings_of: reader } = filters;
  const found = await sql<Omit<AuditLine, 'at'> & { at: Date }>`
    select a.audit_id, s.login as staff_login, a.action, a.subject, a.trace_id, a.at
    from audit_trail a join staff s using (staff_id)
    where ${before === undefined ? sql`true` : sql`a.audit_id < ${before}`}
      and ${login === undefined ? sql`true` : sql`s.login = ${login}`}
      and ${action === undefined ? sql`true` : sql`position(lower(${action}) in lower(a.action)) > 0`}
      and ${from === undefined ? sql`true` : sql`a.at >= ${from}`}
      and ${until === undefined ? sql`true` : sql`a.at < ${until}`}
      and ${
        reader === undefined
          ? sql`true`
          : sql`not (a.staff_id = ${reader} and coalesce(a.is_reading, a.action like 'GET %'))`
      }
    order by a.audit_id desc limit ${limit}`.execute(executor);
  return found.rows.map((line) => ({ ...line, at: line.at.toISOString() }));
}
