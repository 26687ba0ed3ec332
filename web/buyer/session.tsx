import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { answered, Problem } from '../kit/problem.ts';
import { api, type Member } from './api.ts';

const ME = ['me'] as const;

/** The member who is logged in, or null. */
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

/** Clears all cached data: the next person at this browser is somebody else. */
export function useClearQueries(): () => void {
  const queries = useQueryClient();
  return () => {
    queries.clear();
    queries.setQueryData(ME, null);
  };
}

/**
 * Routes inside are for members; others log in first and are brought back, and so is whoever's session ends while they are
 * here: what they had chosen is kept.
 */
export function MembersOnly() {
  const member = useMember();
  const queries = useQueryClient();
  useEffect(() => {
    const stops = [queries.getQueryCache(), queries.getMutationCache()].map((cache) =>
      cache.subscribe((event: { type: string; action?: { type: string; error?: unknown } }) => {
        if (event.type === 'updated' && event.action?.type === 'error' && isEnded(event.action.error))
          queries.setQueryData(ME, null);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [queries]);
  const { pathname, search } = useLocation();
  return (
    <Answer of={member} height={400}>
      {(known) =>
        known === null ? <Navigate to="/log-in" replace state={{ next: pathname + search }} /> : <Outlet />
      }
    </Answer>
  );
}

function isEnded(thrown: unknown): boolean {
  return thrown instanceof Problem && ['unauthenticated', 'session_expired'].includes(thrown.code);
}

/** Where a visitor was going when they were asked to log in. */
export function nextOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('next' in state)) return undefined;
  return typeof state.next === 'string' ? state.next : undefined;
}
