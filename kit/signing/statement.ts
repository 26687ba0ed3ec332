import { CompactSign, compactVerify } from 'jose';
import { findPartyKey, type Party, type SigningKey } from './keys.ts';
import { isValidAt } from './signature.ts';

/** A statement and the party that made it. */
export type Stated = { party: string; statement: unknown };

/**
 * Signs a statement that a second party passes on to a third: a compact JWS (RFC 7515) under the key that also signs this
 * server's messages. `typ` is its kind, so that no statement is taken for one of another kind.
 */
export function signStatement(key: SigningKey, typ: string, statement: object): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.keyid })
    .sign(key.privateKey);
}

/** Reads a statement of a permitted party whose key is valid now; undefined if anything is wrong with it. */
export async function readStatement(
  parties: readonly Party[],
  typ: string,
  jws: string,
  now: Date,
): Promise<Stated | undefined> {
  let issuer: string | undefined;
  try {
    const { payload } = await compactVerify(
      jws,
      (header) => {
        const key = findPartyKey(parties, header.kid ?? '');
        if (key === undefined || header.typ !== typ || !isValidAt(key, now))
          throw new Error('Not permitted.');
        issuer = key.party;
        return key.publicKey;
      },
      { algorithms: ['EdDSA'] },
    );
    const statement: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return issuer === undefined ? undefined : { party: issuer, statement };
  } catch {
    return undefined;
  }
}
