import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

const TOKEN_LENGTH_MAX = 200;

/** The session token that a request carries, of whomever: every guard takes it from here. Throws `unauthenticated`. */
export function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > TOKEN_LENGTH_MAX)
    throw new ProblemError('unauthenticated');
  return token;
}
