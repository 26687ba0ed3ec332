import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import {
  passkeyProof,
  relyingParty,
  type StoredPasskey,
  type UsedPasskey,
} from '../../../../kit/passkeys/verify.ts';
import type { ManagementContext } from '../../context.ts';
import { takeChallenge } from './challenges.ts';

type Passkey = StoredPasskey & { passkey_id: string; member_id: string };

/** The id of the member whose passkey signed an open challenge of ours, which is used up; undefined for anything else. */
export async function provePasskey(
  context: ManagementContext,
  input: UsedPasskey,
): Promise<string | undefined> {
  const found = await sql<Passkey>`
    select passkey_id, member_id, credential_id, public_key, sign_count from passkeys
    where credential_id = ${input.credential_id} and removed_at is null`.execute(context.db);
  const [passkey] = found.rows;
  const proof = passkey === undefined ? undefined : await passkeyProof(relyingParty(context), passkey, input);
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
