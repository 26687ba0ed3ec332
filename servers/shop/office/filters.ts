import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Id } from '../../../contracts/common.ts';
import { CERTIFICATE_STATES } from '../../../contracts/shop-certificates.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { Day } from '../../../kit/http/shapes.ts';
import { staffOf } from '../../../kit/staff/guard.ts';

const LastFour = Type.String({ pattern: '^[0-9]{4}$' });
/** Korean calendar days, both included. */
const days = { from: Type.Optional(Day), until: Type.Optional(Day) };

export const certificateFilters = {
  last4: Type.Optional(LastFour),
  phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
  state: Type.Optional(Type.Enum([...CERTIFICATE_STATES])),
  store_id: Type.Optional(Id),
  ...days,
};

export const useFilters = { store_id: Type.Optional(Id), last4: Type.Optional(LastFour), ...days };

/** Who stands before a customer may search by phone number; who only reads has no customer. Throws `forbidden`. */
export function checkPhoneSearch(request: FastifyRequest<{ Querystring: { phone?: string } }>): void {
  if (request.query.phone !== undefined && staffOf(request).role === 'auditor')
    throw new ProblemError('forbidden');
}
