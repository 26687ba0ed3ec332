import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import Type from 'typebox';
import { CAMARA_PATHS, ErrorInfo, PhoneNumber } from '../../../contracts/carrier-camara.ts';
import type { App } from '../../../kit/http/app.ts';
import { problemOf } from '../../../kit/http/errors.ts';
import type { CarrierContext } from '../context.ts';
import type { Caller, LookUp } from '../look-ups/look-up.ts';
import { fillIn } from './fill-in.ts';
import { MATCHABLE, match } from './match.ts';
import { checkRecycling } from './number-recycling.ts';
import { checkSimSwap, simSwapDate } from './sim-swap.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const CORRELATOR = /^[a-zA-Z0-9-_:;./<>{}]{0,256}$/;
const OptionalPhone = Type.Object({ phoneNumber: Type.Optional(PhoneNumber) });
const FullDate = Type.String({ format: 'date' });
const FORMATS: Record<string, object> = {
  birthdate: { format: 'date' },
  idDocumentExpiryDate: { format: 'date' },
  email: { format: 'email' },
  gender: { enum: ['MALE', 'FEMALE', 'OTHER'] },
  idDocumentType: {
    enum: [
      'passport',
      'national_id_card',
      'residence_permit',
      'diplomatic_id',
      'driver_licence',
      'social_security_id',
      'other',
    ],
  },
};
const MatchBody = Type.Object({
  phoneNumber: Type.Optional(PhoneNumber),
  ...Object.fromEntries(
    MATCHABLE.map((name) => [name, Type.Optional(Type.String({ maxLength: 300, ...FORMATS[name] }))]),
  ),
});

class CamaraError extends Error {
  readonly info: ErrorInfo;
  constructor(status: number, code: string, message: string) {
    super(code);
    this.info = { status, code, message };
  }
}

/** The operators' standard APIs, whose errors have CAMARA's format rather than ours. */
export async function camaraRoutes(app: App, context: CarrierContext): Promise<void> {
  const jwks = createLocalJWKSet(context.tokenJwks);
  const security = [{ session: [] }];
  const response = { '4xx': ErrorInfo };

  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof CamaraError) return reply.code(error.info.status).send(error.info);
    const status =
      error.statusCode ??
      (('code' in error && error.code === 'validation_failed') || error.name === 'ProblemError' ? 400 : 500);
    if (status >= 500) request.log.error({ err: error }, 'unexpected error');
    if (problemOf(error).code === 'service_unavailable')
      return reply.code(503).send({ status: 503, code: 'UNAVAILABLE', message: 'Service unavailable.' });
    return status >= 500
      ? reply.code(500).send({ status: 500, code: 'INTERNAL', message: 'Unexpected error.' })
      : reply.code(400).send({
          status: 400,
          code: 'INVALID_ARGUMENT',
          message: 'The request does not match the schema of the API.',
        });
  });

  // Authenticate the caller before parsing the request.
  app.addHook('onRequest', async (request, reply) => {
    const correlator = request.headers['x-correlator'];
    if (typeof correlator === 'string' && CORRELATOR.test(correlator))
      reply.header('x-correlator', correlator);
    else if (correlator !== undefined)
      throw new CamaraError(400, 'INVALID_ARGUMENT', 'x-correlator contains invalid characters.');
    request.caller = await readToken(request, typeof correlator === 'string' ? correlator : undefined);
  });

  async function readToken(request: FastifyRequest, correlator: string | undefined): Promise<Caller> {
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
    try {
      if (scheme?.toLowerCase() !== 'bearer') throw new errors.JWTInvalid();
      const { payload } = await jwtVerify(token, jwks, {
        issuer: context.issuer,
        audience: context.issuer,
        typ: 'at+jwt',
        currentDate: context.clock(),
      });
      const client = context.clients.get(payload.sub ?? '');
      if (client === undefined) throw new errors.JWTInvalid();
      return {
        client_id: client.client_id,
        ground: client.ground,
        scopes: new Set(String(payload.scope ?? '').split(' ')),
        phone: typeof payload.phone_number === 'string' ? payload.phone_number : undefined,
        correlator,
      };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new CamaraError(
        401,
        'UNAUTHENTICATED',
        'Request not authenticated due to missing, invalid, or expired credentials.',
      );
    }
  }

  app.post(
    CAMARA_PATHS.fillIn,
    {
      schema: {
        tags: ['KYC Fill-in'],
        summary: 'Get what is on file about the subscriber',
        security,
        body: OptionalPhone,
        response,
      },
    },
    async (request, reply) =>
      answer(reply, await fillIn(context, callerOf(request), request.body.phoneNumber)),
  );
  app.post(
    CAMARA_PATHS.match,
    {
      schema: {
        tags: ['KYC Match'],
        summary: 'Match the request against what is on file',
        security,
        body: MatchBody,
        response,
      },
    },
    async (request, reply) => answer(reply, await match(context, callerOf(request), request.body)),
  );
  app.post(
    CAMARA_PATHS.recycling,
    {
      schema: {
        tags: ['Number Recycling'],
        summary: 'Check whether the number changed hands since a date',
        security,
        body: Type.Object({ phoneNumber: Type.Optional(PhoneNumber), specifiedDate: FullDate }),
        response,
      },
    },
    async (request, reply) =>
      answer(
        reply,
        await checkRecycling(
          context,
          callerOf(request),
          request.body.phoneNumber,
          request.body.specifiedDate,
        ),
      ),
  );
  app.post(
    CAMARA_PATHS.simSwapCheck,
    {
      schema: {
        tags: ['SIM Swap'],
        summary: 'Check whether the SIM was changed recently',
        security,
        body: Type.Object({ phoneNumber: Type.Optional(PhoneNumber), maxAge: Type.Optional(Type.Integer()) }),
        response,
      },
    },
    async (request, reply) => {
      const { phoneNumber, maxAge = 240 } = request.body;
      if (maxAge < 1 || maxAge > 2400)
        throw new CamaraError(400, 'OUT_OF_RANGE', 'maxAge must be from 1 to 2400 hours.');
      return answer(reply, await checkSimSwap(context, callerOf(request), phoneNumber, maxAge));
    },
  );
  app.post(
    CAMARA_PATHS.simSwapDate,
    {
      schema: {
        tags: ['SIM Swap'],
        summary: 'Get when the SIM was last changed',
        security,
        body: OptionalPhone,
        response,
      },
    },
    async (request, reply) =>
      answer(reply, await simSwapDate(context, callerOf(request), request.body.phoneNumber)),
  );
}

function callerOf(request: FastifyRequest): Caller {
  if (request.caller === undefined)
    throw new CamaraError(401, 'UNAUTHENTICATED', 'Request not authenticated.');
  return request.caller;
}

function answer<T>(reply: FastifyReply, result: LookUp<T>): FastifyReply {
  return result.ok ? reply.code(200).send(result.value) : reply.code(result.error.status).send(result.error);
}
