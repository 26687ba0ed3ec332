import { ownWords, START, STOP } from '../../../kit/texts/stop-words.ts';
import { MESSAGE_LENGTH_MAX, parseMessage } from '../../../kit/typed/message.ts';
import type { Locale } from '../../../kit/words/index.ts';

/** What somebody meant, as far as it is clear. */
export type Meaning =
  /** `plain`: it can't mean anything else. Otherwise it may answer a different question. */
  | { kind: 'accept'; plain: boolean }
  | { kind: 'refuse'; plain: boolean }
  | { kind: 'refuse_with_word'; word: string }
  /** Mentions that no more texts are wanted: ask whether that is meant. */
  | { kind: 'maybe_stop' }
  /** Mentions refusing: ask whether it is a refusal. */
  | { kind: 'maybe_refuse'; word?: string }
  | { kind: 'digits'; digits: string }
  | { kind: 'command'; command: Command }
  | { kind: 'language'; locale: Locale }
  | { kind: 'other' };

export type Command = 'stop' | 'start' | 'help' | 'balance' | 'status' | 'who_sent' | 'repeat' | 'forgot_pin';

/** The escapes are ㅇㅇ and ㅇㅋ as NFKC leaves them. */
const YES =
  '(?:네|넵|넹|예|응|웅|\u110b\u110b|\u110b\u110f|그래요?|좋아요?|좋습니다|오케이|yes|yeah|yep|ok|okay|sure|はい|お願いします|好的?|是的?)';
const TAKE =
  '(?:수락(?:합니다|할게요?|할께요?|할래요?|해요|하겠습니다|함|이요|요)?|받기|받을게요?|받을께요?|받을래요?|받겠습니다|받아요|받습니다|받음|受け取(?:る|ります|りたい)|领取|接受|收下)';
const POLITELY = '(?:잘|감사히|고맙게|고맙습니다|감사합니다|고마워요?|please|thanks|thankyou)';
const ACCEPT_WORD = '(?:i(?:will)?)?accept(?:ed|it|thegift|this)?';
/** A complete acceptance, without spaces and punctuation: `1번`, `네 잘 받을게요`, `yes please`. */
const ACCEPT = new RegExp(
  `^${POLITELY}?(?:(?:1|일)(?:번)?(?:이요|요|입니다|으로)?${TAKE}?|${YES}{1,3}${POLITELY}?(?:${TAKE}|${ACCEPT_WORD})?|${POLITELY}?${TAKE}|${ACCEPT_WORD}|y)${POLITELY}?$`,
);
const ACCEPT_SIGNS = /^(?:👍|👌|⭕|🙆)+$/u;

/** A yes to any question. */
const BARE_YES = new RegExp(`^(?:${YES}|y)+$`);

const REFUSE_PLAIN =
  /^(?:2(?:번)?(?:이요|요|입니다)?|(?:2번)?거절(?:합니다|할게요?|할께요?|할래요?|해요|하겠습니다|함|이요|요)?|(?:i)?(?:refuse|decline|reject)(?:it|thegift|this)?|辞退(?:する|します)?|谢绝|拒绝|拒收)$/;
/** A softer refusal; while choosing a PIN it may mean something else. */
const REFUSE_SOFT =
  /^(?:아니[요오]?|아뇨|아니에요|안받을게요?|안받을께요?|안받을래요?|안받겠습니다|안받아요|안받음|받지않을게요?|받지않겠습니다|싫어요?|싫습니다|no|nope|nothanks|nothankyou|いいえ|結構です|受け取りません|受け取らない|不要|不用了?|不领取?)$/;
/** A refusal with a message to the sender: `거절: …`, `2: …`, `refuse: …`. `2:30` is a time of day. */
const REFUSE_WORD = /^(?:2(?!\s*[:：]\s*\d)|거절|refuse|decline|辞退|谢绝|拒绝)\s*[:：]\s*(\S.*)$/su;
const REFUSE_START = /^(?:2\s|2번\s|거절\s|거절,|refuse\s|refuse,|decline\s|decline,)\s*(\S.*)$/su;
const MENTIONS_REFUSAL =
  /거절|거부|안\s*받|받지\s*않|사양|refus|declin|reject|\bno thank|辞退|受け取ら|受け取りませ|谢绝|拒绝|拒收/u;

const MENTIONS_STOP =
  /수신\s*(?:을|은|에)?\s*(?:거부|거절|차단|중지|원하지|원치)|(?:문자|메시지|메세지|연락|광고|알림)[^?]*(?:그만|마세요|마라|마요|말아|말라|싫|거부|차단|중지)|보내지\s*(?:마|말)|\bstop\b|\bopt(?:ed|ing)?[\s-]*(?:me\s*)?out\b|unsubscrib|\b(?:don.?t|do not|no more|quit|never)\b.*\b(?:text|messag|contact|sms)|配信.*(?:停止|不要)|送らないで|退订|别再?发/u;

