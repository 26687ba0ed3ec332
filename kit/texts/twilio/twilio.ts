import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { addMs, SECOND_MS } from '../../clock.ts';
import { type Exchange, httpClient, outcomeOfStatus } from '../exchange.ts';
import type { Asked, AskedText, SendOutcome, TextProvider } from '../port.ts';
import { textParts } from '../text-parts.ts';
import { refusalOf, stateOf } from './codes.ts';
import { twilioWebhook } from './webhook.ts';

export type TwilioSettings = {
  url: string;
  account_sid: string;
  auth_token: string;
  /** The address of our webhook, as Twilio calls it. */
  webhook_url: string;
  response_ms_max?: number | undefined;
};

/** How far Twilio's clock, which shows seconds, may be behind ours. */
const CLOCK_MS_MAX = 5 * SECOND_MS;
const LISTED = '50';

const Message = Type.Object({
  sid: Type.String(),
  status: Type.String(),
  direction: Type.Optional(Type.String()),
  date_created: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});
const List = Type.Object({ messages: Type.Array(Message) });
const Refused = Type.Object({ code: Type.Integer() });

/**
 * Texts by Twilio Messaging (https://www.twilio.com/docs/messaging/api/message-resource). Twilio keeps nothing of ours with a
 * text, but calls the address that we give for it; and texts to one number are made one after another, so one whose answer
 * was not heard is the only unknown one to that number since then. A sender that begins with MG is a messaging service.
 */
export function twilio({
  url,
  account_sid,
  auth_token,
  webhook_url,
  response_ms_max,
}: TwilioSettings): TextProvider {
  const http = httpClient(response_ms_max);
  const messages = `${url}/2010-04-01/Accounts/${account_sid}/Messages`;
  const credentials = Buffer.from(`${account_sid}:${auth_token}`).toString('base64');

  const call = (method: string, address: string, fields?: Record<string, string>): Promise<Exchange> =>
    http.exchange({
      method,
      url: address,
      headers: {
        authorization: `Basic ${credentials}`,
        ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields).toString() }),
    });

  async function askBySid(sid: string): Promise<Asked> {
    const answer = await call('GET', `${messages}/${sid}.json`);
    if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason };
    if (answer.status === 404) return { kind: 'missing' };
    if (answer.status !== 200 || !Value.Check(Message, answer.body))
      return { kind: 'no_answer', reason: `http_${answer.status}` };
    return foundAs(answer.body);
  }

  async function askByNumbers(asked: AskedText): Promise<Asked> {
    const query = new URLSearchParams({ To: asked.to, ...fromFilter(asked.sender), PageSize: LISTED });
    const answer = await call('GET', `${messages}.json?${query}`);
    if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason };
    if (answer.status !== 200 || !Value.Check(List, answer.body))
      return { kind: 'no_answer', reason: `http_${answer.status}` };
    const since = addMs(asked.begun_at, -CLOCK_MS_MAX);
    // Listed from the newest to the oldest, so the last that fits is the first since then.
    const ours = answer.body.messages
      .filter(({ sid, direction = '' }) => direction.startsWith('outbound') && !asked.others.has(sid))
      .filter(({ date_created }) => new Date(date_created ?? 0) >= since)
      .at(-1);
    return ours === undefined ? { kind: 'missing' } : foundAs(ours);
  }

  return {
    isNoted: true,
    webhook: twilioWebhook(auth_token),
    isReady: http.isReady,
    close: http.close,
    partsOf: (text) => textParts(text, 0).length,
    async send({ to, text, sender, reference }) {
      const answer = await call('POST', `${messages}.json`, {
        To: to,
        ...(isService(sender) ? { MessagingServiceSid: sender } : { From: sender }),
        Body: text,
        StatusCallback: `${webhook_url}?reference=${reference}`,
      });
      return answer.kind === 'answer' ? outcomeOf(answer) : answer;
    },
    ask: (asked) =>
      asked.provider_message_id === null ? askByNumbers(asked) : askBySid(asked.provider_message_id),
  };
}

function foundAs({ sid, status }: Static<typeof Message>): Asked {
  return { kind: 'found', provider_message_id: sid, state: stateOf(status) };
}

function outcomeOf({ status, body }: Extract<Exchange, { kind: 'answer' }>): SendOutcome {
  if (status === 201 && Value.Check(Message, body))
    return { kind: 'submitted', provider_message_ids: [body.sid] };
  if (status < 300) return { kind: 'unknown', reason: 'answer_unreadable' };
  return status < 500 && Value.Check(Refused, body) ? refusalOf(body.code) : outcomeOfStatus(status);
}

function isService(sender: string): boolean {
  return sender.startsWith('MG');
}

/** Which number of a messaging service a text came from is not known beforehand. */
function fromFilter(sender: string): Record<string, string> {
  return isService(sender) ? {} : { From: sender };
}
