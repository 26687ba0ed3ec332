import type { paths } from '../api/settlement.gen.ts';
import { apiOf } from '../kit/api.ts';
import { answered } from '../kit/problem.ts';
import { fetchWithProof } from '../kit/proof.ts';
import type { StaffApi } from '../kit/staff/staff-api.ts';

export const api = apiOf<paths>('', fetchWithProof);

type Role = 'treasurer' | 'auditor';
type Scope = 'payments' | 'books' | 'bank_files';

/** The settlement server's staff. */
export const staffApi: StaffApi<Role, Scope> = {
  roles: ['auditor', 'treasurer'],
  scopes: ['payments', 'books', 'bank_files'],
  admin: 'treasurer',
  home: '/console',
  logIn: (credentials) =>
    answered(api.POST('/v1/staff/sessions', { body: { ...credentials, use_cookie: true } })),
  enterSecondFactor: (code) =>
    answered(api.POST('/v1/staff/sessions/current/second-factor', { body: { code, use_cookie: true } })),
  passkeyChallenge: () => answered(api.POST('/v1/staff/passkey-challenges')),
  logInByPasskey: (used) =>
    answered(api.POST('/v1/staff/passkey-sessions', { body: { ...used, use_cookie: true } })),
  logOut: () => answered(api.DELETE('/v1/staff/sessions/current')),
  current: () => answered(api.GET('/v1/staff/sessions/current')),
  prove: (body) => answered(api.POST('/v1/staff/sessions/current/proof', { body })),
  changePassword: (body, headers) => answered(api.PUT('/v1/staff/me/password', { body, headers })),
  sessions: () => answered(api.GET('/v1/staff/me/sessions')),
  endSession: (session_id) =>
    answered(api.DELETE('/v1/staff/me/sessions/{session_id}', { params: { path: { session_id } } })),
  endOtherSessions: () => answered(api.DELETE('/v1/staff/me/sessions')),
  beginAuthenticator: () => answered(api.POST('/v1/staff/me/authenticators')),
  confirmAuthenticator: ({ authenticator_id, code }) =>
    answered(
      api.POST('/v1/staff/me/authenticators/{authenticator_id}/confirmation', {
        params: { path: { authenticator_id } },
        body: { code },
      }),
    ),
  removeAuthenticator: () => answered(api.DELETE('/v1/staff/me/authenticators')),
  newRecoveryCodes: () => answered(api.POST('/v1/staff/me/recovery-codes')),
  passkeys: () => answered(api.GET('/v1/staff/me/passkeys')),
  beginPasskey: () => answered(api.POST('/v1/staff/me/passkeys/challenges')),
  addPasskey: (body, headers) => answered(api.POST('/v1/staff/me/passkeys', { body, headers })),
  removePasskey: (passkey_id) =>
    answered(api.DELETE('/v1/staff/me/passkeys/{passkey_id}', { params: { path: { passkey_id } } })),
  people: () => answered(api.GET('/v1/staff/staff')),
  add: (body, headers) => answered(api.POST('/v1/staff/staff', { body, headers })),
  remove: (staff_id, headers) =>
    answered(api.POST('/v1/staff/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
  resetPassword: (staff_id) =>
    answered(api.POST('/v1/staff/staff/{staff_id}/password-resets', { params: { path: { staff_id } } })),
  resetSecondFactor: (staff_id, headers) =>
    answered(
      api.POST('/v1/staff/staff/{staff_id}/second-factor-resets', {
        params: { path: { staff_id } },
        headers,
      }),
    ),
  chooseNewPassword: (body) => answered(api.POST('/v1/staff/new-passwords', { body })),
  serviceAccounts: () => answered(api.GET('/v1/staff/service-accounts')),
  addServiceAccount: (body, headers) => answered(api.POST('/v1/staff/service-accounts', { body, headers })),
  newServiceToken: ({ staff_id, days }) =>
    answered(
      api.POST('/v1/staff/service-accounts/{staff_id}/tokens', {
        params: { path: { staff_id } },
        body: { days },
      }),
    ),
  failingWork: () => answered(api.GET('/v1/staff/failing-work', { params: { query: { limit: 200 } } })),
  retryFailing: (body, headers) => answered(api.POST('/v1/staff/failing-work/retry', { body, headers })),
  restored: (query) => answered(api.GET('/v1/staff/restore', { params: { query } })),
  acknowledgeFinding: ({ finding_no, reason }, headers) =>
    answered(
      api.POST('/v1/staff/restore/findings/{finding_no}/acknowledgement', {
        params: { path: { finding_no } },
        body: { reason },
        headers,
      }),
    ),
  acknowledgeFindings: (body, headers) =>
    answered(api.POST('/v1/staff/restore/acknowledgements', { body, headers })),
  audit: (query) => answered(api.GET('/v1/staff/audit-trail', { params: { query } })),
};
