import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import type { SendOutcome } from '../../../../kit/texts/port.ts';
import { applyNotices } from '../../../../test/builders/apply-notices.ts';
import { anAcceptedGift } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aReversalOf, aUseOf } from '../../../../test/builders/notices.ts';
import { aTellingShop } from '../../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../../app.ts';
import { sendDueMessages } from '../../delivery/send-messages.ts';

let management: TestManagement;
let app: App;
let shop: ReturnType<typeof aTellingShop>;
let said: string[] = [];
let outcome: SendOutcome = { kind: 'submitted', provider_message_ids: [] };
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  shop = aTellingShop(management, app, management.shop.key);
});
afterAll(async () => {
  await app.close();
  await management.close();
});
beforeEach(async () => {
  await send();
  said = [];
  outcome = { kind: 'submitted', provider_message_ids: [] };
});

async function send(): Promise<void> {
  const take = async ({ text }: { text: string }) => {
    said.push(text);
    return outcome;
  };
  while ((await sendDueMessages(management.context, { sms: { send: take }, mail: { send: take } })) > 0);
}

/** A use of 30,000 and a reversal of 10,000 of it, booked and queued to be told. */
async function aUsedGift(): Promise<string> {
  const gift = await anAcceptedGift(management);
  await send();
  said = [];
  const use = aUseOf(gift, 30_000, 20_000, 2, { handed_over: false });
  await shop.tell([
    { content: use },
    { kind: 'redemption_reversed', content: aReversalOf(use, 10_000, 30_000, 3) },
  ]);
  await applyNotices(management);
  return gift;
}

async function messagesAbout(gift: string) {
  const found = await sql<{
    kind: string;
    state: string;
    channel: string;
    entry_no: bigint | null;
    vars_sealed: Buffer | null;
  }>`
    select kind, state, channel, entry_no, vars_sealed from messages
    where subject_id = ${gift} and (kind like '%used' or kind like '%reversed') order by message_id`.execute(
    management.context.db,
  );
  return found.rows;
}

test('say what the books say of the use when they are sent, and keep none of it', async () => {
  const gift = await aUsedGift();
  const queued = await messagesAbout(gift);
  expect(queued.map(({ kind, entry_no }) => [kind, entry_no])).toEqual([
    ['buyer.certificate_used', 2n],
    ['recipient.certificate_used', 2n],
    ['buyer.use_reversed', 3n],
    ['recipient.use_reversed', 3n],
  ]);
  expect(queued.map(({ vars_sealed }) => vars_sealed)).toEqual([null, null, null, null]);
  await send();
  expect((await messagesAbout(gift)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  const about = (amount: string, left: string) =>
    said.filter((text) => text.includes(amount) && text.includes(left) && text.includes('하늘상점 종로점'));
  expect([about('30,000', '20,000').length, about('10,000', '30,000').length]).toEqual([2, 2]);
});

test('that go on as a call have what it says sealed for it', async () => {
  const gift = await aUsedGift();
  await sql`
    update messages set fallback_channel = 'voice', fallback_address = '+8221234567'
    where subject_id = ${gift} and kind = 'recipient.certificate_used'`.execute(management.context.db);
  outcome = { kind: 'refused', reason: 'no_such_number' };
  await send();
  const [, told] = await messagesAbout(gift);
  expect(told).toMatchObject({ state: 'due', channel: 'voice', vars_sealed: expect.any(Buffer) });
});

test('are left to processes that can read them, while others still run', async () => {
  const gift = await aUsedGift();
  const owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
  const begun = await owner.query(
    `update messages set state = 'sending', sending_since = now(), attempts = attempts + 1
     where subject_id = $1 and entry_no is not null and state = 'due'`,
    [gift],
  );
  await owner.end();
  expect(begun.rowCount).toBe(0);
  await send();
  expect(said).toHaveLength(4);
});
