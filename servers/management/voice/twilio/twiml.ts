import type { Listen, SpokenTurn, Utterance } from '../turn.ts';

export type TwimlPlace = {
  /** Where Twilio posts the keys of this turn. */
  inputUrl: string;
  /** The number of a person to connect to, or empty. */
  operator: string;
};

const LANGUAGES = { ko: 'ko-KR', en: 'en-US' } as const;

/**
 * A turn as TwiML, which SignalWire (cXML) and Telnyx (TeXML) accept as well. TwiML has one timeout, in whole seconds, for
 * the first key and further ones. A turn without barge-in is spoken before the gather, since a key within it cuts it off.
 */
export function twiml(turn: SpokenTurn, { inputUrl, operator }: TwimlPlace): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${bodyOf(turn, inputUrl, operator)}</Response>`;
}

function bodyOf({ say, listen, end }: SpokenTurn, inputUrl: string, operator: string): string {
  const said = say.map(sayElement).join('');
  if (end === 'operator') return `${said}<Dial>${escapeXml(operator)}</Dial>`;
  if (end === 'hang_up') return `${said}<Hangup/>`;
  if (listen === undefined) return `${said}<Redirect method="POST">${escapeXml(inputUrl)}</Redirect>`;
  return listen.barge_in
    ? `${gatherElement(listen, inputUrl)}${said}</Gather>`
    : `${said}${gatherElement(listen, inputUrl)}</Gather>`;
}

function sayElement({ locale, text }: Utterance): string {
  return `<Say language="${LANGUAGES[locale]}">${escapeXml(text)}</Say>`;
}

function gatherElement({ digits_max, first_ms, inter_ms, finish_on }: Listen, inputUrl: string): string {
  const isChoice = digits_max === 1;
  const attributes = {
    input: 'dtmf',
    action: inputUrl,
    method: 'POST',
    numDigits: digits_max,
    // In a choice `#` is a key like any other, to tell it from silence.
    finishOnKey: isChoice ? '' : finish_on,
    timeout: Math.ceil((isChoice ? first_ms : (first_ms + inter_ms) / 2) / 1_000),
    actionOnEmptyResult: true,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(`${value}`)}"`);
  return `<Gather ${written.join(' ')}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