const COMMANDS: readonly (readonly [Command, RegExp])[] = [
  ['stop', STOP],
  ['start', START],
  ['help', /^(?:help|info|menu|도움말|도움|도와(?:줘요?|주세요)|사용법|메뉴|문의|ヘルプ|使い方|帮助)$/],
  [
    'balance',
    /^(?:(?:my)?balance|bal|잔액(?:조회|확인|은|얼마)?|남은(?:금액|돈)|얼마(?:나)?남았(?:어요?|나요|지요?)|残高|余额|查询余额)$/,
  ],
  ['status', /^(?:status|상태|상태조회|선물상태|보낸선물|진행상황|현황|조회|状況|状态)$/],
  [
    'who_sent',
    /^(?:who|whosentit|whosentthis|whoisthis|whoisit|from|누구|누구세요|누구예요|누구신가요|누가|누가(?:보냈|보낸)(?:어요?|나요|거예요|거에요|건가요)?|보낸(?:사람|분|이)(?:이?누구(?:세요|예요|신가요)?)?|선물|gift|내용|誰|誰ですか|誰から|谁|谁送的|是谁)$/,
  ],
  [
    'repeat',
    /^(?:again|repeat|다시|한번더|다시보내(?:줘요?|주세요)|다시말해(?:줘요?|주세요)|뭐라고요?|もう一度|再来|再发一次)$/,
  ],
  [
    'forgot_pin',
    /^(?:unlock|pin|mypin|resetpin|비밀번호|비번|잠금해제|잠김|잠겼어요?|비밀번호찾기|비밀번호재설정|비밀번호변경|暗証番号|暗証番号を忘れた|忘记pin码?|pin码)$/,
  ],
];
/** A sentence is enough here, since the reply only gives information. */
const FORGOT_PIN =
  /(?:비밀\s*번호|비번|\bpin\b).*(?:잊|까먹|분실|모르|몰라|기억)|(?:forg[eo]t|lost|reset).*\bpin\b/u;

const LANGUAGES: ReadonlyMap<string, Locale> = new Map([
  ['english', 'en'],
  ['inenglish', 'en'],
  ['englishplease', 'en'],
  ['영어', 'en'],
  ['영어로', 'en'],
  ['한국어', 'ko'],
  ['한국어로', 'ko'],
  ['한국말', 'ko'],
  ['한글', 'ko'],
  ['korean', 'ko'],
  ['韓国語', 'ko'],
  ['韩语', 'ko'],
  ['韩文', 'ko'],
  ['英語', 'en'],
  ['英语', 'en'],
  ['japanese', 'ja'],
  ['일본어', 'ja'],
  ['日本語', 'ja'],
  ['日本語で', 'ja'],
  ['日语', 'ja'],
  ['chinese', 'zh'],
  ['중국어', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['简体中文', 'zh'],
  ['中国語', 'zh'],
]);

const DIGITS =
  /^(?:(?:my\s+)?(?:pin|비밀\s*번호|비번|암호)\s*(?:code|number)?\s*(?:is|은|는|:|=)?\s*)?#?\s*([0-9][0-9 -]*[0-9])\s*(?:입니다|이에요|예요|이요|요|(?:으)?로\s*(?:할게요|해\s*주세요))?$/u;

/**
 * Interprets a text as people write it: with spaces, full-width letters, emoji, a full stop, a quote of our own text. It is
 * lenient where a mistake can be undone (accepting only leads to the PIN) and strict where it can't: a refusal must consist
 * of plain words alone, and digits are a PIN only with nothing but an introduction beside them.
 */
export function understand(text: string): Meaning {
  const words = ownWords(text);
  if (words === undefined) return { kind: 'other' };
  const { own, line, compact } = words;
  if (ACCEPT_SIGNS.test(own.replace(/\s|\p{Emoji_Modifier}|\ufe0f/gu, '')))
    return { kind: 'accept', plain: false };
  if (own === '?' || own === '??') return { kind: 'command', command: 'help' };

  const digits = DIGITS.exec(line)?.[1]?.replace(/[ -]/g, '');
  if (digits !== undefined) return { kind: 'digits', digits };
  const command = COMMANDS.find(([, pattern]) => pattern.test(compact))?.[0];
  if (command !== undefined) return { kind: 'command', command };
  const locale = LANGUAGES.get(compact);
  if (locale !== undefined) return { kind: 'language', locale };
  // Before the plain words, since the message to the sender may consist of an emoji.
  if (REFUSE_WORD.test(own.toLowerCase())) return parseRefusal(own, line);
  if (isAnswer(line, compact, ACCEPT)) return { kind: 'accept', plain: !BARE_YES.test(compact) };
  if (isAnswer(line, compact, REFUSE_PLAIN)) return { kind: 'refuse', plain: true };
  if (isAnswer(line, compact, REFUSE_SOFT)) return { kind: 'refuse', plain: false };
  if (FORGOT_PIN.test(line)) return { kind: 'command', command: 'forgot_pin' };
  if (MENTIONS_STOP.test(line)) return { kind: 'maybe_stop' };
  return parseRefusal(own, line);
}

/** A question is not an answer, whatever its words: `받기?`, `거절?`. */
function isAnswer(line: string, compact: string, pattern: RegExp): boolean {
  return !line.includes('?') && pattern.test(compact);
}

function parseRefusal(own: string, line: string): Meaning {
  const lower = own.toLowerCase();
  const named = REFUSE_WORD.exec(lower);
  if (named !== null) {
    const word = messageToSender(own.slice(own.length - (named[1] ?? '').length));
    return word === undefined ? { kind: 'maybe_refuse' } : { kind: 'refuse_with_word', word };
  }
  const begun = REFUSE_START.exec(lower);
  if (begun !== null) {
    const word = messageToSender(own.slice(own.length - (begun[1] ?? '').length));
    return word === undefined ? { kind: 'maybe_refuse' } : { kind: 'maybe_refuse', word };
  }
  return MENTIONS_REFUSAL.test(line) ? { kind: 'maybe_refuse' } : { kind: 'other' };
}

/** The message for the sender; none if it has a link, or a number that could be a PIN. */
function messageToSender(text: string): string | undefined {
  const parsed = parseMessage([...text.trim()].slice(0, MESSAGE_LENGTH_MAX).join(''));
  const word = parsed.ok ? parsed.value : '';
  return word === '' || /[0-9](?:[ -]?[0-9]){3}/.test(word) ? undefined : word;
}
