import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { noteUse } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { findTerminalSession } from './terminal-sessions.ts';

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
  }
}

/** Admits only a terminal with an open session. */
export function requireTerminal(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const session = await findTerminalSession(context, tokenDigest(bearerToken(request)));
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    const { terminal_id, store_id, store_name, signedIn } = session;
    request.till = { terminal_id, store_id, store_name };
    if (signedIn === null || request.routeOptions.config.byClerk !== true) return;
    await noteUse(context, signedIn);
    request.clerkId = signedIn.clerk_id;
  };
}

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}

/** The clerk who is signed in at the terminal, or null. For routes with `byClerk`. */
export function clerkOf(request: FastifyRequest): string | null {
  return request.clerkId ?? null;
}
