import { textsIn } from '../../../kit/format/engine.ts';
import { fingerprintOf, type PartyCard } from '../../../kit/signing/party-card.ts';
import { exchangeEn } from '../../../kit/words/owner/exchange.en.ts';
import { exchangeKo } from '../../../kit/words/owner/exchange.ko.ts';

type Terminal = { say: (line: string) => void; ask: (question: string) => Promise<string> };

/** The words of the exchange in the language that the terminal is set to. */
export function exchangeWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv) {
  const isKorean = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ko');
  return isKorean ? textsIn('ko', exchangeKo) : textsIn('en', exchangeEn);
}

/**
 * Has somebody compare the fingerprint of a card with what its owner reads out. The last group is not shown, so whoever types
 * it has heard it.
 */
export async function isConfirmed(
  { card, own, say }: { card: PartyCard; own: PartyCard; say: ReturnType<typeof exchangeWords> },
  terminal: Terminal,
): Promise<boolean> {
  const about = { party: card.party, address: card.base_url };
  const groups = fingerprintOf(card).split(' ');
  terminal.say(say('exchange.how', about));
  terminal.say('');
  terminal.say(say('exchange.theirs', about));
  terminal.say(`  ${groups.slice(0, -1).join(' ')} … (${say('exchange.hidden', {})})`);
  terminal.say(say('exchange.ours', {}));
  terminal.say(`  ${fingerprintOf(own)}`);
  terminal.say('');
  const typed = await terminal.ask(say('exchange.ask', {}));
  return typed.replaceAll(/\s/g, '') === groups.at(-1);
}

/** For programs that were told the fingerprint: all of it. */
export function isFingerprint(card: PartyCard, given: string): boolean {
  return given.replaceAll(/\s/g, '') === fingerprintOf(card).replaceAll(' ', '');
}
