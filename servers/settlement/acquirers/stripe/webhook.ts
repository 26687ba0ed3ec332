import type Stripe from 'stripe';
import type { Hint, WebhookRequest } from '../port.ts';

/** Stripe's own tolerance: an older request may be a copy that somebody sends again. */
const TOLERANCE_S = 300;

/**
 * Which payment or dispute an event of Stripe's is about; undefined if Stripe didn't sign it. What the event says is not looked
 * at, so its order and its API version don't matter.
 */
export function hearStripe(
  stripe: Stripe,
  webhookSecret: string,
  { headers, body, now }: WebhookRequest,
): Hint[] | undefined {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string') return undefined;
  try {
    const event: unknown = stripe.webhooks.constructEvent(
      body,
      signature,
      webhookSecret,
      TOLERANCE_S,
      undefined,
      now.getTime(),
    );
    return hintsOf(event);
  } catch {
    return undefined;
  }
}

function hintsOf(event: unknown): Hint[] {
  const object = memberOf(memberOf(event, 'data'), 'object');
  const reference = memberOf(object, 'id');
  const intent = memberOf(object, 'payment_intent');
  const hints: Hint[] = [];
  if (memberOf(object, 'object') === 'payment_intent' && isId(reference))
    hints.push({ kind: 'payment', reference });
  if (memberOf(object, 'object') === 'dispute' && isId(reference)) hints.push({ kind: 'dispute', reference });
  if (isId(intent)) hints.push({ kind: 'payment', reference: intent });
  return hints;
}

/** What Stripe's ids look like; anything else can't be asked about. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_]{1,255}$/.test(value);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
