import { READ_ON, readPart } from './moves.ts';
import { say, shopName } from './say.ts';
import type { Node } from './types.ts';

/** Reads the shops out, a part at a time, each with the key that chooses it. */
export const askWhichShop: Node['ask'] = (state) => {
  const { shops = [], first = 0 } = state.facts;
  const { part, more } = readPart(shops, first);
  return [
    say(state, 'voice.which_shop'),
    ...part.map((shop, i) => say(state, 'voice.choice', { what: shopName(state, shop), key: `${i + 1}` })),
    ...(more ? [say(state, 'voice.read_on', { key: READ_ON })] : []),
  ];
};
