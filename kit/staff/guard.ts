import type { FastifyRequest } from 'fastify';
import { sql } from '../db/sql.ts';
import { ProblemError } from '../http/problem.ts';
import { sessionToken } from '../http/session-token.ts';
import { tokenDigest } from '../tokens.ts';
import { type AuditLine, recordAudit } from './audit.ts';
import { type StaffContext, staffCookie } from './staff.ts';

type StaffCaller = { staff_id: string; session_id: string; role: string };

declare module 'fastify' {
  interface FastifyRequest {
    staff?: StaffCaller;
  }
  interface FastifyContextConfig {
    /** The staff roles that may call this route. Auditors only read, so no route that changes something lists them. */
    staffRoles?: readonly string[];
    /**
     * The audit line of a request, if not its route and parameters. `null` for no line: aggregate counts that a page
     * polls every few seconds would bury what people do.
     */
    audited?: ((request: FastifyRequest) => Pick<AuditLine, 'action' | 'subject'>) | null;
  }
}

/**
 * Admits only staff with a role that the route lists, and first records in the audit trail what they are about to do or
 * see. Bodies are not recorded: the tables hold what was changed.
 */
export function requireStaff(context: Pick<StaffContext, 'db' | 'clock' | 'publicUrl' | 'signingKey'>) {
  const { db, clock } = context;
  const cookie = staffCookie(context);
  return async (request: FastifyRequest): Promise<void> => {
    const found = await sql<StaffCaller & { expires_at: Date }>`
      select x.staff_id, x.session_id, s.role, x.expires_at
      from staff_sessions x join staff s using (staff_id)
      where x.token_digest = ${tokenDigest(sessionToken(request, cookie))} and x.ended_at is null and s.left_at is null`.execute(
      db,
    );
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    const { staff_id, session_id, role, expires_at } = session;
    if (expires_at <= clock()) throw new ProblemError('session_expired');
    const { staffRoles = [], audited = routeAndParameters } = request.routeOptions.config;
    if (!staffRoles.includes(role)) throw new ProblemError('forbidden');
    if (audited !== null) await recordAudit({ clock }, db, { staff_id, ...audited(request) });
    request.staff = { staff_id, session_id, role };
  };
}

export function staffOf(request: FastifyRequest): StaffCaller {
  if (request.staff === undefined) throw new ProblemError('unauthenticated');
  return request.staff;
}

function routeAndParameters({ method, routeOptions, params, query }: FastifyRequest) {
  return { action: `${method} ${routeOptions.url ?? ''}`, subject: { ...Object(params), ...Object(query) } };
}
