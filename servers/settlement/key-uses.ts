import { sql } from '../../kit/db/sql.ts';
import { inTransaction } from '../../kit/db/transaction.ts';
import { type KeyUse, type RekeyContext, sealedVersion, type VersionCount } from '../../kit/key-uses.ts';
import { PROPOSED_ACCOUNTS } from '../../kit/sealed-account.ts';
import { openFile, sealFile } from './banks/file/bank-files.ts';
import { openHolder, openNumber, type SealedAccount, sealAccount } from './payee-accounts/account.ts';

const BATCH_MAX = 100;

/** What settlement stores under its key rings, beside what every server stores. */
export const KEY_USES: readonly KeyUse[] = [
  {
    ring: 'text_encryption',
    what: 'bank accounts of payees',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`number_sealed`)} as version, count(*) as rows from payee_accounts
        group by 1 order by 1`.execute(executor),
    renewed: 'by_rekey',
    rewrite: sealAccountsAnew,
  },
  {
    ring: 'text_encryption',
    what: 'files for and from banks',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`body_sealed`)} as version, count(*) as rows from bank_files
        group by 1 order by 1`.execute(executor),
    renewed: 'by_rekey',
    rewrite: sealFilesAnew,
  },
  PROPOSED_ACCOUNTS,
];

/** Number and holder were sealed together, and are sealed anew together. */
async function sealAccountsAnew({ db, ...sealer }: RekeyContext): Promise<number> {
  const { current } = sealer.secrets.keyRing('text_encryption');
  return inTransaction(db, async (tx) => {
    const found = await sql<SealedAccount>`
      select account_id, number_sealed, holder_sealed from payee_accounts
      where ${sealedVersion(sql`number_sealed`)} <> ${current}
      order by account_id limit ${BATCH_MAX} for no key update`.execute(tx);
    for (const account of found.rows) {
      const opened = { number: openNumber(sealer, account), holder: openHolder(sealer, account) };
      const { account_id, number_sealed, holder_sealed } = sealAccount(sealer, account.account_id, opened);
      await sql`
        update payee_accounts set number_sealed = ${number_sealed}, holder_sealed = ${holder_sealed}
        where account_id = ${account_id}`.execute(tx);
    }
    return found.rows.length;
  });
}

async function sealFilesAnew({ db, ...sealer }: RekeyContext): Promise<number> {
  const { current } = sealer.secrets.keyRing('text_encryption');
  return inTransaction(db, async (tx) => {
    const found = await sql<{ file_id: string; body_sealed: Buffer }>`
      select file_id, body_sealed from bank_files where ${sealedVersion(sql`body_sealed`)} <> ${current}
      order by file_id limit ${BATCH_MAX} for no key update`.execute(tx);
    for (const { file_id, body_sealed } of found.rows) {
      const body = Buffer.from(openFile(sealer, file_id, body_sealed));
      await sql`
        update bank_files set body_sealed = ${sealFile(sealer, file_id, body)} where file_id = ${file_id}`.execute(
        tx,
      );
    }
    return found.rows.length;
  });
}
