/** The pictures of cards and shops by name. */
const cards = import.meta.glob<string>('../cards/*.svg', { eager: true, query: '?url', import: 'default' });
const shops = import.meta.glob<string>('../shops/*.svg', { eager: true, query: '?url', import: 'default' });

const PLAIN = 'plain';

/** A card's picture; the plain one for a design that no longer exists. */
export function cardPicture(design: string | undefined): string | undefined {
  return cards[`../cards/${design ?? PLAIN}.svg`] ?? cards[`../cards/${PLAIN}.svg`];
}

/** A shop's picture, or the default one. */
export function shopPicture(key: string | undefined): string | undefined {
  return shops[`../shops/${key ?? 'shop'}.svg`] ?? shops['../shops/shop.svg'];
}
