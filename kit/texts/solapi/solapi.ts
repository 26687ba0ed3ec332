import { createHmac } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { addMs, type Clock, MINUTE_MS } from '../../clock.ts';
import { nationalDigits, phoneCallingCode } from '../../phone.ts';
import { type Exchange, httpClient, outcomeOfStatus } from '../exchange.ts';
import type { Asked, AskedText, Notice, ProviderText, SendOutcome, TextProvider } from '../port.ts';
import { isKakaoFailure, isKakaoMisfit, isNotAboutTheText, refusalOf, stateOf } from './codes.ts';
import { type KakaoTemplate, kakaoVariables } from './kakao-template.ts';
import { koreanBytes, koreanText } from './korean-text.ts';
import { referenceIn, solapiWebhook } from './webhook.ts';

export type SolapiSettings = {
  url: string;
  api_key: string;
  api_secret: string;
  /** The secret that was entered with the webhook in Solapi's console. */
  webhook_secret: string;
  kakao?: {
    /** The channel's id at Solapi (`pfId`). */
    channel_id: string;
    templates: readonly (Notice & KakaoTemplate)[];
  };
  clock: Clock;
  random: (bytes: number) => Buffer;
  response_ms_max?: number | undefined;
};

/** A text of more bytes is a long one (LMS). */
const SMS_BYTES_MAX = 90;
/** After that a text no longer replaces a notification message that KakaoTalk did not deliver. */
const REPLACED_MS_MAX = 10 * MINUTE_MS;
/** Around the moment at which a text was begun, as Solapi's clock may differ from ours. */
const LOOKED_BEFORE_MS = 2 * MINUTE_MS;
const LOOKED_AFTER_MS = 15 * MINUTE_MS;

const Refused = Type.Object({ statusCode: Type.String() });
const Sent = Type.Object({
  failedMessageList: Type.Array(Refused),
  messageList: Type.Optional(
    Type.Array(Type.Object({ messageId: Type.String(), statusCode: Type.String() })),
  ),
});
const Failed = Type.Object({ errorCode: Type.String() });
const Stored = Type.Object({
  messageId: Type.String(),
  statusCode: Type.Union([Type.String(), Type.Null()]),
  type: Type.Optional(Type.Unknown()),
  replacement: Type.Optional(Type.Unknown()),
  kakaoOptions: Type.Optional(Type.Unknown()),
  customFields: Type.Optional(Type.Unknown()),
});
const List = Type.Object({ messageList: Type.Record(Type.String(), Stored) });

/**
 * Texts and KakaoTalk notification messages by Solapi's API, version 4. Solapi keeps our reference with each text, by which
 * it is found again. The official package is not used: it repeats a request after a broken connection, and nothing would
 * recognise the second text as the same.
 */
