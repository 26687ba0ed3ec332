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
    /** Roles of the staff that may call this route. An auditor only reads, so no changing route names that one. */
    staffRoles?: readonly string[];
    /**
     * What the audit trail says of a request, where that is not its route and its parameters. `null` where it says
     * nothing: counts about nobody that a page asks for every few seconds would bury what people do.
     */
    audited?: ((request: FastifyRequest) => Pick<AuditLine, 'action' | 'subject'>) | null;
  }
}

/**
 * Lets only staff through whose role the route names, and writes what they are about to do or see into the audit trail
 * first. Bodies are left out of it: what was changed stands in the tables.
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
