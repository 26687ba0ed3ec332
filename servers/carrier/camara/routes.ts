import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { CAMARA_PATHS, ErrorInfo, PhoneNumber } from '../../../contracts/carrier-camara.ts';
import type { App } from '../../../kit/http/app.ts';
import type { CarrierContext } from '../context.ts';
import type { LookUp } from '../look-ups/look-up.ts';
import { callerOf, requireToken } from './authenticate.ts';
import { CamaraError, sendCamaraErrors } from './errors.ts';
import { fillIn } from './fill-in.ts';
import { MATCHABLE, match } from './match.ts';
import { checkRecycling } from './number-recycling.ts';
import { checkSimSwap, simSwapDate } from './sim-swap.ts';

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

const security = [{ session: [] }];
const response = { '4xx': ErrorInfo };

/** The operators' standard APIs, whose errors have CAMARA's format rather than ours. */
export function camaraRoutes(app: App, context: CarrierContext): void {
  sendCamaraErrors(app);
  requireToken(app, context);
  customerRoutes(app, context);
  recyclingRoute(app, context);
  simSwapRoutes(app, context);
}

function customerRoutes(app: App, context: CarrierContext): void {
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
}

function recyclingRoute(app: App, context: CarrierContext): void {
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
}

function simSwapRoutes(app: App, context: CarrierContext): void {
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

function answer<T>(reply: FastifyReply, result: LookUp<T>): FastifyReply {
  return result.ok ? reply.code(200).send(result.value) : reply.code(result.error.status).send(result.error);
}
