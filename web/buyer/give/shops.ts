import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api, type Shop } from '../api.ts';
import { useWords } from '../words.ts';

export function useShops() {
  return useQuery({
    queryKey: ['shops'],
    staleTime: 300_000,
    queryFn: () => answered(api.GET('/v1/shops')),
  });
}

/** The name of a shop in the reader's language; empty until it is known. */
export function useShopName(): (shopId: string) => string {
  const { pick } = useWords();
  const { data } = useShops();
  return (shopId) => {
    const shop = data?.shops.find(({ shop_id }) => shop_id === shopId);
    return shop === undefined ? '' : nameOf(shop, pick);
  };
}

/** What a shop's certificates can be used for, as it says itself; empty if it says nothing. */
export function usageOf({ usage_ko = '', usage_en = '' }: Shop, pick: (ko: string, en: string) => string) {
  return pick(usage_ko, usage_en);
}

export function nameOf(shop: Shop, pick: (ko: string, en: string) => string): string {
  return pick(shop.name_ko, shop.name_en);
}
