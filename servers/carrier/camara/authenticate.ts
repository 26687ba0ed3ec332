import type { FastifyRequest } from 'fastify';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { App } from '../../../kit/http/app.ts';
import type { CarrierContext } from '../context.ts';
import type { Caller } from '../look-ups/look-up.ts';
import { CamaraError } from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const KNOWN_TOKENS_MAX = 1_000;
const CORRELATOR = /^[a-zA-Z0-9-_:;./<>{}]{0,256}$/;

/** Requires an access token on every route of this scope, before the request is parsed, and echoes x-correlator. */
export function requireToken(app: App, context: CarrierContext): void {
  const readToken = tokenReader(context);
  app.addHook('onRequest', async (request, reply) => {
    const correlator = request.headers['x-correlator'];
    if (typeof correlator === 'string' && CORRELATOR.test(correlator))
      reply.header('x-correlator', correlator);
    else if (correlator !== undefined)
      throw new CamaraError(400, 'INVALID_ARGUMENT', 'x-correlator contains invalid characters.');
    request.caller = {
      ...(await readToken(request.headers.authorization ?? '')),
      correlator: typeof correlator === 'string' ? correlator : undefined,
    };
  });
}

/** The caller of a route under `requireToken`. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === undefined)
    throw new CamaraError(401, 'UNAUTHENTICATED', 'Request not authenticated.');
  return request.caller;
}

function tokenReader(context: CarrierContext) {
  const jwks = createLocalJWKSet(context.tokenJwks);
  const known = new Map<string, JWTPayload>();

  /** A client uses a token for many requests: its signature is verified once. */
  async function payloadOf(token: string): Promise<JWTPayload> {
    const nowS = context.clock().getTime() / 1_000;
    const before = known.get(token);
    if (before?.exp !== undefined && before.iat !== undefined && before.iat <= nowS && nowS < before.exp)
      return before;
    const { payload } = await jwtVerify(token, jwks, {
      issuer: context.issuer,
      audience: context.issuer,
      typ: 'at+jwt',
      currentDate: context.clock(),
    });
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= KNOWN_TOKENS_MAX) known.delete(oldest);
    known.set(token, payload);
    return payload;
  }

  return async (authorization: string): Promise<Omit<Caller, 'correlator'>> => {
    const [scheme, token = ''] = authorization.split(' ');
    try {
      if (scheme?.toLowerCase() !== 'bearer') throw new errors.JWTInvalid();
      const payload = await payloadOf(token);
      const client = context.clients.get(payload.sub ?? '');
      if (client === undefined) throw new errors.JWTInvalid();
      return {
        client_id: client.client_id,
        ground: client.ground,
        scopes: new Set(String(payload.scope ?? '').split(' ')),
        phone: typeof payload.phone_number === 'string' ? payload.phone_number : undefined,
      };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new CamaraError(
        401,
        'UNAUTHENTICATED',
        'Request not authenticated due to missing, invalid, or expired credentials.',
      );
    }
  };
}
