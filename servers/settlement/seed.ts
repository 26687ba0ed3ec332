import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoBusiness, seedBusiness } from '../../kit/business/seed.ts';
import { sql } from '../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../kit/db/transaction.ts';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import type { SettlementContext } from './context.ts';
import { confirmAccount } from './payee-accounts/decide-account.ts';
import { type EnteredAccount, enterAccount } from './payee-accounts/enter-account.ts';

type DemoAccount = EnteredAccount & { entered_by: string; confirmed_by: string };
type DemoData = DemoBusiness & { staff: DemoStaff[]; accounts: DemoAccount[] };

/** Adds the demo's staff and the accounts of its shops; repeating it changes nothing. */
export async function seed(context: SettlementContext): Promise<void> {
  const file = join(context.settings.demoDataDir, 'settlement.json');
  const { staff, accounts, ...own }: DemoData = JSON.parse(readFileSync(file, 'utf8'));
  await seedBusiness(context, own);
  await seedStaff(context, staff);
  for (const account of accounts) await inTransaction(context.db, (tx) => seedAccount(context, tx, account));
}

/** Staff of an older demo, without these people, enter it themselves. */
async function seedAccount(context: SettlementContext, tx: Tx, account: DemoAccount): Promise<void> {
  const { entered_by, confirmed_by, ...written } = account;
  const known = await sql`
    select 1 from payee_accounts where payee = ${account.payee} and currency = ${account.currency} limit 1`.execute(
    tx,
  );
  const people = await sql`
    select 1 from staff where staff_id in (${entered_by}, ${confirmed_by})`.execute(tx);
  if (known.rows.length > 0 || people.rows.length < 2) return;
  const entered = await enterAccount(context, tx, entered_by, written);
  if (!entered.ok) throw new Error(`The demo's account of ${account.payee} is refused: ${entered.code}.`);
  const confirmed = await confirmAccount(context, tx, confirmed_by, entered.value.account_id);
  if (!confirmed.ok)
    throw new Error(`The demo's account of ${account.payee} is not confirmed: ${confirmed.code}.`);
}
