import type { FastifyRequest } from 'fastify';
import { addMs, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { App } from '../http/app.ts';
import { wholeAddress } from '../http/client-address.ts';
import { ProblemError } from '../http/problem.ts';
import { sessionToken } from '../http/session-token.ts';
import { tokenDigest } from '../tokens.ts';
import { type AuditLine, recordAudit } from './audit.ts';
import { type StaffCaller, type StaffContext, type StaffRules, staffCookie } from './context.ts';
import { noteUse, programOf, SERVICE_TOKEN } from './service-accounts.ts';
import { idleSince, type Stage } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    staff?: StaffCaller;
  }
  interface FastifyContextConfig {
    /** The staff roles that may call this route. Auditors only read, so no route that changes something lists them. */
    staffRoles?: readonly string[];
    /** What a program must be permitted to call this route; without it no program may. */
    serviceScope?: string;
    /** Stages of a log-in, beside an open session, in which this route may be called. */
    stagesBefore?: readonly Stage[];
    /** Somebody must have logged in, or entered their password or a code again, in the last ten minutes. */
    recentProof?: boolean;
    /**
     * The audit line of a request, if not its route and parameters. `null` for no line: aggregate counts that a page
     * polls every few seconds would bury what people do. Such a request keeps nobody logged in either.
     */
    audited?: ((request: FastifyRequest) => Pick<AuditLine, 'action' | 'subject'>) | null;
  }
}

/** A proof of who one is stands this long for what moves money or decides who may. */
const PROOF_MS = 10 * MINUTE_MS;
/** How exactly it is kept when somebody was last here. */
const SEEN_MS = MINUTE_MS;

type Session = StaffCaller & {
  stage: Stage;
  expires_at: Date;
  last_seen_at: Date;
  proved_at: Date;
};

/**
 * Admits to this scope only staff with a role that the route lists, and programs with its scope. Before anything is done or
 * shown, the audit trail gets a line about it. Bodies are not recorded: the tables hold what was changed.
 */
export function requireStaff(app: App, context: StaffContext, { scopes }: StaffRules): void {
  app.addHook('onRoute', ({ url, config }) => {
    const scope = config?.serviceScope;
    if (scope !== undefined && !scopes.includes(scope))
      throw new Error(`${url} names an unknown scope, ${scope}.`);
  });
  app.addHook('onRequest', async (request) => {
    request.staff = request.headers.authorization?.startsWith(`Bearer ${SERVICE_TOKEN}_`)
      ? await programIn(context, request)
      : await personIn(context, request);
  });
  // Only now, because paths and queries that can't be stored have been refused since.
  app.addHook('preHandler', async (request) => {
    const { audited = routeAndParameters } = request.routeOptions.config;
    const { staff_id } = staffOf(request);
    if (audited !== null) {
      const is_reading = request.method === 'GET';
      await recordAudit(context, context.db, { staff_id, is_reading, ...audited(request) });
    }
  });
}

async function personIn(context: StaffContext, request: FastifyRequest): Promise<StaffCaller> {
  const { db, clock, settings } = context;
  const { staffRoles = [], stagesBefore = [], recentProof, audited } = request.routeOptions.config;
  const found = await sql<Session>`
    select x.staff_id, x.session_id, s.role, x.stage, x.expires_at, x.last_seen_at, x.proved_at
    from staff_sessions x join staff s using (staff_id)
    where x.token_digest = ${tokenDigest(sessionToken(request, staffCookie(context)))}
      and x.ended_at is null and s.left_at is null`.execute(db);
  const [session] = found.rows;
  if (session === undefined) throw new ProblemError('unauthenticated');
  const { staff_id, session_id, role, stage, expires_at, last_seen_at, proved_at } = session;
  const now = clock();
  if (expires_at <= now || last_seen_at <= idleSince(settings, now))
    throw new ProblemError('session_expired');
  if (stage !== 'open' && !stagesBefore.includes(stage)) throw new ProblemError('second_factor_required');
  if (!staffRoles.includes(role)) throw new ProblemError('forbidden');
  if (recentProof === true && proved_at <= addMs(now, -PROOF_MS)) throw new ProblemError('proof_required');
  if (audited !== null && last_seen_at < addMs(now, -SEEN_MS))
    await sql`update staff_sessions set last_seen_at = ${now} where session_id = ${session_id}`.execute(db);
  return { staff_id, session_id, role };
}

async function programIn(context: StaffContext, request: FastifyRequest): Promise<StaffCaller> {
  const { serviceScope } = request.routeOptions.config;
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const program = await programOf(context, token, wholeAddress(request));
  if (program === undefined) throw new ProblemError('unauthenticated');
  if (program.is_expired) throw new ProblemError('session_expired');
  if (serviceScope === undefined || !program.scopes.includes(serviceScope))
    throw new ProblemError('forbidden');
  await noteUse(context, program.caller.staff_id);
  return program.caller;
}

/** For a request of staff that changes something: the keys are the caller's own. */
export function staffIdempotency(
  { db, clock }: Pick<StaffContext, 'db' | 'clock'>,
  request: FastifyRequest,
  status: number,
) {
  return { db, clock, request, scope: `staff:${staffOf(request).staff_id}`, status };
}

export function staffOf(request: FastifyRequest): StaffCaller {
  if (request.staff === undefined) throw new ProblemError('unauthenticated');
  return request.staff;
}

function routeAndParameters({ method, routeOptions, params, query }: FastifyRequest) {
  return { action: `${method} ${routeOptions.url ?? ''}`, subject: { ...Object(params), ...Object(query) } };
}
