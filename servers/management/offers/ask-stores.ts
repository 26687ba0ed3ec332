import { Value } from 'typebox/value';
import { HOLDER_PATHS, Stores } from '../../../contracts/shop-holders.ts';
import type { MainLocale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { askShop, type ShopAnswer } from './ask-shop.ts';

/** Asks a shop for its stores, as people who read this language are told of them. One of an older version has no maps. */
export async function askStores(
  context: ManagementContext,
  party: string,
  locale: MainLocale,
): Promise<ShopAnswer> {
  const path = `${HOLDER_PATHS.stores}?locale=${locale}`;
  const answer = await askShop(context, { party, path: `${path}&with=maps` });
  return !answer.ok && answer.code === 'validation_failed' ? askShop(context, { party, path }) : answer;
}

/** The stores in its answer; undefined if it gave none. */
export function storesIn(answer: ShopAnswer): Stores['stores'] | undefined {
  return answer.ok && Value.Check(Stores, answer.json) ? answer.json.stores : undefined;
}
