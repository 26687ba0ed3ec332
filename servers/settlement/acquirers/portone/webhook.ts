import { createHmac, timingSafeEqual } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { ID_PATTERN } from '../../../../kit/ids.ts';
import type { Hint, WebhookRequest } from '../port.ts';

/** An older request may be a copy that somebody sends again. */
const TOLERANCE_MS = 300 * SECOND_MS;

const Event = Type.Object({ data: Type.Object({ paymentId: Type.String({ pattern: ID_PATTERN }) }) });

/**
 * Which payment an event of PortOne's is about, signed by Standard Webhooks (https://www.standardwebhooks.com); undefined if
 * PortOne didn't sign it. What the event says is not looked at, so its order doesn't matter.
 */
export function hearPortOne(
  webhookSecret: string,
  { headers, body, now }: WebhookRequest,
): Hint[] | undefined {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return undefined;
  const age = now.getTime() - Number(timestamp) * SECOND_MS;
  // Not a number is not within it either.
  if (!(Math.abs(age) <= TOLERANCE_MS)) return undefined;
  const key = Buffer.from(webhookSecret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const isSigned = signatures.split(' ').some((each) => {
    const [version, signature = ''] = each.split(',');
    const given = Buffer.from(signature, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isSigned ? hintsOf(body) : undefined;
}

function hintsOf(body: string): Hint[] {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    return [];
  }
  return Value.Check(Event, event) ? [{ kind: 'payment', payment_id: event.data.paymentId }] : [];
}