export function solapi(settings: SolapiSettings): TextProvider {
  const { url, kakao } = settings;
  const http = httpClient(settings.response_ms_max);

  const call = (method: string, path: string, body?: object): Promise<Exchange> =>
    http.exchange({
      method,
      url: `${url}${path}`,
      headers: { authorization: authorization(settings), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  function templateFor(notice: Notice | undefined, text: string) {
    if (notice === undefined) return undefined;
    const template = kakao?.templates.find(
      ({ kind, locale }) => kind === notice.kind && locale === notice.locale,
    );
    const variables = template && kakaoVariables(template, text);
    return variables && { template_id: template.template_id, variables };
  }

  /** The notification message, and the text that replaces it where KakaoTalk does not reach the person. */
  function kakaoOptions({ notice, text, channels }: ProviderText) {
    const template = channels.has('kakao') ? templateFor(notice, text) : undefined;
    if (kakao === undefined || template === undefined) return undefined;
    return {
      pfId: kakao.channel_id,
      templateId: template.template_id,
      variables: template.variables,
      disableSms: !channels.has('text'),
    };
  }

  async function submit(
    { to, text, sender, reference }: ProviderText,
    options: ReturnType<typeof kakaoOptions>,
  ): Promise<SendOutcome & { code?: string }> {
    const said = koreanText(text);
    const type = options !== undefined ? 'ATA' : koreanBytes(said) <= SMS_BYTES_MAX ? 'SMS' : 'LMS';
    const message = {
      to: nationalDigits(to),
      from: sender,
      country: phoneCallingCode(to),
      type,
      text: options === undefined ? said : text,
      customFields: { reference },
      ...(options === undefined ? {} : { kakaoOptions: options }),
    };
    const answer = await call('POST', '/messages/v4/send-many/detail', {
      messages: [message],
      showMessageList: true,
    });
    return answer.kind === 'answer' ? outcomeOf(answer) : answer;
  }

  async function stored(query: Record<string, string>): Promise<Asked | Static<typeof Stored>[]> {
    const answer = await call('GET', `/messages/v4/list?${new URLSearchParams(query)}`);
    if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason };
    if (answer.status !== 200 || !Value.Check(List, answer.body))
      return { kind: 'no_answer', reason: `http_${answer.status}` };
    return Object.values(answer.body.messageList);
  }

  return {
    isNoted: true,
    webhook: solapiWebhook(settings.webhook_secret),
    isReady: http.isReady,
    close: http.close,
    partsOf: (text) => (koreanBytes(koreanText(text)) <= SMS_BYTES_MAX ? 1 : 2),
    kakaoChannelFor: (notice, text) =>
      templateFor(notice, text) === undefined ? undefined : kakao?.channel_id,
    async send(text) {
      const options = kakaoOptions(text);
      const { code = '', ...outcome } = await submit(text, options);
      if (options === undefined || !text.channels.has('text') || !isKakaoMisfit(code)) return outcome;
      // Solapi took nothing, since the template there is another one: the text itself does not depend on it.
      const { code: _code, ...asText } = await submit(text, undefined);
      return asText;
    },
    async ask(asked) {
      const found = await stored(queryFor(asked));
      if (!Array.isArray(found)) return found;
      const ours = found.filter(({ messageId, customFields }) =>
        asked.provider_message_id === null
          ? referenceIn(customFields) === asked.reference
          : messageId === asked.provider_message_id,
      );
      // Of a notification message that did not fit and the text sent instead, the text counts.
      const one = ours.find(({ statusCode }) => !isKakaoMisfit(statusCode ?? '')) ?? ours[0];
      if (one === undefined) return { kind: 'missing' };
      return { kind: 'found', provider_message_id: one.messageId, state: stateOfStored(one, asked) };
    },
  };
}

/** HMAC-SHA256 over the time and a salt (https://developers.solapi.com/references/authentication/api-key). */
function authorization({ api_key, api_secret, clock, random }: SolapiSettings): string {
  const date = clock().toISOString();
  const salt = random(16).toString('hex');
  const signature = createHmac('sha256', api_secret).update(`${date}${salt}`).digest('hex');
  return `HMAC-SHA256 apiKey=${api_key}, date=${date}, salt=${salt}, signature=${signature}`;
}

function outcomeOf({ status, body }: Extract<Exchange, { kind: 'answer' }>): SendOutcome & { code?: string } {
  if (status !== 200) {
    const isOurs = Value.Check(Failed, body) && isNotAboutTheText(body.errorCode);
    return isOurs ? { kind: 'not_sent', reason: 'provider_refused_us' } : outcomeOfStatus(status);
  }
  if (!Value.Check(Sent, body)) return { kind: 'unknown', reason: 'answer_unreadable' };
  const [failed] = body.failedMessageList;
  if (failed !== undefined) return { ...refusalOf(failed.statusCode), code: failed.statusCode };
  const [message] = body.messageList ?? [];
  return message === undefined
    ? { kind: 'unknown', reason: 'answer_unreadable' }
    : { kind: 'submitted', provider_message_ids: [message.messageId] };
}

function queryFor({ provider_message_id, to, sender, begun_at }: AskedText): Record<string, string> {
  if (provider_message_id !== null) return { messageId: provider_message_id };
  return {
    to: nationalDigits(to),
    from: sender,
    dateType: 'CREATED',
    startDate: addMs(begun_at, -LOOKED_BEFORE_MS).toISOString(),
    endDate: addMs(begun_at, LOOKED_AFTER_MS).toISOString(),
    limit: '100',
  };
}

function stateOfStored(
  { statusCode, type, replacement, kakaoOptions }: Static<typeof Stored>,
  { begun_at, now }: AskedText,
) {
  const code = statusCode ?? '2000';
  const waits = type === 'ATA' && !replacement && isKakaoFailure(code) && !isSmsDisabled(kakaoOptions);
  return waits && now < addMs(begun_at, REPLACED_MS_MAX) ? null : stateOf(code);
}

function isSmsDisabled(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'disableSms' in options && !!options.disableSms;
}
