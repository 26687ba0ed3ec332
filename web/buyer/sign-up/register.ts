import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import type { SignUpValues } from './values.ts';

/** Has codes sent for a registration; doing it again sends new ones for a new one. */
export function useRegister() {
  const { locale } = useWords();
  return useIdempotentMutation((values: SignUpValues, headers) =>
    answered(api.POST('/v1/members', { body: { ...values, locale }, headers })),
  );
}
