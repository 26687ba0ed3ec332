import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import type { ManagementContext } from '../../context.ts';
import { relyingParty, takeChallenge } from './challenges.ts';

export type UsedPasskey = {
  credential_id: string;
  client_data: string;
  authenticator_data: string;
  signature: string;
};

type Passkey = {
  passkey_id: string;
  member_id: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: bigint;
};

/** The id of the member whose passkey signed an open challenge of ours, which is used up; undefined for anything else. */
export async function provePasskey(
  context: ManagementContext,
  input: UsedPasskey,
): Promise<string | undefined> {
  const found = await sql<Passkey>`
    select passkey_id, member_id, credential_id, public_key, sign_count from passkeys
    where credential_id = ${input.credential_id} and removed_at is null`.execute(context.db);
  const [passkey] = found.rows;
  const proof = passkey === undefined ? undefined : await proofIn(context, passkey, input);
  if (passkey === undefined || proof === undefined) return undefined;
  return inTransaction(context.db, async (tx) => {
    if (!(await takeChallenge(context, tx, proof.challenge, null))) return undefined;
    // Only if the count is still the one compared: of two concurrent uses the second is a cloned key's.
    const used = await sql`
      update passkeys set sign_count = ${proof.sign_count}, last_used_at = ${context.clock()}
      where passkey_id = ${passkey.passkey_id} and removed_at is null and sign_count = ${passkey.sign_count}
      returning 1`.execute(tx);
    return used.rows.length > 0 ? passkey.member_id : undefined;
  });
}

async function proofIn(context: ManagementContext, passkey: Passkey, input: UsedPasskey) {
  const { id, origin } = relyingParty(context);
  let challenge = '';
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: input.credential_id,
        rawId: input.credential_id,
        type: 'public-key',
        response: {
          clientDataJSON: input.client_data,
          authenticatorData: input.authenticator_data,
          signature: input.signature,
        },
        clientExtensionResults: {},
      },
      // Whether the challenge is open is checked when it is used up.
      expectedChallenge: (said) => {
        challenge = said;
        return true;
      },
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.sign_count),
      },
    });
    return verified ? { challenge, sign_count: BigInt(authenticationInfo.newCounter) } : undefined;
  } catch {
    // The library throws for anything wrong with what a browser sent.
    return undefined;
  }
}
