import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

const readStores = () => answered(api.GET('/v1/office/stores'));

export type Store = Awaited<ReturnType<typeof readStores>>['stores'][number];

export const STORES = ['stores'];

/** The brand's stores, for their page and for filters. */
export function useStores() {
  return useQuery({ queryKey: STORES, queryFn: readStores });
}
