import type { FastifyRequest } from 'fastify';
import { addMs } from '../../../kit/clock.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { NOTED_MS, noteUses } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { findTerminalSession, type TerminalSession } from './terminal-sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
    clerkId?: string;
  }
  interface FastifyContextConfig {
    /**
     * What clerks do at a terminal, as opposed to its customers: it has the name of the clerk who is signed in, if one is,
     * and keeps them signed in.
     */
    byClerk?: boolean;
    /** The operation looks its terminal up itself, in the statement that it needs anyway. */
    findsTill?: boolean;
  }
}

/** Admits only a terminal with an open session. */
export function requireTerminal(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const digest = sessionOf(request);
    const { byClerk = false, findsTill = false } = request.routeOptions.config;
    if (findsTill) return;
    const { signedIn, ...till } = await openSession(context, digest);
    request.till = till;
    if (signedIn === null || !byClerk) return;
    const { session_id, clerk_id, used_at } = signedIn;
    if (addMs(used_at, NOTED_MS) <= context.clock()) await noteUses(context, [session_id]);
    request.clerkId = clerk_id;
  };
}

/** The digest of the token with which a request names its session; not looked up yet. */
export function sessionOf(request: FastifyRequest): Buffer {
  return tokenDigest(bearerToken(request));
}

/** The open session under this token. Throws the problem if there is none. */
export async function openSession(
  context: ShopContext,
  digest: Buffer,
): Promise<Till & Pick<TerminalSession, 'signedIn'>> {
  const session = await findTerminalSession(context, digest);
  if (session === undefined) throw new ProblemError('unauthenticated');
  const { expires_at, ...open } = session;
  if (expires_at <= context.clock()) throw new ProblemError('session_expired');
  return open;
}

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}

/** The clerk who is signed in at the terminal, or null. For routes with `byClerk`. */
export function clerkOf(request: FastifyRequest): string | null {
  return request.clerkId ?? null;
}
