import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type SolapiSettings, solapi } from '../../../kit/texts/solapi/solapi.ts';
import { type Answer, Desk, type TakenText, TEST_RESPONSE_MS_MAX, type TextStandIn } from './stand-in.ts';

const API_KEY = 'NCSAYU7YDBXYORXC';
const API_SECRET = 'api-secret-of-the-test';
const WEBHOOK_SECRET = 'webhook-secret-of-the-test';
/** Of `X-Solapi-Secret`, which is the SHA-1 of the secret that was entered in the console. */
const WEBHOOK_PROOF = createHash('sha1').update(WEBHOOK_SECRET).digest('hex');
const SENDER = '029302266';

/** What a message may hold (https://developers.solapi.com/references/messages). */
const MEMBERS = ['to', 'from', 'country', 'type', 'text', 'customFields', 'kakaoOptions', 'subject'];
const KAKAO_MEMBERS = ['pfId', 'templateId', 'variables', 'disableSms'];
const REFUSALS = {
  refuse_number: { status: 200, code: '3010' },
  refuse_us: { status: 200, code: '1030' },
} as const;

export type SolapiMessage = {
  to: string;
  from: string;
  country: string;
  type: string;
  text: string;
  customFields: Record<string, string>;
  kakaoOptions?: { pfId: string; templateId: string; variables: Record<string, string>; disableSms: boolean };
};

export type SolapiStandIn = TextStandIn & {
  /** The messages as they came. */
  messages: SolapiMessage[];
  /** The status code that each message so far is stored with. */
  codes: Map<string, string>;
  /** Refuses the next notification message with this code. */
  refuseKakao(code: string): void;
};

/**
 * Solapi by the facts in docs/adapters/texts.md: its request and answer are those of its official Node package, and it
 * refuses what that package would not send.
 */
export async function aSolapi(more: Partial<SolapiSettings> = {}): Promise<SolapiStandIn> {
  const { clock = () => new Date() } = more;
  const messages: SolapiMessage[] = [];
  const codes = new Map<string, string>();
  const byId = new Map<string, SolapiMessage>();
  let kakaoCode: string | undefined;

  const stored = ({ id, to, from, reference, state }: TakenText) => {
    const message = byId.get(id);
    return {
      messageId: id,
      ...{ to, from, customFields: { reference }, replacement: 0 },
      type: message?.type ?? 'SMS',
      kakaoOptions: message?.kakaoOptions ?? null,
      statusCode: codes.get(id) ?? (state === 'delivered' ? '4000' : state === null ? '3000' : '3032'),
    };
  };

  const desk: Desk = new Desk(
    (request, body) => {
      const refused = whatIsWrong(request, body, clock());
      if (refused !== undefined) return refused;
      const [message] = JSON.parse(body).messages as [SolapiMessage];
      if (message.kakaoOptions !== undefined && kakaoCode !== undefined) {
        const code = kakaoCode;
        kakaoCode = undefined;
        return refusal(code);
      }
      messages.push(message);
      const { to, from, text, customFields } = message;
      const id = `M4V${randomBytes(14).toString('hex').toUpperCase()}`;
      byId.set(id, message);
      return { id, to, from, text, reference: customFields.reference, state: null, at: clock() };
    },
    {
      taken: ({ id }) => ({
        status: 200,
        body: {
          failedMessageList: [],
          groupInfo: { count: { total: 1, registeredSuccess: 1, registeredFailed: 0 }, groupId: 'G4V' },
          messageList: [
            { messageId: id, statusCode: '2000', statusMessage: '정상 접수(이통사로 접수 예정)' },
          ],
        },
      }),
      refusal(fault) {
        if (fault === 'throttle')
          return { status: 429, body: { errorCode: 'TooManyRequests', errorMessage: '' } };
        if (fault === 'unavailable') return { status: 503, body: 'Service Unavailable' };
        return refusal(REFUSALS[fault].code);
      },
      question(request) {
        const url = new URL(request.url ?? '', 'http://solapi');
        if (request.method !== 'GET' || url.pathname !== '/messages/v4/list') return undefined;
        if (!isAuthorised(request, clock()))
          return { status: 403, body: { errorCode: 'Forbidden', errorMessage: '' } };
        const query = url.searchParams;
        const found = desk.taken.filter(
          ({ id, to, from, at }) =>
            (query.get('messageId') ?? id) === id &&
            (query.get('to') ?? to) === to &&
            (query.get('from') ?? from) === from &&
            at >= new Date(query.get('startDate') ?? 0) &&
            at <= new Date(query.get('endDate') ?? 8.64e15),
        );
        const messageList = Object.fromEntries(found.map((text) => [text.id, stored(text)]));
        return { status: 200, body: { startKey: null, nextKey: null, limit: 100, messageList } };
      },
    },
  );

  const url = await desk.open();
  const provider = solapi({
    ...{ url, api_key: API_KEY, api_secret: API_SECRET, webhook_secret: WEBHOOK_SECRET },
    clock,
    random: randomBytes,
    response_ms_max: TEST_RESPONSE_MS_MAX,
    ...more,
  });
  return {
    provider,
    sender: SENDER,
    taken: desk.taken,
    messages,
    codes,
    refuseKakao(code) {
      kakaoCode = code;
    },
    failAt: (fault) => desk.failAt(fault),
    answers: (does) => desk.answers(does),
    report: (text) => ({
      url: 'http://management.test/v1/text-providers/solapi/webhook',
      query: {},
      headers: { 'x-solapi-event-name': 'SINGLE-REPORT', 'x-solapi-secret': WEBHOOK_PROOF },
      body: JSON.stringify([{ ...stored(text), statusMessage: '', groupId: 'G4V' }]),
    }),
    close: () => desk.close(),
  };
}

