import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoBusiness, seedBusiness } from '../../kit/business/seed.ts';
import { sql } from '../../kit/db/sql.ts';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import { type DemoClerk, seedClerks } from './clerks/clerks.ts';
import type { ShopContext } from './context.ts';
import { addTerminal } from './tills/terminals.ts';

type DemoShop = DemoBusiness & {
  stores: {
    store_id: string;
    name_ko: string;
    name_en: string;
    district: string;
    district_en: string;
    address: string;
    address_en: string;
    opening_hours: string;
    opening_hours_en: string;
    phone: string;
    terminal: { terminal_id: string; name: string; enrolment_code: string };
  }[];
  members: { member_id: string; member_no: string; name: string; phone: string; email?: string }[];
  staff?: DemoStaff[];
  clerks?: DemoClerk[];
};

/** The demo's stores with one terminal each, its members, staff and clerks. Seeding again changes nothing. */
export async function seed(context: ShopContext): Promise<void> {
  const demo: DemoShop = JSON.parse(readFileSync(join(context.settings.demoDataDir, 'shop.json'), 'utf8'));
  const now = context.clock();
  for (const { store_id, name_ko, name_en, terminal, ...told } of demo.stores) {
    const { district, district_en, address, address_en, opening_hours, opening_hours_en, phone } = told;
    await sql`
      insert into stores (store_id, name_ko, name_en, district, district_en, address, address_en, opening_hours,
        opening_hours_en, phone, created_at)
      values (${store_id}, ${name_ko}, ${name_en}, ${district}, ${district_en}, ${address}, ${address_en},
        ${opening_hours}, ${opening_hours_en}, ${phone}, ${now})
      on conflict do nothing`.execute(context.db);
    const { terminal_id, name, enrolment_code: code } = terminal;
    await addTerminal(context, context.db, { terminal_id, store_id, name, code });
  }
  for (const { member_id, member_no, name, phone, email } of demo.members) {
    await sql`
      insert into members (member_id, member_no, name, phone, email, origin, created_at)
      values (${member_id}, ${member_no}, ${name}, ${phone}, ${email ?? null}, 'imported', ${now}) on conflict do nothing`.execute(
      context.db,
    );
  }
  await seedBusiness(context, demo);
  await seedStaff(context, demo.staff ?? []);
  await seedClerks(context, demo.clerks ?? []);
}
