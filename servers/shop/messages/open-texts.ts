import type { TextBooks } from '../../../kit/texts/ask.ts';
import { resumeTexts, stopTexts } from '../../../kit/texts/opt-outs.ts';
import type { IncomingText } from '../../../kit/texts/port.ts';
import type { NamedProvider } from '../../../kit/texts/providers.ts';
import { senderAt } from '../../../kit/texts/senders.ts';
import { openProviders } from '../../../kit/texts/settings.ts';
import { stopOrStart } from '../../../kit/texts/stop-words.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { recordFound, recordLost, recordReceipt } from './text-reports.ts';

/** The text message providers, and what is done with what they tell. */
export type Texts = { providers: readonly NamedProvider[]; books: TextBooks };

export function noTexts(context: ShopContext): Texts {
  return { providers: [], books: booksOf(context, () => []) };
}

export function openTexts(context: ShopContext): Texts {
  const books = booksOf(context, () => providers);
  const providers = openProviders(context, context.settings.textProvidersFile, books);
  return { providers, books };
}

export function booksOf(context: ShopContext, providers: () => readonly NamedProvider[]): TextBooks {
  return {
    onReceipt: (receipt) => recordReceipt(context, receipt),
    onFound: (messageId, id) => recordFound(context, messageId, id),
    onLost: (messageId, outcome) => recordLost(context, messageId, outcome),
    onMessage: (message) => handleText(context, providers(), message),
  };
}

/** Nobody is asked to text the shop's number, but whoever writes STOP to it gets no more news from it. */
export async function handleText(
  context: ShopContext,
  providers: readonly NamedProvider[],
  { from, to, text }: IncomingText,
): Promise<void> {
  const parsed = parsePhone(from);
  const word = stopOrStart(text);
  if (!parsed.ok || word === undefined) return;
  const whom = { phone: parsed.e164, sender: senderAt(providers, to) };
  if (word === 'start') return resumeTexts(context.db, whom, context.clock());
  await stopTexts(context.db, { ...whom, told_by: 'text' }, context.clock());
}
