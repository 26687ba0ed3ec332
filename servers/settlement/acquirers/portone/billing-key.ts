import Type, { type Static } from 'typebox';
import { type PortOneApi, readPortOne } from './api.ts';

const Card = Type.Object({
  issuer: Type.Optional(Type.String()),
  brand: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
});
/** What is read of a billing key (https://developers.portone.io/api/rest-v2/payment.billingKey). */
const BillingKey = Type.Object({
  status: Type.String(),
  customer: Type.Object({ id: Type.Optional(Type.String()) }),
  channels: Type.Array(Type.Object({ type: Type.String() })),
  methods: Type.Optional(Type.Array(Type.Object({ type: Type.String(), card: Type.Optional(Card) }))),
});
export type BillingKey = Static<typeof BillingKey>;

/** A billing key that can be charged. `missing`: there is none, or it was deleted. */
export async function findBillingKey(
  ask: PortOneApi,
  storeId: string,
  billingKey: string,
): Promise<{ kind: 'found'; body: BillingKey } | { kind: 'missing' } | { kind: 'unknown' }> {
  const path = `/billing-keys/${encodeURIComponent(billingKey)}?storeId=${encodeURIComponent(storeId)}`;
  const found = readPortOne(BillingKey, await ask('GET', path));
  if (found.kind === 'found') return found.body.status === 'ISSUED' ? found : { kind: 'missing' };
  return { kind: found.kind === 'refused' && found.type === 'BILLING_KEY_NOT_FOUND' ? 'missing' : 'unknown' };
}
