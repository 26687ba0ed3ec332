import type { ManagementContext } from '../../context.ts';
import { askStores, storesIn } from '../../offers/ask-stores.ts';
import type { EffectResult } from '../dialogues/types.ts';
import { refusedWith } from './ask-shop.ts';
import type { EffectOf } from './effect-call.ts';

/** A call's state holds the stores of one district, of which nobody hears more than these. */
const STORES_MAX = 60;

/** The districts of a shop's stores; those with no district come last. */
export async function listDistricts(
  context: ManagementContext,
  { party, locale }: EffectOf<'list_districts'>,
): Promise<EffectResult> {
  const answer = await askStores(context, party, locale);
  const stores = storesIn(answer);
  if (stores === undefined) return refusedWith(answer);
  const named = new Set(stores.map(({ district = '' }) => district));
  const sorted = [...named].filter((district) => district !== '').sort((a, b) => a.localeCompare(b, locale));
  return { kind: 'districts_listed', districts: named.has('') ? [...sorted, ''] : sorted };
}

export async function listStores(
  context: ManagementContext,
  { party, locale, district }: EffectOf<'list_stores'>,
): Promise<EffectResult> {
  const answer = await askStores(context, party, locale);
  const stores = storesIn(answer);
  if (stores === undefined) return refusedWith(answer);
  const there = stores.filter((store) => (store.district ?? '') === district);
  return {
    kind: 'stores_listed',
    stores: there.slice(0, STORES_MAX).map(({ store_id: _store_id, district: _district, ...store }) => store),
  };
}
