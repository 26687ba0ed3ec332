import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export type Store = { store_id: string; name_ko: string; name_en: string };

export const STORES = ['stores'];

/** The brand's stores, for their page and for filters. */
export function useStores() {
  return useQuery({ queryKey: STORES, queryFn: () => answered(api.GET('/v1/office/stores')) });
}
