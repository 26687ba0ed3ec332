import type { paths } from '../api/management.gen.ts';
import { apiOf } from '../kit/api.ts';
import { fetchWithProof } from '../kit/proof.ts';
import { staffApiOf } from '../kit/staff/staff-api-of.ts';

export const api = apiOf<paths>('', fetchWithProof);

type Role = 'operator' | 'support' | 'auditor';
type Scope = 'orders' | 'numbers' | 'payouts' | 'pay_out' | 'shops';

/** The operator's staff, on the management server. */
export const staffApi = staffApiOf<Role, Scope>('/v1/staff', {
  roles: ['support', 'auditor', 'operator'],
  scopes: ['orders', 'numbers', 'payouts', 'pay_out', 'shops'],
  admin: 'operator',
  home: '/console',
});
