import { listPage, NEXT_PAGE_KEY } from './moves.ts';
import { say, shopName } from './say.ts';
import type { Node } from './types.ts';

/** Reads out a page of shops, each with its key. */
export const promptShop: Node['prompt'] = (state) => {
  const { shops = [], first = 0 } = state.facts;
  const { page, more } = listPage(shops, first);
  return [
    say(state, 'voice.which_shop'),
    ...page.map((shop, i) => say(state, 'voice.choice', { what: shopName(state, shop), key: `${i + 1}` })),
    ...(more ? [say(state, 'voice.read_on', { key: NEXT_PAGE_KEY })] : []),
  ];
};
