import { isFromTwilio } from '../../twilio-signature.ts';
import type { OptOutReport, Webhook } from '../port.ts';
import { stateOf } from './codes.ts';

const NOTHING = { reports: [], texts: [], opt_outs: [] };

/**
 * Twilio's webhooks: what becomes of a text (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status),
 * and texts from phones (https://www.twilio.com/docs/messaging/guides/webhook-request). Both are signed over the address
 * and all fields. The answer is an empty TwiML document: any text in it would be sent to the person.
 */
export function twilioWebhook(authToken: string): Webhook {
  return {
    answer: { type: 'text/xml; charset=utf-8', body: '<Response/>' },
    hear({ url, query, headers, body }) {
      const fields = Object.fromEntries(new URLSearchParams(body));
      const signature = headers['x-twilio-signature'];
      if (typeof signature !== 'string' || !isFromTwilio(authToken, signature, url, fields)) return undefined;
      const { MessageSid: id = '', MessageStatus: status, From: from = '', To: to = '', Body: text } = fields;
      if (status !== undefined && text === undefined)
        return {
          ...NOTHING,
          reports: [{ provider_message_id: id, reference: query.reference, state: stateOf(status) }],
        };
      if (text === undefined) return NOTHING;
      const opt_outs = optOutIn(fields);
      // Twilio has answered a word that it understands itself.
      return opt_outs.length > 0 ? { ...NOTHING, opt_outs } : { ...NOTHING, texts: [{ from, to, text, id }] };
    },
  };
}

/** What Twilio made of STOP and START, if it handles them (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out). */
function optOutIn({
  OptOutType: type,
  From: phone = '',
  To: sender = '',
}: Readonly<Record<string, string>>): OptOutReport[] {
  return type === 'STOP' || type === 'START' ? [{ phone, sender, stopped: type === 'STOP' }] : [];
}
