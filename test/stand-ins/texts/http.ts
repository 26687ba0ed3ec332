import { createHmac, randomBytes } from 'node:crypto';
import { httpProvider } from '../../../kit/texts/http/http.ts';
import type { HttpRequestSettings } from '../../../kit/texts/http/settings.ts';
import { Desk, type TakenText, TEST_RESPONSE_MS_MAX, type TextStandIn } from './stand-in.ts';

const TOKEN = 'Bearer token-of-the-test';
const SECRET = 'webhook-secret-of-the-test';
const SENDER = '15880200';

/** The example in docs/adapters/texts.md: a provider with an API like many. */
export function exampleSettings(url: string): HttpRequestSettings {
  return {
    method: 'POST',
    url: `${url}/v3/sms/{country_code}`,
    headers: { authorization: TOKEN, 'x-request-id': '{reference}' },
    json: {
      messages: [
        { destination: '{to}', source: '{sender}', content: { text: '{text}' }, ref: '{reference}' },
      ],
    },
    answer: {
      id: '/messages/0/id',
      accepted: { at: '/messages/0/status', values: ['PENDING'] },
      try_another: ['NO_CREDIT', 'UNKNOWN_SENDER'],
    },
    look_up: {
      url: `${url}/v3/reports/{id}`,
      url_by_reference: `${url}/v3/reports?ref={reference}`,
      id: '/id',
      state: '/status',
    },
    states: {
      delivered: ['DELIVERED'],
      undeliverable: ['UNDELIVERABLE'],
      expired: ['EXPIRED'],
      rejected: ['REJECTED'],
    },
    webhook: {
      proof: {
        kind: 'hmac_sha256',
        header: 'X-Signature',
        secret: SECRET,
        encoding: 'hex',
        prefix: 'sha256=',
      },
      reports: '/results',
      id: '/id',
      reference: '/ref',
      state: '/status',
      text: { from: '/from', to: '/to', text: '/text', id: '/id' },
    },
  };
}

/** The same provider, with questions or without. */
export async function anHttpProvider({ hasLookUp = true } = {}): Promise<TextStandIn> {
  const statusOf = ({ state }: TakenText) => (state === null ? 'SENT' : state.toUpperCase());
  const desk: Desk = new Desk(
    (request, body) => {
      if (request.headers.authorization !== TOKEN) return { status: 401, body: {} };
      if (request.method !== 'POST' || !/^\/v3\/sms\/[0-9]+$/.test(request.url ?? ''))
        return { status: 404, body: {} };
      const [message] = JSON.parse(body).messages;
      if (request.headers['x-request-id'] !== message.ref) return { status: 400, body: {} };
      return {
        id: randomBytes(8).toString('hex'),
        ...{
          to: message.destination,
          from: message.source,
          text: message.content.text,
          reference: message.ref,
        },
        ...{ state: null, at: new Date() },
      };
    },
    {
      taken: ({ id }) => ({ status: 200, body: { messages: [{ id, status: 'PENDING' }] } }),
      refusal(fault) {
        if (fault === 'throttle') return { status: 429, body: {} };
        if (fault === 'unavailable') return { status: 503, body: {} };
        const status = fault === 'refuse_number' ? 'INVALID_DESTINATION' : 'NO_CREDIT';
        return { status: 200, body: { messages: [{ status }] } };
      },
      question(request) {
        if (request.method !== 'GET') return undefined;
        const url = new URL(request.url ?? '', 'http://provider');
        const [, byId] = /^\/v3\/reports\/([0-9a-f]+)$/.exec(url.pathname) ?? [];
        const reference = url.searchParams.get('ref');
        const found = desk.taken.find((text) => text.id === byId || text.reference === reference);
        if (request.headers.authorization !== TOKEN) return { status: 401, body: {} };
        return found === undefined
          ? { status: 404, body: {} }
          : { status: 200, body: { id: found.id, status: statusOf(found) } };
      },
    },
  );
  const url = await desk.open();
  const { look_up, ...others } = exampleSettings(url);
  const settings = hasLookUp && look_up !== undefined ? { ...others, look_up } : others;
  const signed = (results: unknown[]) => {
    const body = JSON.stringify({ results });
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const address = 'http://management.test/v1/text-providers/other/webhook';
    return { url: address, query: {}, headers: { 'x-signature': `sha256=${signature}` }, body };
  };
  return {
    provider: httpProvider(settings, TEST_RESPONSE_MS_MAX),
    sender: SENDER,
    taken: desk.taken,
    failAt: (fault) => desk.failAt(fault),
    answers: (does) => desk.answers(does),
    report: (text) => signed([{ id: text.id, ref: text.reference, status: statusOf(text) }]),
    incoming: ({ from, text, id }) => signed([{ from, to: SENDER, text, id }]),
    close: () => desk.close(),
  };
}
