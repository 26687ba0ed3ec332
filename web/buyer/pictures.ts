import type { Shop } from './api.ts';

/** The pictures of cards and shops by name. */
const cards = import.meta.glob<string>('../cards/*.svg', { eager: true, query: '?url', import: 'default' });
const shops = import.meta.glob<string>('../shops/*.svg', { eager: true, query: '?url', import: 'default' });

const PLAIN = 'plain';

/** A card's picture; the plain one for a design that no longer exists. */
export function cardPicture(design: string | undefined): string | undefined {
  return cards[`../cards/${design ?? PLAIN}.svg`] ?? cards[`../cards/${PLAIN}.svg`];
}

/** The picture that a shop has uploaded, or the one that its operator has chosen, or the default one. */
export function shopPicture({
  picture_id,
  image_key,
}: Pick<Shop, 'picture_id' | 'image_key'>): string | undefined {
  if (picture_id !== undefined) return `/pictures/${picture_id}`;
  return shops[`../shops/${image_key ?? 'shop'}.svg`] ?? shops['../shops/shop.svg'];
}
