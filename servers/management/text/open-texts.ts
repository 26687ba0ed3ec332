import type { TextBooks } from '../../../kit/texts/ask.ts';
import type { NamedProvider } from '../../../kit/texts/providers.ts';
import { senderAt } from '../../../kit/texts/senders.ts';
import { openProviders } from '../../../kit/texts/settings.ts';
import type { ManagementContext } from '../context.ts';
import { recordFound, recordLost } from '../delivery/record-asked.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import { handleText } from './handle-text.ts';

/** The text message providers, and what is done with what they tell. */
export type Texts = { providers: readonly NamedProvider[]; books: TextBooks };

export function noTexts(context: ManagementContext): Texts {
  return { providers: [], books: booksOf(context, () => []) };
}

export function openTexts(context: ManagementContext): Texts {
  const books = booksOf(context, () => providers);
  const providers = openProviders(context, context.settings.textProvidersFile, books);
  return { providers, books };
}

export function booksOf(context: ManagementContext, providers: () => readonly NamedProvider[]): TextBooks {
  return {
    onReceipt: (receipt) => recordReceipt(context, receipt),
    onFound: (messageId, id) => recordFound(context, messageId, id),
    onLost: (messageId, outcome) => recordLost(context, messageId, outcome),
    onMessage: (message) => handleText(context, { ...message, sender: senderAt(providers(), message.to) }),
  };
}
