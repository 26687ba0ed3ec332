import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoBusiness, seedBusiness } from '../../kit/business/seed.ts';
import { sql } from '../../kit/db/sql.ts';
import { hashSecret } from '../../kit/passwords.ts';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import type { ManagementContext } from './context.ts';
import { hashPhonePin } from './members/phone-pin-hash.ts';
import { insertShop, type NewShop } from './shops/add-shop.ts';

type Demo = DemoBusiness & {
  shops: NewShop[];
  members: {
    member_id: string;
    member_number: string;
    name: string;
    email: string;
    mobile: string;
    password: string;
    phone_pin: string;
    locale: string;
    preferred_channel: string;
  }[];
  staff: DemoStaff[];
};

/** Seeds the demo's shops, members and staff; repeating it changes nothing. */
export async function seed(context: ManagementContext): Promise<void> {
  const demo: Demo = JSON.parse(readFileSync(join(context.settings.demoDataDir, 'management.json'), 'utf8'));
  const now = context.clock();
  for (const shop of demo.shops) await insertShop(context.db, shop);
  for (const member of demo.members) {
    const { member_id, member_number, name, email, mobile, locale, preferred_channel } = member;
    await sql`
      insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at, password_hash,
        phone_pin_hash, locale, preferred_channel, created_at)
      values (${member_id}, ${member_number}, ${name}, ${email}, ${mobile}, ${now}, ${now},
        ${await hashSecret(member.password)}, ${await hashPhonePin(context, member_id, member.phone_pin)}, ${locale},
        ${preferred_channel}, ${now})
      on conflict do nothing`.execute(context.db);
  }
  await seedBusiness(context, demo);
  await seedStaff(context, demo.staff);
}
