import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kit/db/transaction.ts';
import { rekey } from '../../kit/key-uses.ts';
import { rotated, withoutOldKeys } from '../../test/builders/rotated-secrets.ts';
import { aStaffMember } from '../../test/builders/sessions.ts';
import { ACCOUNT, aSettlement } from '../../test/builders/settlement.ts';
import { banks } from './banks/banks.ts';
import { bankFiles } from './banks/file/bank-files.ts';
import { fileBank } from './banks/file/file-bank.ts';
import { KEY_USES } from './key-uses.ts';
import { readBankAccount } from './payee-accounts/account.ts';
import { listBankFiles, putBankFile, readBankFile } from './payouts/bank-files.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
});
afterAll(() => settlement?.base.drop());

test('after the key was rotated, accounts and files need the old one no longer', async () => {
  const { context } = settlement;
  const { db } = context;
  const account = await settlement.anAccount(ACCOUNT);
  const debtor = { name: 'Seonmul', account: { bank_code: '004', number: '123456789012' } };
  const files = bankFiles(context);
  context.banks = banks([{ bank: fileBank({ name: 'file', debtor }, files) }]);
  const file = { file_id: account, bank: 'file', name: 'file.xml', created_at: context.clock() };
  await files.offer({ ...file, body: Buffer.from('<하늘/>') });
  const staff = await aStaffMember(settlement, 'treasurer');
  const body = Buffer.from('<Document><CstmrPmtStsRpt/></Document>');
  await inTransaction(db, (tx) => putBankFile(context, tx, staff, { bank: 'file', body }));
  expect(await listBankFiles(db, { direction: 'from_bank', limit: 10 })).toHaveLength(1);

  const after = { ...context, secrets: rotated(context.secrets) };
  expect([...(await rekey(after, KEY_USES))]).toEqual([
    ['bank accounts of payees', 1],
    ['files for and from banks', 2],
    ['proposed bank accounts', 0],
  ]);
  const current = { secrets: withoutOldKeys(after.secrets) };
  expect(await readBankAccount(db, current, account)).toMatchObject({ account: { number: ACCOUNT } });
  expect(await readBankFile(db, current, account)).toMatchObject({ value: { body: '<하늘/>' } });
  expect([...(await rekey(after, KEY_USES)).values()]).toEqual([0, 0, 0]);
});
