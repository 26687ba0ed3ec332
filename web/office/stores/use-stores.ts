import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../door.ts';

export type Store = { store_id: string; name_ko: string; name_en: string };

export const STORES = ['stores'];

/** The brand's stores, for the page of them and for filters. */
export function useStores() {
  return useQuery({ queryKey: STORES, queryFn: () => answered(api.GET('/v1/office/stores')) });
}
