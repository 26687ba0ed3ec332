import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { isDone, type JsonAnswer, jsonClient } from '../json-client.ts';

const Failure = Type.Object({ code: Type.String() });

/** What is read of a payment (https://docs.tosspayments.com/reference#payment-객체). */
export const TossPayment = Type.Object({
  paymentKey: Type.String(),
  orderId: Type.String(),
  status: Type.String(),
  totalAmount: Type.Integer(),
  currency: Type.String(),
  balanceAmount: Type.Integer(),
  card: Type.Optional(Type.Union([Type.Object({ approveNo: Type.Optional(Type.String()) }), Type.Null()])),
  failure: Type.Optional(Type.Union([Failure, Type.Null()])),
  cancels: Type.Optional(
    Type.Union([
      Type.Array(
        Type.Object({
          cancelAmount: Type.Integer(),
          cancelReason: Type.String(),
          cancelStatus: Type.Optional(Type.String()),
          transactionKey: Type.Optional(Type.String()),
        }),
      ),
      Type.Null(),
    ]),
  ),
});
export type TossPayment = Static<typeof TossPayment>;

export type TossApi = ReturnType<typeof tossApi>;

/** Toss Payments' interface, for the shop that the secret key belongs to. */
export function tossApi({ secret_key, url }: { secret_key: string; url: string }) {
  const credentials = Buffer.from(`${secret_key}:`).toString('base64');
  return jsonClient({ url, headers: { authorization: `Basic ${credentials}` } });
}

export type Found<Body> =
  | { kind: 'found'; body: Body }
  | { kind: 'refused'; code: string }
  | { kind: 'unknown' };

/** An answer that is what was expected, or names an error that says something of the request. */
export function readToss<Schema extends TSchema>(
  schema: Schema,
  answer: JsonAnswer | undefined,
): Found<Static<Schema>> {
  if (answer === undefined || answer.status >= 500 || answer.status === 401 || answer.status === 429)
    return { kind: 'unknown' };
  const { body } = answer;
  if (isDone(answer))
    return Value.Check(schema, body) ? { kind: 'found', body: body as Static<Schema> } : { kind: 'unknown' };
  return Value.Check(Failure, body) ? { kind: 'refused', code: body.code } : { kind: 'unknown' };
}

/**
 * A payment by our own id of it, and no other one, whatever is answered. `missing`: nothing was ever charged under it.
 */
export async function findTossPayment(
  ask: TossApi,
  paymentId: string,
): Promise<{ kind: 'found'; body: TossPayment } | { kind: 'missing' } | { kind: 'unknown' }> {
  const found = readToss(TossPayment, await ask('GET', `/v1/payments/orders/${paymentId}`));
  if (found.kind === 'found' && found.body.orderId !== paymentId) return { kind: 'unknown' };
  if (found.kind !== 'refused') return found;
  return { kind: found.code === 'NOT_FOUND_PAYMENT' ? 'missing' : 'unknown' };
}
