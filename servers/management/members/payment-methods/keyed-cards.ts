import { Value } from 'typebox/value';
import {
  ADD_KEYED_CARD_REFUSALS,
  type AddKeyedCard,
  KeyedCards,
  PAYMENT_METHOD_PATHS,
  PaymentMethod,
} from '../../../../contracts/settlement-payment-methods.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { problemCodeOf } from '../../../../kit/http/problem.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, knownRefusal, type RefusalOf, type Result, refuse } from '../../../../kit/result.ts';
import { signedFetch } from '../../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../../kit/trace.ts';
import { type ManagementContext, settlementOf } from '../../context.ts';
import { type StoredPaymentMethod, storePaymentMethod } from './payment-methods.ts';

/** The acquirer may take its ten seconds to answer settlement. */
const TIMEOUT_MS = 15 * SECOND_MS;

/** The settlement server of this shop takes the card. */
type PaidShop = { settlement: string | null };

/** Whether the phone line may ask a member for a card, and for which parts. */
export async function keyedCardsTaken(
  context: ManagementContext,
  shop: PaidShop,
): Promise<Result<KeyedCards, 'service_unavailable'>> {
  const answer = await askSettlement(context, shop, 'GET');
  return answer.kind === 'answered' && answer.status === 200 && Value.Check(KeyedCards, answer.json)
    ? done(answer.json)
    : refuse('service_unavailable');
}

/**
 * Has settlement take a card that a member keyed in on the phone line, each part sealed for settlement as it was keyed. The
 * sealed parts are not stored here. `service_unavailable` means that the outcome is unknown: the same entry may be sent
 * again, and becomes one payment method. A card that is keyed in anew is a new entry.
 */
export async function addKeyedCard(
  context: ManagementContext,
  shop: PaidShop,
  memberId: string,
  keyed: Omit<AddKeyedCard, 'payer_reference'>,
): Promise<Result<StoredPaymentMethod, RefusalOf<typeof ADD_KEYED_CARD_REFUSALS>>> {
  const body: AddKeyedCard = { ...keyed, payer_reference: memberId };
  const answer = await askSettlement(context, shop, 'POST', body);
  if (answer.kind === 'unknown') return refuse('service_unavailable');
  const { status, json, evidence } = answer;
  if (status === 201 && Value.Check(PaymentMethod, json) && json.payer_reference === memberId)
    return done(await storePaymentMethod(context, settlementOf(context, shop), json, evidence));
  const code = knownRefusal(ADD_KEYED_CARD_REFUSALS, problemCodeOf(json), 'service_unavailable');
  return refuse(code, detailsOf(json));
}

/** The key is new each time, since it is the entry's id that makes a retry safe. */
function askSettlement(
  context: ManagementContext,
  shop: PaidShop,
  method: 'GET' | 'POST',
  body?: AddKeyedCard,
) {
  return signedFetch({
    key: context.signingKey,
    party: settlementOf(context, shop),
    method,
    path: PAYMENT_METHOD_PATHS.keyedCards,
    ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)), idempotency_key: newId() }),
    clock: context.clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
}

/** Why the card was declined, and when the next try is allowed. */
function detailsOf(problem: unknown): Record<string, unknown> {
  const { decline_reason, retry_after_s } = { ...(problem as object) } as Record<string, unknown>;
  return {
    ...(decline_reason === undefined ? {} : { decline_reason }),
    ...(retry_after_s === undefined ? {} : { retry_after_s }),
  };
}
