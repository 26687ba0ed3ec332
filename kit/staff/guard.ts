import type { FastifyRequest } from 'fastify';
import { sql } from '../db/sql.ts';
import type { App } from '../http/app.ts';
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

type GuardContext = Pick<StaffContext, 'db' | 'clock' | 'publicUrl' | 'signingKey'>;

/**
 * Admits to this scope only staff with a role that the route lists. Before anything is done or shown, the audit trail gets
 * a line about it. Bodies are not recorded: the tables hold what was changed.
 */
export function requireStaff(app: App, context: GuardContext): void {
  app.addHook('onRequest', authenticate(context));
  // Only now, because paths and queries that can't be stored have been refused since.
  app.addHook('preHandler', async (request) => {
    const { audited = routeAndParameters } = request.routeOptions.config;
    const { staff_id } = staffOf(request);
    if (audited !== null) await recordAudit(context, context.db, { staff_id, ...audited(request) });
  });
}

function authenticate(context: GuardContext) {
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
    if (!request.routeOptions.config.staffRoles?.includes(role)) throw new ProblemError('forbidden');
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
