/** Anything longer is not an answer: a forwarded text, perhaps. */
const LETTERS_MAX = 600;

const STOP_POLITELY =
  '(?:please|pls|kindly|now|thankyou|thanks|제발|좀|이제|감사합니다|고맙습니다|부탁(?:해요|드려요|드립니다|합니다)?)';
/** The opt-out words of the CTIA guidelines and of Korea's text messages, which must always work. */
const STOP_EN =
  'stop(?:all|it|this|that|everything|(?:the|these|those|all|any)?(?:texts?|messages?|sms)|(?:texting|messaging|contacting|sending)(?:me)?(?:these|those|more|any|any ?more)?(?:texts?|messages?|sms)?(?:tome)?)?|unsubscribe(?:me)?|opt(?:me)?(?:out)|revoke|removeme|cancel|end|quit|(?:do ?not|dont)(?:text|message|contact)me|nomore(?:texts?|messages?)';
const STOP_KO =
  '(?:무료|스팸)?(?:문자|메시지|메세지|알림|광고)?(?:수신)?(?:거부|거절|차단|중단|중지|해지)|수신(?:을|은)?(?:거부|거절|차단|안함|안합니다|안할게요|원하지않습니다|원치않습니다)|정지|(?:문자|메시지|메세지|연락)?그만(?:보내|해|하)?|(?:문자|메시지|메세지|연락|이런문자|다시는)?보내지(?:마|말아|말)';
const STOP_KO_END =
  '(?:요|세요|십시오|시오|라|줘요?|주세요|주십시오|해요|해줘요?|해주세요|해주십시오|합니다|할게요|할께요|하겠습니다|할래요|함|입니다|이요|바랍니다|바라요|요청(?:해요|합니다|드립니다|드려요)?|신청(?:해요|합니다|드립니다)?)';
/** What our texts in Japanese and Chinese name, and what is usual beside it. */
const STOP_JA_ZH = '(?:配信)?停止(?:して|する|してください)?|退订|取消订阅';
/** Without spaces and punctuation: `please stop`, `수신거부요`, `opt out`. A bare 거부 or 거절 refuses the gift. */
export const STOP = new RegExp(
  `^(?!(?:거부|거절))${STOP_POLITELY}*(?:${STOP_EN}|(?:${STOP_KO})${STOP_KO_END}*|${STOP_JA_ZH})${STOP_POLITELY}*$`,
);
/** Without spaces and punctuation, too. */
export const START = /^(?:start|unstop|시작|수신|수신동의|다시시작|再開|订阅|恢复)$/;

/** What somebody wrote themselves. */
export type OwnWords = {
  own: string;
  /** In lower case, without emoji, brackets and the like. */
  line: string;
  /** And without spaces and punctuation, which people use freely. */
  compact: string;
};

/** Undefined if it is no answer: it is too long, or quotes our own text. */
export function ownWords(text: string): OwnWords | undefined {
  const own = stripQuote(text.slice(0, LETTERS_MAX * 4).normalize('NFKC')).trim();
  // With our name in it, it is a phone reporting a reaction to our text, which it quotes.
  if (own.length > LETTERS_MAX || /\[(?:선물|seonmul)\]/i.test(own)) return undefined;
  const line = stripSigns(own).toLowerCase();
  return { own, line, compact: line.replace(/[^\p{L}\p{N}]+/gu, '') };
}

/** Whether a text asks for no more texts, or for texts again. */
export function stopOrStart(text: string): 'stop' | 'start' | undefined {
  const compact = ownWords(text)?.compact ?? '';
  if (STOP.test(compact)) return 'stop';
  return START.test(compact) ? 'start' : undefined;
}

/** Removes quotes of our own text, which some phones add: lines after `>`, or from our name in brackets on. */
function stripQuote(text: string): string {
  const own = text.split(/\r?\n/).filter((line) => !/^\s*>/.test(line));
  const quoteAt = own.findIndex(
    (line) =>
      /^\s*["“「]?\[(?:선물|seonmul)\]/i.test(line) || /^-{2,}|\bwrote:$|님이\s*작성/i.test(line.trim()),
  );
  const before = (quoteAt === -1 ? own : own.slice(0, quoteAt)).join('\n');
  return before.trim() === '' && quoteAt === -1 ? text : before;
}

/** Removes emoji (but keeps a keycap's digit), ㅎㅎ, ㅋㅋ, ㅠㅠ, invisible characters, brackets, quotes, final punctuation. */
function stripSigns(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\u20e3|\ufe0e|\ufe0f/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/["'“”‘’`「」()<>[\]^_*\u1112\u1172\u116e]+|(?<!\u110b)\u110f+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,!~;…。]+$/u, '')
    .trim();
}