function refusal(statusCode: string): Answer {
  return {
    status: 200,
    body: { failedMessageList: [{ statusCode, statusMessage: '', messageId: 'M4VFAILED' }], groupInfo: {} },
  };
}

function isAuthorised({ headers }: IncomingMessage, now: Date): boolean {
  const parts =
    /^HMAC-SHA256 apiKey=(\S+), date=(\S+), salt=([0-9a-f]{12,64}), signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (parts === null) return false;
  const [, key, date = '', salt = '', signature] = parts;
  const expected = createHmac('sha256', API_SECRET).update(`${date}${salt}`).digest('hex');
  const isRecent = Math.abs(now.getTime() - new Date(date).getTime()) < 15 * 60_000;
  return key === API_KEY && isRecent && signature === expected;
}

function whatIsWrong(request: IncomingMessage, body: string, now: Date): Answer | undefined {
  const wrong = (errorCode: string, status = 400) => ({ status, body: { errorCode, errorMessage: '' } });
  if (request.method !== 'POST' || request.url !== '/messages/v4/send-many/detail')
    return wrong('NotFound', 404);
  if (!isAuthorised(request, now)) return wrong('SignatureDoesNotMatch', 403);
  if (request.headers['content-type'] !== 'application/json') return wrong('ValidationError');
  const { messages, ...options } = JSON.parse(body);
  const [message] = messages;
  const kakao = message.kakaoOptions ?? {};
  const isKnown =
    Object.keys(options).every((name) => name === 'showMessageList') &&
    Object.keys(message).every((name) => MEMBERS.includes(name)) &&
    Object.keys(kakao).every((name) => KAKAO_MEMBERS.includes(name)) &&
    Object.keys(kakao.variables ?? {}).every((name) => /^#\{[^.}]+\}$/.test(name));
  const fits =
    /^[0-9]+$/.test(message.to) && /^[0-9]+$/.test(message.from) && /^[0-9]+$/.test(message.country);
  const isTyped = message.type === 'ATA' ? message.kakaoOptions !== undefined : /^[SL]MS$/.test(message.type);
  return isKnown && fits && isTyped ? undefined : wrong('ValidationError');
}
