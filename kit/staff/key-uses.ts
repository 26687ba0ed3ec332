import { sql } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import { type KeyUse, type RekeyContext, sealedVersion, type VersionCount } from '../key-uses.ts';
import { openText, sealText } from '../sealed-text.ts';

const BATCH_MAX = 200;

/** What every server stores of its staff under its key rings. */
export const STAFF_KEY_USES: readonly KeyUse[] = [
  {
    ring: 'text_encryption',
    what: 'secrets of authenticator apps',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`secret_sealed`)} as version, count(*) as rows from staff_authenticators
        where removed_at is null group by 1 order by 1`.execute(executor),
    renewed: 'by_rekey',
    rewrite: sealAnew,
  },
];

async function sealAnew({ db, secrets, random }: RekeyContext): Promise<number> {
  const { current } = secrets.keyRing('text_encryption');
  return inTransaction(db, async (tx) => {
    const found = await sql<{ authenticator_id: string; secret_sealed: Buffer }>`
      select authenticator_id, secret_sealed from staff_authenticators
      where removed_at is null and ${sealedVersion(sql`secret_sealed`)} <> ${current}
      order by authenticator_id limit ${BATCH_MAX} for no key update`.execute(tx);
    for (const { authenticator_id, secret_sealed } of found.rows) {
      const secret = openText({ secrets }, authenticator_id, secret_sealed);
      await sql`
        update staff_authenticators set secret_sealed = ${sealText({ secrets, random }, authenticator_id, secret)}
        where authenticator_id = ${authenticator_id}`.execute(tx);
    }
    return found.rows.length;
  });
}
