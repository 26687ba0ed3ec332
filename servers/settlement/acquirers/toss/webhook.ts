import Type from 'typebox';
import { Value } from 'typebox/value';
import { ID_PATTERN } from '../../../../kit/ids.ts';
import type { Hint, WebhookRequest } from '../port.ts';

const Event = Type.Object({ data: Type.Object({ orderId: Type.String({ pattern: ID_PATTERN }) }) });

/**
 * Which payment an event of Toss Payments' is about (https://docs.tosspayments.com/reference/using-api/webhook-events). Events
 * about payments carry no signature, so anybody can send one; all that it does is to have Toss Payments asked.
 */
export function hearToss({ body }: WebhookRequest): Hint[] | undefined {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    return undefined;
  }
  return Value.Check(Event, event) ? [{ kind: 'payment', payment_id: event.data.orderId }] : [];
}
