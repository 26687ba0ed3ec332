import type { ProviderTerms } from './port.ts';

/** The sender of everything that no shop with a number of its own sends. */
export const EVERYBODY_ELSE = '*';

type WithSenders = { readonly terms: Pick<ProviderTerms, 'senders'> };

/** Who people see as the sender of a shop's texts: the shop, if it has a number of its own at any provider. */
export function senderOf(providers: readonly WithSenders[], shop: string | undefined): string {
  return shop !== undefined && providers.some(({ terms }) => terms.senders[shop] !== undefined)
    ? shop
    : EVERYBODY_ELSE;
}

/** The number that a provider sends from for a sender; undefined if it has none. */
export function numberFor({ terms }: WithSenders, sender: string): string | undefined {
  return terms.senders[sender] ?? terms.senders[EVERYBODY_ELSE];
}

/** Whose number it is that somebody wrote to. One that is not known is everybody else's. */
export function senderAt(providers: readonly WithSenders[], number: string): string {
  const digits = digitsOf(number);
  const found = providers
    .flatMap(({ terms }) => Object.entries(terms.senders))
    .filter(([, own]) => digitsOf(own) === digits)
    .map(([sender]) => sender);
  // A number that several share is the one for everybody else.
  return found.length > 0 && found.every((sender) => sender === found[0])
    ? (found[0] ?? EVERYBODY_ELSE)
    : EVERYBODY_ELSE;
}

/** Providers write our own number with or without a plus. */
function digitsOf(number: string): string {
  return number.replace(/^\+/, '');
}
