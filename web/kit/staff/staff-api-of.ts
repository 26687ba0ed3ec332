import type { Client } from 'openapi-fetch';
import type { paths as ManagementPaths } from '../../api/management.gen.ts';
import type { paths as SettlementPaths } from '../../api/settlement.gen.ts';
import type { paths as ShopPaths } from '../../api/shop.gen.ts';
import { apiOf } from '../api.ts';
import { answered } from '../problem.ts';
import { fetchWithProof } from '../proof.ts';
import type { StaffApi, StaffRole, StaffScope } from './staff-api.ts';

/** The paths below a prefix, without it. */
type Below<Paths, Prefix extends string> = {
  [Path in keyof Paths as Path extends `${Prefix}${infer Rest}` ? Rest : never]: Paths[Path];
};

/** What every server offers its staff; a route that one of them lacks does not compile here. */
type StaffPaths = Pick<
  Below<SettlementPaths, '/v1/staff'>,
  keyof Below<SettlementPaths, '/v1/staff'> &
    keyof Below<ManagementPaths, '/v1/staff'> &
    keyof Below<ShopPaths, '/v1/office'>
>;

type Own = Pick<StaffApi<StaffRole>, 'roles' | 'scopes' | 'admin' | 'home'>;

/** The staff routes of the server that served the page, which are below `prefix`. Only roles and scopes differ. */
export function staffApiOf<Role extends StaffRole, Scope extends StaffScope>(
  prefix: '/v1/staff' | '/v1/office',
  own: Pick<StaffApi<Role, Scope>, 'roles' | 'scopes' | 'admin' | 'home'>,
): StaffApi<Role, Scope> {
  const client: Client<StaffPaths> = apiOf<StaffPaths>(prefix, fetchWithProof);
  const everybody = apiOf<Pick<SettlementPaths, '/v1/documents/{document}'>>();
  const verbs: Omit<StaffApi<'treasurer' | 'auditor', 'payments' | 'books' | 'bank_files'>, keyof Own> = {
    logIn: (credentials) =>
      answered(client.POST('/sessions', { body: { ...credentials, use_cookie: true } })),
    enterSecondFactor: (code) =>
      answered(client.POST('/sessions/current/second-factor', { body: { code, use_cookie: true } })),
    passkeyChallenge: () => answered(client.POST('/passkey-challenges')),
    logInByPasskey: (used) =>
      answered(client.POST('/passkey-sessions', { body: { ...used, use_cookie: true } })),
    logOut: () => answered(client.DELETE('/sessions/current')),
    current: () => answered(client.GET('/sessions/current')),
    prove: (body) => answered(client.POST('/sessions/current/proof', { body })),
    changePassword: (body, headers) => answered(client.PUT('/me/password', { body, headers })),
    sessions: () => answered(client.GET('/me/sessions')),
    endSession: (session_id) =>
      answered(client.DELETE('/me/sessions/{session_id}', { params: { path: { session_id } } })),
    endOtherSessions: () => answered(client.DELETE('/me/sessions')),
    beginAuthenticator: () => answered(client.POST('/me/authenticators')),
    confirmAuthenticator: ({ authenticator_id, code }) =>
      answered(
        client.POST('/me/authenticators/{authenticator_id}/confirmation', {
          params: { path: { authenticator_id } },
          body: { code },
        }),
      ),
    removeAuthenticator: () => answered(client.DELETE('/me/authenticators')),
    newRecoveryCodes: () => answered(client.POST('/me/recovery-codes')),
    passkeys: () => answered(client.GET('/me/passkeys')),
    beginPasskey: () => answered(client.POST('/me/passkeys/challenges')),
    addPasskey: (body, headers) => answered(client.POST('/me/passkeys', { body, headers })),
    removePasskey: (passkey_id) =>
      answered(client.DELETE('/me/passkeys/{passkey_id}', { params: { path: { passkey_id } } })),
    views: (list) => answered(client.GET('/me/views', { params: { query: { list } } })),
    saveView: (body, headers) => answered(client.POST('/me/views', { body, headers })),
    deleteView: (view_id) =>
      answered(client.DELETE('/me/views/{view_id}', { params: { path: { view_id } } })),
    people: () => answered(client.GET('/staff')),
    add: (body, headers) => answered(client.POST('/staff', { body, headers })),
    remove: (staff_id, headers) =>
      answered(client.POST('/staff/{staff_id}/departure', { params: { path: { staff_id } }, headers })),
    resetPassword: (staff_id) =>
      answered(client.POST('/staff/{staff_id}/password-resets', { params: { path: { staff_id } } })),
    resetSecondFactor: (staff_id, headers) =>
      answered(
        client.POST('/staff/{staff_id}/second-factor-resets', {
          params: { path: { staff_id } },
          headers,
        }),
      ),
    chooseNewPassword: (body) => answered(client.POST('/new-passwords', { body })),
    serviceAccounts: () => answered(client.GET('/service-accounts')),
    addServiceAccount: (body, headers) => answered(client.POST('/service-accounts', { body, headers })),
    newServiceToken: ({ staff_id, days }) =>
      answered(
        client.POST('/service-accounts/{staff_id}/tokens', {
          params: { path: { staff_id } },
          body: { days },
        }),
      ),
    failingWork: () => answered(client.GET('/failing-work', { params: { query: { limit: 200 } } })),
    retryFailing: (body, headers) => answered(client.POST('/failing-work/retry', { body, headers })),
    restored: (query) => answered(client.GET('/restore', { params: { query } })),
    acknowledgeFinding: ({ finding_no, reason }, headers) =>
      answered(
        client.POST('/restore/findings/{finding_no}/acknowledgement', {
          params: { path: { finding_no } },
          body: { reason },
          headers,
        }),
      ),
    acknowledgeFindings: (body, headers) =>
      answered(client.POST('/restore/acknowledgements', { body, headers })),
    business: () => answered(client.GET('/business')),
    publishDetails: (body, headers) => answered(client.POST('/business/versions', { body, headers })),
    document: ({ document, version }) =>
      answered(
        everybody.GET('/v1/documents/{document}', {
          params: { path: { document }, query: version === undefined ? {} : { version } },
        }),
      ),
    publishDocument: ({ document, ...body }, headers) =>
      answered(
        client.POST('/documents/{document}/versions', { params: { path: { document } }, body, headers }),
      ),
    uploadPicture: (base64, headers) => answered(client.POST('/pictures', { body: { base64 }, headers })),
    audit: (query) => answered(client.GET('/audit-trail', { params: { query } })),
  };
  // Checked above with the settlement server's roles and scopes; the others have the same routes with theirs.
  return { ...own, ...(verbs as unknown as Omit<StaffApi<Role, Scope>, keyof Own>) };
}
