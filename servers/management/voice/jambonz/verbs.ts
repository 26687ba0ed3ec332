import type { MainLocale } from '../../../../kit/words/index.ts';
import type { LineInput, Listen, SpokenTurn, Utterance } from '../turn.ts';

/** Where jambonz posts the keys, and the credentials it uses. */
export type Hook = { url: string; method: 'POST'; basicAuth: { username: string; password: string } };
export type Verb = { verb: string; [name: string]: unknown };

const LANGUAGES: Readonly<Record<MainLocale, string>> = { ko: 'ko-KR', en: 'en-US' };

/**
 * A turn as jambonz verbs. A gather speaks one text in one voice, and a key only cuts off that text, so texts in another
 * language come before it as separate verbs. A list of texts does not help: jambonz picks one of them.
 */
export function verbsOf({ say, listen, end }: SpokenTurn, hook: Hook, operator: string): Verb[] {
  const said = joinByVoice(say);
  if (end === 'operator')
    return [...said.map(sayVerb), { verb: 'dial', target: [{ type: 'phone', number: operator }] }];
  if (end === 'hang_up') return [...said.map(sayVerb), { verb: 'hangup' }];
  if (listen === undefined) return [...said.map(sayVerb), { verb: 'redirect', actionHook: hook }];
  const last = listen.barge_in ? said.at(-1) : undefined;
  const before = last === undefined ? said : said.slice(0, -1);
  const { verb: _say, ...spoken } = last === undefined ? { verb: 'say' } : sayVerb(last);
  const gather = { ...gatherVerb(listen, hook), ...(last === undefined ? {} : { say: spoken }) };
  return [...before.map(sayVerb), gather];
}

function joinByVoice(say: readonly Utterance[]): Utterance[] {
  const joined: Utterance[] = [];
  for (const { locale, text } of say) {
    const before = joined.at(-1);
    if (before?.locale === locale) joined[joined.length - 1] = { locale, text: `${before.text} ${text}` };
    else joined.push({ locale, text });
  }
  return joined;
}

function sayVerb({ locale, text }: Utterance): Verb {
  return { verb: 'say', text, synthesizer: { vendor: 'default', language: LANGUAGES[locale] } };
}

function gatherVerb({ digits_max, first_ms, inter_ms, finish_on, barge_in }: Listen, hook: Hook): Verb {
  return {
    verb: 'gather',
    input: ['digits'],
    actionHook: hook,
    ...(digits_max === 1
      ? { numDigits: 1 }
      : { minDigits: 1, maxDigits: digits_max, finishOnKey: finish_on }),
    timeout: first_ms / 1_000,
    interDigitTimeout: inter_ms / 1_000,
    dtmfBargein: barge_in,
  };
}

/** The input that a gather or a redirect posts. */
export function inputOf({ reason, digits }: { reason?: string; digits?: string }): LineInput {
  if (reason === undefined) return { kind: 'said' };
  const keyed = (digits ?? '').replaceAll('#', '').slice(0, 40);
  return reason === 'dtmfDetected' || keyed !== '' ? { kind: 'digits', digits: keyed } : { kind: 'silence' };
}
