import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { answered, Problem } from '../kit/problem.ts';
import { api, type Member } from './api.ts';

const ME = ['me'] as const;

/** Who is here: a member, or null for somebody who is not logged in. */
export function useMember() {
  return useQuery({
    queryKey: ME,
    staleTime: 60_000,
    queryFn: async (): Promise<Member | null> => {
      try {
        return await answered(api.GET('/v1/members/me'));
      } catch (thrown) {
        if (thrown instanceof Problem && thrown.status === 401) return null;
        throw thrown;
      }
    },
  });
}

/** Forgets all that was known of whoever was here: the next one is somebody else. */
export function useForgetAll(): () => void {
  const queries = useQueryClient();
  return () => {
    queries.clear();
    queries.setQueryData(ME, null);
  };
}

/** What stands below it is for members; others log in first and come back. */
export function MembersOnly() {
  const member = useMember();
  const { pathname, search } = useLocation();
  return (
    <Answer of={member} height={400}>
      {(known) =>
        known === null ? <Navigate to="/log-in" replace state={{ next: pathname + search }} /> : <Outlet />
      }
    </Answer>
  );
}

/** Where somebody was going when they were asked to log in. */
export function nextOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('next' in state)) return undefined;
  return typeof state.next === 'string' ? state.next : undefined;
}
