import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';

const LOOK_MS = 1_000;
const LOOK_AT_REST_MS = 5_000;
const PASSING: ReadonlySet<Group['state']> = new Set([
  'authorising',
  'requires_action',
  'capturing',
  'voiding',
]);

/** Several gifts as the server has them; looked at again and again while something passes by itself. */
export function useGroup(groupId: string) {
  return useQuery({
    queryKey: ['order-group', groupId],
    queryFn: () =>
      answered(api.GET('/v1/order-groups/{group_id}', { params: { path: { group_id: groupId } } })),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isUnderWay(data) ? LOOK_MS : LOOK_AT_REST_MS,
  });
}

function isUnderWay({ state, stages, lines }: Group): boolean {
  if (PASSING.has(state)) return true;
  return state === 'captured' ? stages.preparing > 0 : lines.some(({ looking_up }) => looking_up);
}

export type GroupStepProps = { group: Group; onChange: (group: Group) => void };
