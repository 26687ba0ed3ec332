import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOffer, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import { openText } from '../operations/text-vault.ts';
import { takeText } from './take-text.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** Writes from the recipient's phone and reads what is answered. */
async function write(text: string, from = '01098765432'): Promise<string[]> {
  const before = await newestId();
  await takeText(management.context, { from, text });
  const said = await sql<{ message_id: string; vars_sealed: Buffer }>`
    select message_id, vars_sealed from messages where kind = 'plain_text' and message_id > ${before}
    order by message_id`.execute(management.context.db);
  return said.rows.map(({ message_id, vars_sealed }) => {
    const vars: { text: string } = JSON.parse(openText(management.context, message_id, vars_sealed));
    return vars.text;
  });
}

async function newestId(): Promise<string> {
  const found = await sql<{ message_id: string }>`
    select message_id from messages order by message_id desc limit 1`.execute(management.context.db);
  return found.rows[0]?.message_id ?? '00000000-0000-0000-0000-000000000000';
}

test('a gift is received by text messages alone, one after the other', async () => {
  expect(await write('1')).toHaveLength(1);
  const first = await anOffer(management);
  const second = await anOffer(management);
  expect(await write('수락')).toEqual([expect.stringContaining('6')]);
  expect(await write('123456')).toHaveLength(1);
  expect(await stateOf(management, first)).toBe('offered');
  // The operation itself tells who accepted; the dialogue only goes on to the next gift.
  expect(await write('７３９２５８')).toEqual([expect.stringContaining('김하늘')]);
  expect(await stateOf(management, first)).toBe('accepted');
  expect(management.certificates.get(first)).toMatchObject({ pin: '739258', phone: SHOP_MEMBER.phone });
  expect(await write('잔액')).toEqual([expect.stringContaining('50,000원')]);
  await write('2');
  expect(await stateOf(management, second)).toBe('refunded');
  const state = await sql<{ row: string }>`select d::text as row from text_dialogues d`.execute(
    management.context.db,
  );
  expect(JSON.stringify(state.rows)).not.toContain('739258');
});

test('a PIN that came while nothing was asked is not taken for one', async () => {
  const orderId = await anOffer(management);
  expect(await write('739258')).toEqual([expect.stringContaining('김하늘')]);
  expect(await stateOf(management, orderId)).toBe('offered');
});

test('two acceptances at once have one answer to each, and the gift one PIN', async () => {
  await write('1');
  await Promise.all([write('825064'), write('825064')]);
  const open = await sql`select 1 from orders where state = 'offered'`.execute(management.context.db);
  expect(open.rows).toHaveLength(0);
});

test('who writes without end is told so once', async () => {
  const from = '01044445555';
  for (let time = 0; time < 40; time++) await takeText(management.context, { from, text: '?' });
  expect(await write('?', from)).toEqual([expect.stringContaining('60')]);
  expect(await write('?', from)).toEqual([]);
});
