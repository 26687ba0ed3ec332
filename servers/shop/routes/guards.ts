import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { ProblemError } from '../../../kit/http/problem.ts';
import { keyedDigest } from '../../../kit/pin-digest.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { recordAudit } from '../operations/audit.ts';
import type { Till } from '../operations/redeem.ts';
import type { StaffRole } from '../operations/staff.ts';

export type StaffCaller = { staff_id: string; session_id: string; role: StaffRole };

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
    office?: StaffCaller;
  }
  interface FastifyContextConfig {
    /** Roles of the staff that may call this route of the office. */
    officeRoles?: readonly StaffRole[];
  }
}

/** Lets only a terminal with an open session through. */
export function requireTerminal(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const session = await context.sessions.find(tokenDigest(bearerToken(request)));
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    const { terminal_id, store_id, store_name } = session;
    request.till = { terminal_id, store_id, store_name };
  };
}

/** Lets only the brand's own web shop through, by its key. */
export function requireWebShop(context: ShopContext) {
  const expected = tokenDigest(context.webShopKey);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}

/**
 * Lets only staff through whose role the route names, and writes what they are about to do or see into the audit trail
 * first. Bodies are left out of it: what was changed stands in the tables.
 */
export function requireStaff(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const found = await sql<StaffCaller & { expires_at: Date }>`
      select x.staff_id, x.session_id, s.role, x.expires_at
      from staff_sessions x join staff s using (staff_id)
      where x.token_digest = ${tokenDigest(bearerToken(request))} and x.ended_at is null and s.left_at is null`.execute(
      context.db,
    );
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    const { staff_id, session_id, role } = session;
    if (request.routeOptions.config.officeRoles?.includes(role) !== true) throw new ProblemError('forbidden');
    const action = `${request.method} ${request.routeOptions.url ?? ''}`;
    const subject = { ...Object(request.params), ...Object(request.query) };
    await recordAudit(context, context.db, { staff_id, action, subject });
    request.office = { staff_id, session_id, role };
  };
}

export function staffOf(request: FastifyRequest): StaffCaller {
  if (request.office === undefined) throw new ProblemError('unauthenticated');
  return request.office;
}

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}

function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > 200)
    throw new ProblemError('unauthenticated');
  return token;
}

/** What a request is recognised by where it holds a PIN or a code: a bare hash of those is found by trying them all. */
export function keyedFingerprint(context: ShopContext, request: FastifyRequest): Buffer {
  const text = `${request.method} ${request.url}\n${request.rawBody?.toString('base64') ?? ''}`;
  return keyedDigest(context.secrets.keyRing('token_pepper'), 'fingerprint', text).digest;
}
