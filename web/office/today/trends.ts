import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

const readTrends = (days: number) => answered(api.GET('/v1/office/trends', { params: { query: { days } } }));

/** What moved in one currency: in all, day by day and store by store. */
export type Trend = Awaited<ReturnType<typeof readTrends>>['currencies'][number];

export function useTrends(days: number) {
  return useQuery({
    queryKey: ['trends', days],
    queryFn: () => readTrends(days),
    placeholderData: keepPreviousData,
  });
}
