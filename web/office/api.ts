import type { paths } from '../api/shop.gen.ts';
import { apiOf } from '../kit/api.ts';
import { answered } from '../kit/problem.ts';
import { fetchWithProof } from '../kit/proof.ts';
import type { StaffApi } from '../kit/staff/staff-api.ts';

export const api = apiOf<paths>('', fetchWithProof);

type Role = 'owner' | 'clerk' | 'auditor';
type Scope = 'members' | 'reports' | 'books' | 'exports';

/** The staff of the shop. */
export const staffApi: StaffApi<Role, Scope> = {
  roles: ['clerk', 'auditor', 'owner'],
  scopes: ['members', 'reports', 'books', 'exports'],
  admin: 'owner',
  home: '/office',
  logIn: (credentials) =>
    answered(api.POST('/v1/office/sessions', { body: { ...credentials, use_cookie: true } })),
  enterSecondFactor: (code) =>
    answered(api.POST('/v1/office/sessions/current/second-factor', { body: { code, use_cookie: true } })),
  passkeyChallenge: () => answered(api.POST('/v1/office/passkey-challenges')),
  logInByPasskey: (used) =>
    answered(api.POST('/v1/office/passkey-sessions', { body: { ...used, use_cookie: true } })),
  logOut: () => answered(api.DELETE('/v1/office/sessions/current')),
  current: () => answered(api.GET('/v1/office/sessions/current')),
  prove: (body) => answered(api.POST('/v1/office/sessions/current/proof', { body })),
  changePassword: (body, headers) => answered(api.PUT('/v1/office/me/password', { body, headers })),
  sessions: () => answered(api.GET('/v1/office/me/sessions')),
  endSession: (session_id) =>
    answered(api.DELETE('/v1/office/me/sessions/{session_id}', { params: { path: { session_id } } })),
  endOtherSessions: () => answered(api.DELETE('/v1/office/me/sessions')),
  beginAuthenticator: () => answered(api.POST('/v1/office/me/authenticators')),
  confirmAuthenticator: ({ authenticator_id, code }) =>
    answered(
      api.POST('/v1/office/me/authenticators/{authenticator_id}/confirmation', {
        params: { path: { authenticator_id } },
        body: { code },
      }),
    ),
  removeAuthenticator: () => answered(api.DELETE('/v1/office/me/authenticators')),
  newRecoveryCodes: () => answered(api.POST('/v1/office/me/recovery-codes')),
  passkeys: () => answered(api.GET('/v1/office/me/passkeys')),
  beginPasskey: () => answered(api.POST('/v1/office/me/passkeys/challenges')),
  addPasskey: (body, headers) => answered(api.POST('/v1/office/me/passkeys', { body, headers })),
  removePasskey: (passkey_id) =>
    answered(api.DELETE('/v1/office/me/passkeys/{passkey_id}', { params: { path: { passkey_id } } })),
  people: () => answered(api.GET('/v1/office/staff')),
  add: (body, headers) => answered(api.POST('/v1/office/staff', { body, headers })),
  remove: (staff_id, headers) =>
    answered(api.POST('/v1/office/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
  resetPassword: (staff_id) =>
    answered(api.POST('/v1/office/staff/{staff_id}/password-resets', { params: { path: { staff_id } } })),
  resetSecondFactor: (staff_id, headers) =>
    answered(
      api.POST('/v1/office/staff/{staff_id}/second-factor-resets', {
        params: { path: { staff_id } },
        headers,
      }),
    ),
  chooseNewPassword: (body) => answered(api.POST('/v1/office/new-passwords', { body })),
  serviceAccounts: () => answered(api.GET('/v1/office/service-accounts')),
  addServiceAccount: (body, headers) => answered(api.POST('/v1/office/service-accounts', { body, headers })),
  newServiceToken: ({ staff_id, days }) =>
    answered(
      api.POST('/v1/office/service-accounts/{staff_id}/tokens', {
        params: { path: { staff_id } },
        body: { days },
      }),
    ),
  failingWork: () => answered(api.GET('/v1/office/failing-work', { params: { query: { limit: 200 } } })),
  retryFailing: (body, headers) => answered(api.POST('/v1/office/failing-work/retry', { body, headers })),
  restored: (query) => answered(api.GET('/v1/office/restore', { params: { query } })),
  acknowledgeFinding: ({ finding_no, reason }, headers) =>
    answered(
      api.POST('/v1/office/restore/findings/{finding_no}/acknowledgement', {
        params: { path: { finding_no } },
        body: { reason },
        headers,
      }),
    ),
  acknowledgeFindings: (body, headers) =>
    answered(api.POST('/v1/office/restore/acknowledgements', { body, headers })),
  audit: (query) => answered(api.GET('/v1/office/audit-trail', { params: { query } })),
};
