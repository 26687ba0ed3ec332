import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { TerminalSessions } from './terminal-sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
  }
}

/** Admits only a terminal with an open session. */
export function requireTerminal(context: ShopContext) {
  const sessions = new TerminalSessions(context);
  return async (request: FastifyRequest): Promise<void> => {
    const session = await sessions.find(tokenDigest(bearerToken(request)));
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    const { terminal_id, store_id, store_name } = session;
    request.till = { terminal_id, store_id, store_name };
  };
}

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}
