import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';

export const PROPOSALS = ['account-proposals'] as const;

const readProposals = () => answered(api.GET('/v1/office/account-proposals'));
type Proposals = Awaited<ReturnType<typeof readProposals>>;
export type Proposal = Proposals['proposals'][number];

/** The accounts that the shop asked to be paid to, for those who may see them. */
export function useProposals(): UseQueryResult<Proposals> {
  const { may } = useStaff();
  return useQuery({ queryKey: PROPOSALS, queryFn: readProposals, enabled: may('owner', 'auditor') });
}
