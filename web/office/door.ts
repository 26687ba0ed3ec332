import type { paths } from '../api/shop.gen.ts';
import { apiOf } from '../kit/api.ts';
import { answered } from '../kit/problem.ts';
import type { StaffDoor } from '../kit/staff/door.ts';

export const api = apiOf<paths>();

/** The shop server's own staff. */
export const door: StaffDoor<'owner' | 'clerk' | 'auditor'> = {
  roles: ['clerk', 'auditor', 'owner'],
  keeper: 'owner',
  logIn: (credentials) =>
    answered(api.POST('/v1/office/sessions', { body: { ...credentials, use_cookie: true } })),
  logOut: () => answered(api.DELETE('/v1/office/sessions/current')),
  who: () => answered(api.GET('/v1/office/sessions/current')),
  people: () => answered(api.GET('/v1/office/staff')),
  add: (body, headers) => answered(api.POST('/v1/office/staff', { body, headers })),
  end: (staff_id, headers) =>
    answered(api.POST('/v1/office/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
  audit: (query) => answered(api.GET('/v1/office/audit-trail', { params: { query } })),
};
