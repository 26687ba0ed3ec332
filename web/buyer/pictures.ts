/** The pictures of cards and shops, by name; each is a file of its own. */
const cards = import.meta.glob<string>('../cards/*.svg', { eager: true, query: '?url', import: 'default' });
const shops = import.meta.glob<string>('../shops/*.svg', { eager: true, query: '?url', import: 'default' });

const PLAIN = 'plain';

/** A card's picture; the plain one for a design that is drawn no more. */
export function cardPicture(design: string | undefined): string | undefined {
  return cards[`../cards/${design ?? PLAIN}.svg`] ?? cards[`../cards/${PLAIN}.svg`];
}

/** A shop's picture; the common one for a shop that has none of its own. */
export function shopPicture(key: string | undefined): string | undefined {
  return shops[`../shops/${key ?? 'shop'}.svg`] ?? shops['../shops/shop.svg'];
}
