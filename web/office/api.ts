import type { paths } from '../api/shop.gen.ts';
import { apiOf } from '../kit/api.ts';
import { fetchWithProof } from '../kit/proof.ts';
import { staffApiOf } from '../kit/staff/staff-api-of.ts';

export const api = apiOf<paths>('', fetchWithProof);

type Role = 'owner' | 'clerk' | 'auditor';
type Scope = 'members' | 'reports' | 'books' | 'exports';

/** The staff of the shop. */
export const staffApi = staffApiOf<Role, Scope>('/v1/office', {
  roles: ['clerk', 'auditor', 'owner'],
  scopes: ['members', 'reports', 'books', 'exports'],
  admin: 'owner',
  home: '/office',
});
