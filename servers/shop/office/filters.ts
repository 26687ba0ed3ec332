import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Id } from '../../../contracts/common.ts';
import { CERTIFICATE_STATES } from '../../../contracts/shop-certificates.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { days } from '../../../kit/http/shapes.ts';
import { staffOf } from '../../../kit/staff/guard.ts';

const LastFour = Type.String({ pattern: '^[0-9]{4}$' });

export const certificateFilters = {
  last4: Type.Optional(LastFour),
  phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
  state: Type.Optional(Type.Enum([...CERTIFICATE_STATES])),
  store_id: Type.Optional(Id),
  ...days,
};

export const redemptionFilters = { store_id: Type.Optional(Id), last4: Type.Optional(LastFour), ...days };

export const memberFilters = {
  query: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  origin: Type.Optional(Type.Enum(['imported', 'added', 'self_registered'])),
};

/** The audit line of a list: what was searched for names a person, and auditors read the trail. */
export function withoutSearch({ method, routeOptions, query }: FastifyRequest) {
  const { query: _text, phone: _phone, ...filters } = Object(query);
  return { action: `${method} ${routeOptions.url ?? ''}`, subject: filters };
}

/** Only staff who serve customers may search by phone number, so not auditors. Throws `forbidden`. */
export function checkPhoneSearch(request: FastifyRequest<{ Querystring: { phone?: string } }>): void {
  if (request.query.phone !== undefined && staffOf(request).role === 'auditor')
    throw new ProblemError('forbidden');
}
