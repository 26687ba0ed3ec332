import type { paths } from '../api/shop.gen.ts';
import { apiOf } from '../kit/api.ts';
import { answered } from '../kit/problem.ts';
import type { StaffApi } from '../kit/staff/staff-api.ts';

export const api = apiOf<paths>();

/** The staff of the shop. */
export const staffApi: StaffApi<'owner' | 'clerk' | 'auditor'> = {
  roles: ['clerk', 'auditor', 'owner'],
  admin: 'owner',
  logIn: (credentials) =>
    answered(api.POST('/v1/office/sessions', { body: { ...credentials, use_cookie: true } })),
  logOut: () => answered(api.DELETE('/v1/office/sessions/current')),
  current: () => answered(api.GET('/v1/office/sessions/current')),
  people: () => answered(api.GET('/v1/office/staff')),
  add: (body, headers) => answered(api.POST('/v1/office/staff', { body, headers })),
  remove: (staff_id, headers) =>
    answered(api.POST('/v1/office/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
  audit: (query) => answered(api.GET('/v1/office/audit-trail', { params: { query } })),
};
