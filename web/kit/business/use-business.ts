import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../api/management.gen.ts';
import { apiOf } from '../api.ts';
import { answered } from '../problem.ts';

/** Every server answers this one alike. */
const api = apiOf<Pick<paths, '/v1/business'>>();
const KEPT_MS = 10 * 60_000;

const readBusiness = () => answered(api.GET('/v1/business'));
export type Published = Awaited<ReturnType<typeof readBusiness>>;

/** What the business behind this page says of itself, and its documents in force. */
export function useBusiness() {
  return useQuery({ queryKey: ['business'], queryFn: readBusiness, staleTime: KEPT_MS });
}
