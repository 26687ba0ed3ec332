import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { closed } from '../contracts/common.ts';
import { parseCsv } from '../kit/csv.ts';

const SERVER_ROLES = ['management', 'settlement', 'carrier', 'shop'] as const;
export type ServerUrls = Readonly<Record<(typeof SERVER_ROLES)[number], string>>;

export const ServerRole = Type.Enum(SERVER_ROLES);
const Buyer = closed({
  name: Type.String(),
  email: Type.String(),
  password: Type.String(),
  mobile: Type.String(),
  member_number: Type.String(),
  phone_pin: Type.String(),
});
const Staff = closed({
  at: ServerRole,
  role: Type.Enum(['owner', 'clerk', 'auditor', 'operator', 'support', 'treasurer']),
  login: Type.String(),
  password: Type.String(),
});
const Clerk = closed({
  name: Type.String(),
  clerk_number: Type.Integer(),
  pin: Type.String(),
});
const Terminal = closed({
  store_ko: Type.String(),
  store_en: Type.String(),
  name: Type.String(),
  enrolment_code: Type.String({ description: 'Works once' }),
});
const Card = closed({ number: Type.String(), brand: Type.String(), behaviour: Type.String() });

/** Everything needed to try the demo: addresses, logins, codes and test cards. All of it is invented. */
export const Demo = closed({
  servers: Type.Array(closed({ role: ServerRole, url: Type.String() })),
  buyers: Type.Array(Buyer),
  shop_members: Type.Array(closed({ name: Type.String(), phone: Type.String() })),
  staff: Type.Array(Staff),
  clerks: Type.Array(Clerk, { description: 'Who signs in at the tills' }),
  terminals: Type.Array(Terminal),
  cards: Type.Array(Card),
  service_number: Type.String({ description: 'Where a phone’s texts go if no one has texted it yet' }),
});
export type Demo = Static<typeof Demo>;

export type Owner = { name: string; email?: string };
export type DemoData = { demo: Demo; owners: ReadonlyMap<string, Owner> };

type Files = {
  management: { members: Static<typeof Buyer>[]; staff: Static<typeof Staff>[] };
  shop: {
    stores: { name_ko: string; name_en: string; terminal: { name: string; enrolment_code: string } }[];
    members: { name: string; phone: string; email?: string }[];
    staff: Static<typeof Staff>[];
    clerks: Static<typeof Clerk>[];
  };
};

/** Reads the files that the servers were seeded from, so that both always agree. */
export function readDemoData(dir: string, urls: ServerUrls, serviceNumber: string): DemoData {
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  const management: Files['management'] = JSON.parse(read('management.json'));
  const shop: Files['shop'] = JSON.parse(read('shop.json'));
  const staff = SERVER_ROLES.flatMap((at) => {
    const { staff }: { staff: Static<typeof Staff>[] } = JSON.parse(read(`${at}.json`));
    return staff.map(({ role, login, password }) => ({ at, role, login, password }));
  });
  const demo: Demo = {
    servers: SERVER_ROLES.map((role) => ({ role, url: urls[role] })),
    buyers: management.members.map(({ name, email, password, mobile, member_number, phone_pin }) => ({
      ...{ name, email, password, mobile, member_number, phone_pin },
    })),
    shop_members: shop.members.map(({ name, phone }) => ({ name, phone })),
    staff,
    clerks: shop.clerks.map(({ name, clerk_number, pin }) => ({ name, clerk_number, pin })),
    terminals: shop.stores.map(({ name_ko, name_en, terminal: { name, enrolment_code } }) => ({
      ...{ store_ko: name_ko, store_en: name_en, name, enrolment_code },
    })),
    cards: JSON.parse(read('cards.json')),
    service_number: serviceNumber,
  };
  const owners = new Map<string, Owner>();
  const addOwner = (number: string, name: string, email = '') =>
    owners.set(number, { name, ...(email === '' ? {} : { email }), ...owners.get(number) });
  for (const { phone, name, email } of shop.members) addOwner(phone, name, email);
  for (const { number, name, email } of subscribersIn(read('subscribers.csv'))) addOwner(number, name, email);
  return { demo, owners };
}

function subscribersIn(csv: string): { number: string; name: string; email: string }[] {
  const [head, ...rows] = parseCsv(csv);
  return rows.map(({ cells }) => {
    const cell = (column: string) => cells[head?.cells.indexOf(column) ?? -1] ?? '';
    return { number: cell('phone_number'), name: cell('name'), email: cell('email') };
  });
}
