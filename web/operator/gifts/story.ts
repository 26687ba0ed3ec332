import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

const readStory = (order_id: string) =>
  answered(api.GET('/v1/staff/orders/{order_id}/story', { params: { path: { order_id } } }));

/** A gift and everything that happened to it. */
export type Story = Awaited<ReturnType<typeof readStory>>;
export type StoryStep = Story['steps'][number];

export function useStory(orderId: string) {
  return useQuery({ queryKey: ['story', orderId], queryFn: () => readStory(orderId) });
}

/** The queries that an action on a gift makes out of date. */
export const outdatedBy = (orderId: string) => [
  ['story', orderId],
  ['orders'],
  ['stuck'],
  ['numbers'],
  ['refunds'],
];
