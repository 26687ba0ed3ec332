import { type DeliveryState, OPTED_OUT } from '../port.ts';

/*
 * Solapi's status codes: 1xxx refused on arrival, 2000 accepted, 2xxx refused within Solapi, 3000 at the network, 3xxx
 * refused by the network or KakaoTalk, 4000 received (https://developers.solapi.com/references/message-status-codes).
 */

/** The text is fine, and Solapi certainly did not take it: credentials, balance, sender's number, route, its own fault. */
const NOT_ABOUT_THE_TEXT: ReadonlyMap<string, string> = new Map([
  ['1020', 'provider_refused_us'],
  ['1024', 'provider_trouble'],
  ['1030', 'account_empty'],
  ['1058', 'provider_trouble'],
  ['1062', 'sender_refused'],
  ['2024', 'provider_trouble'],
  ['2062', 'sender_refused'],
  ['2063', 'provider_refused_us'],
  ['2230', 'account_empty'],
]);
/** The same as errors of the request, which have names. */
const NOT_ABOUT_THE_TEXT_NAMED =
  /NotEnough|Unauthorized|ApiKey|Signature|TimeTooSkewed|Forbidden|TooMany|Duplicated?Signature/i;
/** By the free number (080) that Korea's advertising rules prescribe. */
const OPTED_OUT_CODES: ReadonlySet<string> = new Set(['1061', '2061']);
/** KakaoTalk's template, variables, buttons or channel do not fit, so the text can go as a text message. */
const KAKAO_CODES = /^10(?:33|4[1-9]|5[0-3])$/;

const PENDING: ReadonlySet<string> = new Set(['2000', '3000']);
const EXPIRED = '3040';
const REJECTED: ReadonlySet<string> = new Set(['2254', '3047', '3054', '3055']);
const UNKNOWN: ReadonlySet<string> = new Set(['3014', '3048']);
/** KakaoTalk's own failures. The text that replaces the message follows, unless it was not to be sent. */
const KAKAO_FAILED = /^31[0-9]{2}$/;

export function refusalOf(code: string): { kind: 'refused' | 'not_sent'; reason: string } {
  const reason = NOT_ABOUT_THE_TEXT.get(code);
  if (reason !== undefined) return { kind: 'not_sent', reason };
  if (OPTED_OUT_CODES.has(code)) return { kind: 'refused', reason: OPTED_OUT };
  return { kind: 'refused', reason: `solapi_${code}` };
}

export function isNotAboutTheText(errorCode: string): boolean {
  return NOT_ABOUT_THE_TEXT_NAMED.test(errorCode);
}

/** Whether the notification message does not fit what was registered. */
export function isKakaoMisfit(code: string): boolean {
  return KAKAO_CODES.test(code);
}

export function isKakaoFailure(code: string): boolean {
  return KAKAO_FAILED.test(code);
}

/** Null while the text is on its way. */
export function stateOf(code: string): DeliveryState | null {
  if (PENDING.has(code)) return null;
  if (code === '4000') return 'delivered';
  if (code === EXPIRED) return 'expired';
  if (REJECTED.has(code)) return 'rejected';
  return UNKNOWN.has(code) ? 'unknown' : 'undeliverable';
}
