import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { CLIENT_ASSERTION_TYPE, JWT_BEARER_GRANT } from '../../contracts/carrier-camara.ts';
import { newId } from '../../kit/ids.ts';
import { staffLimits } from '../../kit/staff/context.ts';
import { createCarrierApp } from '../../servers/carrier/app.ts';
import type { CarrierContext } from '../../servers/carrier/context.ts';
import { aBase, STAFF_OPTIONAL, START } from './base.ts';
import { aStaffSession } from './sessions.ts';
import { staffDoor } from './staff-door.ts';

const ISSUER = 'http://carrier.example';
const SCOPES = [
  'kyc-fill-in:set-all',
  'kyc-fill-in:name',
  'kyc-match:match',
  'number-recycling:check',
  'sim-swap',
  'sim-swap:check',
  'sim-swap:retrieve-date',
];

/** A carrier server on a real database with one client, `shop-client`, and how that client asks for tokens and data. */
export async function aCarrier() {
  const base = await aBase('carrier');
  const client = await generateKeyPair('ES256', { extractable: true });
  const token = await generateKeyPair('ES256', { extractable: true });
  const clientJwk: JWK = { ...(await exportJWK(client.publicKey)), kid: 'c1', alg: 'ES256' };
  const tokenJwk: JWK = { ...(await exportJWK(token.publicKey)), kid: 't1', alg: 'ES256' };
  const context: CarrierContext = {
    ...base,
    settings: { ...STAFF_OPTIONAL, numberRanges: ['+8210'] } as unknown as CarrierContext['settings'],
    publicUrl: ISSUER,
    issuer: ISSUER,
    clients: new Map([
      [
        'shop-client',
        {
          client_id: 'shop-client',
          ground: 'contract',
          scopes: SCOPES,
          jwks: { keys: [] },
          keys: createLocalJWKSet({ keys: [clientJwk] }),
        },
      ],
    ]),
    limits: staffLimits(base.db, base.secrets),
    tokenKey: { kid: 't1', key: token.privateKey },
    tokenJwks: { keys: [tokenJwk] },
  };
  const app = await createCarrierApp(context);

  async function anAssertion(claims: Record<string, unknown> = {}): Promise<string> {
    const nowS = Math.floor(base.time.now.getTime() / 1000);
    const usual = { iss: 'shop-client', sub: 'shop-client', aud: `${ISSUER}/oauth2/token`, jti: newId() };
    return new SignJWT({ ...usual, iat: nowS, exp: nowS + 60, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'c1' })
      .sign(client.privateKey);
  }

  async function requestToken(form: Record<string, string>) {
    const payload = new URLSearchParams(form).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return app.inject({ method: 'POST', url: '/oauth2/token', payload, headers });
  }

  /** Two-legged, or three-legged for a phone. */
  async function aToken(scope: string, phone?: string): Promise<string> {
    const form =
      phone === undefined
        ? {
            grant_type: 'client_credentials',
            client_assertion_type: CLIENT_ASSERTION_TYPE,
            client_assertion: await anAssertion(),
          }
        : { grant_type: JWT_BEARER_GRANT, assertion: await anAssertion({ sub: `tel:${phone}` }) };
    const answer = await requestToken({ ...form, scope });
    if (answer.statusCode !== 200) throw new Error(`No token for ${scope}: ${answer.body}`);
    return answer.json().access_token;
  }

  async function post(
    url: string,
    payload: object,
    token: string | undefined,
    headers: Record<string, string> = {},
  ) {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return app.inject({ method: 'POST', url, payload, headers: { ...authorization, ...headers } });
  }

  return {
    base,
    context,
    app,
    anAssertion,
    requestToken,
    aToken,
    post,
    async close() {
      await app.close();
      await base.drop();
    },
  };
}

/** A carrier server and how its staff ask it, with fresh sessions of an operator and an auditor at START. */
export async function aStaffedCarrier() {
  const carrier = await aCarrier();
  return {
    ...carrier,
    send: staffDoor(carrier.app),
    async logIn() {
      carrier.base.time.now = START;
      return {
        operator: await aStaffSession(carrier, 'operator'),
        auditor: await aStaffSession(carrier, 'auditor'),
      };
    },
  };
}
