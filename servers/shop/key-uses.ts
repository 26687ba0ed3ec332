import { sql } from '../../kit/db/sql.ts';
import { inTransaction } from '../../kit/db/transaction.ts';
import { type KeyUse, type RekeyContext, sealedVersion, type VersionCount } from '../../kit/key-uses.ts';
import { PROPOSED_ACCOUNTS } from '../../kit/sealed-account.ts';
import { openNumber, sealNumber } from './certificates/number-vault.ts';

const BATCH_MAX = 200;

/** What the shop stores under its key rings. Codes under `token_pepper` expire within a day and are not counted. */
export const KEY_USES: readonly KeyUse[] = [
  {
    ring: 'pin_hmac',
    what: 'PINs',
    count: (executor) =>
      sql<VersionCount>`
        select pin_key_version as version, count(*) as rows from certificates
        where pin_key_version is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_use',
  },
  {
    ring: 'pin_hmac',
    what: 'PINs of clerks',
    count: (executor) =>
      sql<VersionCount>`
        select pin_key_version as version, count(*) as rows from clerks
        where pin_key_version is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_use',
  },
  {
    ring: 'number_encryption',
    what: 'certificate numbers',
    count: (executor) =>
      sql<VersionCount>`
        select number_key_version as version, count(*) as rows from certificates
        where number_key_version is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_rekey',
    rewrite: rewriteNumbers,
  },
  {
    ring: 'token_pepper',
    what: 'digests of certificate numbers',
    count: (executor) =>
      sql<VersionCount>`
        select number_digest_key_version as version, count(*) as rows from certificates
        where number_digest is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_rekey',
    rewrite: rewriteNumbers,
  },
  {
    ring: 'text_encryption',
    what: 'messages',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`content_sealed`)} as version, count(*) as rows from messages
        where content_sealed is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_expiry',
  },
  PROPOSED_ACCOUNTS,
];

type Numbered = { certificate_id: string; number_encrypted: Buffer; number_key_version: string };

/** A number and its digest are stored anew together, whichever key was rotated. */
async function rewriteNumbers({ db, secrets, random }: RekeyContext): Promise<number> {
  const encryption = secrets.keyRing('number_encryption').current;
  const pepper = secrets.keyRing('token_pepper').current;
  return inTransaction(db, async (tx) => {
    const found = await sql<Numbered>`
      select certificate_id, number_encrypted, number_key_version from certificates
      where number_encrypted is not null and number_key_version is not null
        and (number_key_version <> ${encryption} or number_digest_key_version is distinct from ${pepper})
      order by certificate_id limit ${BATCH_MAX} for no key update`.execute(tx);
    for (const { certificate_id, number_encrypted, number_key_version } of found.rows) {
      const number = openNumber(secrets, certificate_id, number_encrypted, number_key_version);
      const sealed = sealNumber(secrets, random, certificate_id, number);
      await sql`
        update certificates set number_encrypted = ${sealed.number_encrypted},
          number_key_version = ${sealed.number_key_version}, number_digest = ${sealed.number_digest},
          number_digest_key_version = ${sealed.number_digest_key_version}
        where certificate_id = ${certificate_id}`.execute(tx);
    }
    return found.rows.length;
  });
}
