import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { type Door, expectAnswer, textOf } from './doors.ts';

/** A device that is enrolled as a till: its name at the shop, and the key that it proves itself by (PKCS #8, PEM). */
export type TillKey = { terminal_id: string; private_pem: string };

export type Terminal = { door: Door; storeName: string; token: string };

/** A device generates its key and enrols as a terminal by the one-time code. */
export async function enrolTill(shop: Door, code: string): Promise<TillKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const enrolled = expectAnswer(
    'enrolment',
    await shop.post('/v1/terminals/enrolments', { code, public_jwk: { kty, crv, x, y } }),
    201,
  );
  return {
    terminal_id: textOf(enrolled.body, 'terminal_id'),
    private_pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

/** Opens a session of a till by a signature. */
export async function openTill(shop: Door, { terminal_id, private_pem }: TillKey): Promise<Terminal> {
  const { body } = expectAnswer(
    'a challenge',
    await shop.post(`/v1/terminals/${terminal_id}/challenges`),
    201,
  );
  const challenge = textOf(body, 'challenge');
  const key = createPrivateKey(private_pem);
  const data = Buffer.from(`seonmul-terminal:${challenge}`);
  const signature = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const session = await shop.post('/v1/terminal-sessions', { terminal_id, challenge, signature });
  expectAnswer('a terminal session', session, 201);
  const token = textOf(session.body, 'session_token');
  return { door: shop.with(token), storeName: textOf(session.body, 'store_name'), token };
}
