import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';

const MIGRATION = new URL('../db/migrations/500-typed.sql', import.meta.url);
const UNDO = `
  drop index one_member_an_email_key;
  drop index orders_by_recipient_email_key;
  alter table members drop constraint member_has_name, drop column email_is_anothers`;

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await testDatabase('management');
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(UNDO);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

let members = 0;

async function aMember(name: string, email: string, verifiedAt: string, locale = 'ko'): Promise<string> {
  members += 1;
  const id = newId();
  await owner.query(
    `insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at, password_hash, phone_pin_hash,
       locale, preferred_channel, created_at)
     values ($1, $2, $3, $4, $5, $6, $6, '', '', $7, 'sms', '2026-01-01')`,
    [id, `${1_000_000_000 + members}`, name, email, `+8210${30_000_000 + members}`, verifiedAt, locale],
  );
  return id;
}

test('names and addresses from before are made what their parsers would make of them', async () => {
  const names: [typed: string, now: string, locale?: string][] = [
    ['', '회원'],
    ['\t', 'Member', 'en'],
    ['국제발신\n계좌정지 http://evil.example/x 확인', '회원'],
    ['카드정지 02-1234-5678', '회원'],
    ['홍길동'.normalize('NFD'), '홍길동'],
    ['\u200b 홍\u3000길동\n', '홍 길동'],
    ['A\u0007B', 'A B'],
    ["Federica O'Neil", "Federica O'Neil"],
    ['A.De Souza', 'A.De Souza'],
  ];
  const ids = [];
  for (const [index, [typed, , locale]] of names.entries())
    ids.push(await aMember(typed, `name-${index}@example.com`, '2026-01-02', locale));
  const first = await aMember('가', 'Boram@example.com', '2026-01-03');
  const second = await aMember('나', 'boram@example.com', '2026-01-04');
  const third = await aMember('다', 'BORAM@example.com', '2026-01-05');

  await owner.query(readFileSync(MIGRATION, 'utf8'));

  const { rows } = await owner.query('select member_id, name, email, email_is_anothers from members');
  const kept = new Map(rows.map((row) => [row.member_id, row]));
  expect(ids.map((id) => kept.get(id).name)).toEqual(names.map(([, now]) => now));
  expect(ids.map((id) => parseName(kept.get(id).name).ok)).toEqual(names.map(() => true));
  expect([first, second, third].map((id) => kept.get(id).email_is_anothers)).toEqual([false, true, true]);
  expect([first, second].map((id) => kept.get(id).email)).toEqual(['Boram@example.com', 'boram@example.com']);
  await expect(aMember('라', 'bORAM@example.com', '2026-01-06')).rejects.toThrow('one_member_an_email_key');
  await expect(aMember(' ', 'la@example.com', '2026-01-06')).rejects.toThrow('member_has_name');
});
