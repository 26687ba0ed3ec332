import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import twilioPackage from 'twilio';
import type { Clock } from '../../../kit/clock.ts';
import { twilio } from '../../../kit/texts/twilio/twilio.ts';
import { Desk, type TakenText, TEST_RESPONSE_MS_MAX, type TextStandIn } from './stand-in.ts';

export const ACCOUNT = `AC${'a1'.repeat(16)}`;
const AUTH_TOKEN = 'auth-token-of-the-test';
const SENDER = '+14155552345';
const WEBHOOK = 'http://management.test/v1/text-providers/twilio/webhook';

const STATUSES = {
  delivered: 'delivered',
  undeliverable: 'undelivered',
  rejected: 'canceled',
  expired: 'failed',
  unknown: 'partially_delivered',
} as const;
const REFUSALS = {
  refuse_number: { status: 400, code: 21_211 },
  refuse_us: { status: 401, code: 20_003 },
  throttle: { status: 429, code: 20_429 },
  unavailable: { status: 503, code: 20_503 },
} as const;

export type TwilioStandIn = TextStandIn & {
  /** Every request that it was sent, and every answer that it gave, to be compared with the specification. */
  exchanges: { method: string; path: string; body: string; status: number; answer: unknown }[];
  /** The address that Twilio was told to call about each text. */
  callbacks: string[];
  /** Refuses the next text with an error of its list. */
  refuseWith(code: number): void;
};

/** Twilio's Messages resource, by its OpenAPI document. */
export async function aTwilio(clock: Clock = () => new Date()): Promise<TwilioStandIn> {
  const exchanges: TwilioStandIn['exchanges'] = [];
  const callbacks: string[] = [];
  let refusedWith: number | undefined;
  const resource = `/2010-04-01/Accounts/${ACCOUNT}/Messages`;
  const statusOf = ({ state }: TakenText) => (state === null ? 'sent' : STATUSES[state]);
  const message = (text: TakenText, status = statusOf(text)) => ({
    account_sid: ACCOUNT,
    api_version: '2010-04-01',
    body: text.text,
    date_created: text.at.toUTCString().replace('GMT', '+0000'),
    date_sent: null,
    date_updated: text.at.toUTCString().replace('GMT', '+0000'),
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: text.from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: null,
    sid: text.id,
    status,
    subresource_uris: { media: `${resource}/${text.id}/Media.json` },
    to: text.to,
    uri: `${resource}/${text.id}.json`,
  });
  const refusal = (status: number, code: number) => ({
    status,
    body: { code, message: 'refused', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  });
  const noted = (request: IncomingMessage, body: string, answer: { status: number; body: unknown }) => {
    const { method = '', url = '' } = request;
    exchanges.push({ method, path: url, body, status: answer.status, answer: answer.body });
    return answer;
  };
  const isAuthorised = ({ headers }: IncomingMessage) =>
    headers.authorization === `Basic ${Buffer.from(`${ACCOUNT}:${AUTH_TOKEN}`).toString('base64')}`;

  const desk: Desk = new Desk(
    (request, body) => {
      if (!isAuthorised(request)) return refusal(401, 20_003);
      if (request.method !== 'POST' || request.url !== `${resource}.json`) return refusal(404, 20_404);
      if (refusedWith !== undefined) {
        const code = refusedWith;
        refusedWith = undefined;
        return refusal(400, code);
      }
      const {
        To: to = '',
        From: from = '',
        Body: text = '',
        StatusCallback: callback = '',
      } = Object.fromEntries(new URLSearchParams(body));
      if (!/^\+[1-9][0-9]{6,14}$/.test(to) || text === '' || from === '') return refusal(400, 21_211);
      callbacks.push(callback);
      const reference = new URL(callback).searchParams.get('reference') ?? undefined;
      const id = `SM${randomBytes(16).toString('hex')}`;
      // To the second, as Twilio shows it.
      const at = new Date(Math.floor(clock().getTime() / 1_000) * 1_000);
      const taken: TakenText = { id, to, from, text, reference, state: null, at };
      noted(request, body, { status: 201, body: message(taken, 'queued' as never) });
      return taken;
    },
    {
      taken: (text) => ({ status: 201, body: message(text, 'queued' as never) }),
      refusal: (fault) => refusal(REFUSALS[fault].status, REFUSALS[fault].code),
      question(request) {
        if (request.method !== 'GET') return undefined;
        if (!isAuthorised(request)) return refusal(401, 20_003);
        const url = new URL(request.url ?? '', 'http://twilio');
        const sid = /\/(SM[0-9a-f]{32})[.]json$/.exec(url.pathname)?.[1];
        if (sid !== undefined) {
          const found = desk.taken.find(({ id }) => id === sid);
          const answer = found === undefined ? refusal(404, 20_404) : { status: 200, body: message(found) };
          return noted(request, '', answer);
        }
        const [to, from] = [url.searchParams.get('To'), url.searchParams.get('From')];
        const found = desk.taken.filter((text) => text.to === to && (from === null || text.from === from));
        const uri = `${resource}.json`;
        const page = { end: 0, first_page_uri: uri, next_page_uri: null, page: 0, page_size: 50 };
        const body = {
          ...page,
          ...{ previous_page_uri: null, start: 0, uri },
          messages: found.toReversed().map((text) => message(text)),
        };
        return noted(request, '', { status: 200, body });
      },
    },
  );

  const url = await desk.open();
  const provider = twilio({
    ...{ url, account_sid: ACCOUNT, auth_token: AUTH_TOKEN, webhook_url: WEBHOOK },
    response_ms_max: TEST_RESPONSE_MS_MAX,
  });
  /** Signed by Twilio's own package. */
  const signed = (address: string, fields: Record<string, string>) => ({
    url: address,
    query: Object.fromEntries(new URL(address).searchParams),
    headers: {
      'x-twilio-signature': twilioPackage.getExpectedTwilioSignature(AUTH_TOKEN, address, fields),
    },
    body: new URLSearchParams(fields).toString(),
  });
  const common = { AccountSid: ACCOUNT, ApiVersion: '2010-04-01' };
  return {
    provider,
    sender: SENDER,
    taken: desk.taken,
    exchanges,
    callbacks,
    refuseWith(code) {
      refusedWith = code;
    },
    failAt: (fault) => desk.failAt(fault),
    answers: (does) => desk.answers(does),
    report(text) {
      const status = statusOf(text);
      const fields = { MessageSid: text.id, SmsSid: text.id, MessageStatus: status, SmsStatus: status };
      return signed(`${WEBHOOK}?reference=${text.reference}`, {
        ...common,
        ...fields,
        To: text.to,
        From: text.from,
      });
    },
    incoming: ({ from, text, id }) =>
      signed(WEBHOOK, {
        ...common,
        ...{ MessageSid: id, SmsMessageSid: id, SmsStatus: 'received', NumMedia: '0', NumSegments: '1' },
        ...{ From: from, To: SENDER, Body: text },
      }),
    close: () => desk.close(),
  };
}
