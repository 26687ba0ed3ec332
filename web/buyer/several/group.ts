import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';

const POLL_MS = 1_000;
const IDLE_POLL_MS = 5_000;
const IN_PROGRESS: ReadonlySet<Group['state']> = new Set([
  'authorising',
  'requires_action',
  'capturing',
  'voiding',
]);

/** A group of gifts, polled often while the server is working on it. */
export function useGroup(groupId: string) {
  return useQuery({
    queryKey: ['order-group', groupId],
    queryFn: () =>
      answered(api.GET('/v1/order-groups/{group_id}', { params: { path: { group_id: groupId } } })),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isInProgress(data) ? POLL_MS : IDLE_POLL_MS,
  });
}

function isInProgress({ state, stages, lines }: Group): boolean {
  if (IN_PROGRESS.has(state)) return true;
  return state === 'captured' ? stages.preparing > 0 : lines.some(({ looking_up }) => looking_up);
}

export type GroupStepProps = { group: Group; onChange: (group: Group) => void };
