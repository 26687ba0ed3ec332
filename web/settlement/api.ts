import type { paths } from '../api/settlement.gen.ts';
import { apiOf } from '../kit/api.ts';
import { fetchWithProof } from '../kit/proof.ts';
import { staffApiOf } from '../kit/staff/staff-api-of.ts';

export const api = apiOf<paths>('', fetchWithProof);

type Role = 'treasurer' | 'auditor';
type Scope = 'payments' | 'books' | 'bank_files';

/** The settlement server's staff. */
export const staffApi = staffApiOf<Role, Scope>('/v1/staff', {
  roles: ['auditor', 'treasurer'],
  scopes: ['payments', 'books', 'bank_files'],
  admin: 'treasurer',
  home: '/console',
});
