import type { paths } from '../api/management.gen.ts';
import { apiOf } from '../kit/api.ts';
import { fetchWithProof } from '../kit/proof.ts';

/** Requests that need a recent proof of who the member is ask for it (`me/proof-dialog.tsx`). */
export const api = apiOf<paths>('', fetchWithProof);

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Order = Answer<'/v1/orders/{order_id}'>;
export type Group = Answer<'/v1/order-groups/{group_id}'>;
export type GroupSummary = Answer<'/v1/order-groups'>['order_groups'][number];
export type Shop = Answer<'/v1/shops'>['shops'][number];
export type PaymentMethod = Answer<'/v1/payment-methods'>['payment_methods'][number];
export type Member = Answer<'/v1/members/me'>;
export type Person = Answer<'/v1/members/me/people'>['people'][number];
export type ReceivedGift = Answer<'/v1/members/me/received'>['gifts'][number];
export type Timeline = Answer<'/v1/orders/{order_id}/timeline'>;
export type Receipt = Answer<'/v1/orders/{order_id}/receipt/details'>;
