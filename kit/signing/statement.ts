import { CompactSign, compactVerify } from 'jose';
import { findPartyKey, type Party, type SigningKey } from './keys.ts';
import { isValidAt } from './signature.ts';

/** What a party has stated, and who it was. */
export type Stated = { party: string; statement: unknown };

/**
 * A statement that its maker hands to a second party for a third to read: a compact JWS (RFC 7515) under the key that the
 * maker's messages are signed with. `typ` says what it is, so that no statement is taken for one of another kind.
 */
export function signStatement(key: SigningKey, typ: string, statement: object): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.keyid })
    .sign(key.privateKey);
}

/** Reads a statement of a permitted party whose key is valid now. Whatever is wrong with it, there is none. */
export async function readStatement(
  parties: readonly Party[],
  typ: string,
  jws: string,
  now: Date,
): Promise<Stated | undefined> {
  let maker: string | undefined;
  try {
    const { payload } = await compactVerify(
      jws,
      (header) => {
        const key = findPartyKey(parties, header.kid ?? '');
        if (key === undefined || header.typ !== typ || !isValidAt(key, now))
          throw new Error('Not permitted.');
        maker = key.party;
        return key.publicKey;
      },
      { algorithms: ['EdDSA'] },
    );
    const statement: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return maker === undefined ? undefined : { party: maker, statement };
  } catch {
    return undefined;
  }
}
