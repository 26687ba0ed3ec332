import type { paths } from '../api/management.gen.ts';
import { apiOf } from '../kit/api.ts';
import { answered } from '../kit/problem.ts';
import type { StaffApi } from '../kit/staff/staff-api.ts';

export const api = apiOf<paths>();

/** The operator's staff, on the management server. */
export const staffApi: StaffApi<'operator' | 'support' | 'auditor'> = {
  roles: ['support', 'auditor', 'operator'],
  admin: 'operator',
  logIn: (credentials) =>
    answered(api.POST('/v1/staff/sessions', { body: { ...credentials, use_cookie: true } })),
  logOut: () => answered(api.DELETE('/v1/staff/sessions/current')),
  current: () => answered(api.GET('/v1/staff/sessions/current')),
  people: () => answered(api.GET('/v1/staff/staff')),
  add: (body, headers) => answered(api.POST('/v1/staff/staff', { body, headers })),
  remove: (staff_id, headers) =>
    answered(api.POST('/v1/staff/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
  audit: (query) => answered(api.GET('/v1/staff/audit-trail', { params: { query } })),
};
