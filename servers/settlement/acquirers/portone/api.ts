import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { isDone, type JsonAnswer, jsonClient } from '../json-client.ts';

const Failure = Type.Object({ type: Type.String() });

/** What is read of a payment (https://developers.portone.io/api/rest-v2/payment). */
export const PortOnePayment = Type.Object({
  id: Type.String(),
  status: Type.String(),
  amount: Type.Object({ total: Type.Integer(), cancelled: Type.Integer() }),
  currency: Type.String(),
  method: Type.Optional(Type.Object({ approvalNumber: Type.Optional(Type.String()) })),
  paidAt: Type.Optional(Type.String()),
  failure: Type.Optional(Type.Object({ pgCode: Type.Optional(Type.String()) })),
  cancellations: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String(),
        status: Type.String(),
        totalAmount: Type.Integer(),
        reason: Type.String(),
        requestedAt: Type.String(),
        cancelledAt: Type.Optional(Type.String()),
      }),
    ),
  ),
});
export type PortOnePayment = Static<typeof PortOnePayment>;

export type PortOneApi = ReturnType<typeof portOneApi>;

/** PortOne's interface, version 2. */
export function portOneApi({ api_secret, url }: { api_secret: string; url: string }) {
  return jsonClient({ url, headers: { authorization: `PortOne ${api_secret}` } });
}

export type Found<Body> =
  | { kind: 'found'; body: Body }
  | { kind: 'refused'; type: string }
  | { kind: 'unknown' };

/** An answer that is what was expected, or names an error that says something of the request. */
export function readPortOne<Schema extends TSchema>(
  schema: Schema,
  answer: JsonAnswer | undefined,
): Found<Static<Schema>> {
  if (answer === undefined) return { kind: 'unknown' };
  const { body, status } = answer;
  if (isDone(answer))
    return Value.Check(schema, body) ? { kind: 'found', body: body as Static<Schema> } : { kind: 'unknown' };
  const saysNothing = status === 401 || status === 403 || status === 429;
  return !saysNothing && Value.Check(Failure, body)
    ? { kind: 'refused', type: body.type }
    : { kind: 'unknown' };
}

/**
 * A payment by our own id of it, and no other one, whatever is answered. `missing`: nothing was ever asked under it.
 */
export async function findPortOnePayment(
  ask: PortOneApi,
  storeId: string,
  paymentId: string,
): Promise<{ kind: 'found'; body: PortOnePayment } | { kind: 'missing' } | { kind: 'unknown' }> {
  const path = `/payments/${paymentId}?storeId=${encodeURIComponent(storeId)}`;
  const found = readPortOne(PortOnePayment, await ask('GET', path));
  if (found.kind === 'found' && found.body.id !== paymentId) return { kind: 'unknown' };
  if (found.kind !== 'refused') return found;
  return { kind: found.type === 'PAYMENT_NOT_FOUND' ? 'missing' : 'unknown' };
}
