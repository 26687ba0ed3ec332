import { errors, jwtVerify, SignJWT } from 'jose';
import { CAMARA_PATHS, CLIENT_ASSERTION_TYPE, JWT_BEARER_GRANT } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { CarrierContext, Client } from '../context.ts';

/** RFC 6749, section 5.2. */
export type OAuthError = { status: 400 | 401; error: string; error_description: string };

export type AccessToken = { access_token: string; token_type: 'Bearer'; expires_in: number; scope: string };

const TOKEN_S = 300;
const ASSERTION_S_MAX = 300;
const CLOCK_S_TOLERATED = 5;

/**
 * Issues an access token to a client that signs its assertion with its own key. `client_credentials` gives a two-legged
 * token, and each request then contains a number. The JWT bearer grant gives a token bound to the number in the
 * assertion's `sub` (`tel:+…`), and requests then contain none.
 */
export async function issueToken(
  context: CarrierContext,
  form: Readonly<Record<string, string>>,
): Promise<AccessToken | OAuthError> {
  const bearer = form.grant_type === JWT_BEARER_GRANT;
  if (!bearer && form.grant_type !== 'client_credentials') {
    return badRequest(
      'unsupported_grant_type',
      'grant_type must be client_credentials or the JWT bearer grant.',
    );
  }
  if (!bearer && form.client_assertion_type !== CLIENT_ASSERTION_TYPE) {
    return invalidClient('Authenticate by private_key_jwt.');
  }
  const assertion = (bearer ? form.assertion : form.client_assertion) ?? '';
  const checked = await checkAssertion(context, assertion);
  if (checked === undefined) {
    return bearer
      ? badRequest('invalid_grant', 'The assertion is not valid.')
      : invalidClient('The client assertion is not valid.');
  }
  const { client, subject, scope } = checked;
  // RFC 7521, section 4.2: a client_id beside the assertion must be the assertion's.
  if (form.client_id !== undefined && form.client_id !== client.client_id) {
    return invalidClient('client_id is not the signer of the assertion.');
  }
  const wanted = (form.scope ?? scope ?? '').split(' ').filter((name) => name !== '' && name !== 'openid');
  if (wanted.length === 0 || wanted.some((name) => !client.scopes.includes(name))) {
    return badRequest('invalid_scope', 'The client is not permitted the requested scope.');
  }
  let phone: string | undefined;
  if (bearer) {
    phone = /^tel:(\+[1-9][0-9]{4,14})$/.exec(subject)?.[1];
    if (phone === undefined) return badRequest('invalid_grant', 'sub must be a tel: URI in E.164.');
  } else if (subject !== client.client_id) {
    return invalidClient('The client assertion is not valid.');
  }
  return sign(context, client, wanted.join(' '), phone);
}

function badRequest(error: string, error_description: string): OAuthError {
  return { status: 400, error, error_description };
}

function invalidClient(error_description: string): OAuthError {
  return { status: 401, error: 'invalid_client', error_description };
}

async function checkAssertion(
  context: CarrierContext,
  assertion: string,
): Promise<{ client: Client; subject: string; scope: string | undefined } | undefined> {
  const now = context.clock();
  const client = context.clients.get(claimedIssuer(assertion));
  if (client === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(assertion, client.keys, {
      issuer: client.client_id,
      audience: [context.issuer, `${context.issuer}${CAMARA_PATHS.token}`],
      algorithms: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'],
      requiredClaims: ['exp', 'jti', 'sub'],
      clockTolerance: CLOCK_S_TOLERATED,
      currentDate: now,
    });
    const expires = new Date((payload.exp ?? 0) * 1000);
    const tooLong = expires.getTime() - now.getTime() > (ASSERTION_S_MAX + CLOCK_S_TOLERATED) * 1000;
    if (tooLong || typeof payload.jti !== 'string' || payload.jti.length > 200) return undefined;
    const used = await sql`
      insert into used_assertions (client_id, jti, expires_at) values (${client.client_id}, ${payload.jti}, ${expires})
      on conflict do nothing returning 1`.execute(context.db);
    if (used.rows.length === 0) return undefined;
    return {
      client,
      subject: payload.sub ?? '',
      scope: typeof payload.scope === 'string' ? payload.scope : undefined,
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** The issuer that an assertion claims, unverified: its signature is then checked with that client's key. */
function claimedIssuer(assertion: string): string {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? String(claims.iss) : '';
  } catch {
    return '';
  }
}

async function sign(
  context: CarrierContext,
  client: Client,
  scope: string,
  phone: string | undefined,
): Promise<AccessToken> {
  const nowS = Math.floor(context.clock().getTime() / 1000);
  const access_token = await new SignJWT({
    scope,
    client_id: client.client_id,
    ...(phone === undefined ? {} : { phone_number: phone }),
  })
    .setProtectedHeader({ alg: 'ES256', kid: context.tokenKey.kid, typ: 'at+jwt' })
    .setIssuer(context.issuer)
    .setAudience(context.issuer)
    .setSubject(client.client_id)
    .setJti(context.random(16).toString('base64url'))
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + TOKEN_S)
    .sign(context.tokenKey.key);
  return { access_token, token_type: 'Bearer', expires_in: TOKEN_S, scope };
}
