import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Db, inTransaction } from '../../../kit/db/transaction.ts';
import { resumeTexts, stopTexts } from '../../../kit/texts/opt-outs.ts';
import type { Receipt, SendOutcome } from '../../../kit/texts/port.ts';
import { textProviders } from '../../../kit/texts/providers.ts';
import { EVERYBODY_ELSE } from '../../../kit/texts/senders.ts';
import { anOffer } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { queueMessage, queueMessages } from '../messages/queue-message.ts';
import type { Reach } from '../messages/reach.ts';
import { recordReceipt } from './record-receipt.ts';
import { type Channels, sendDueMessages, settleInterrupted } from './send-messages.ts';

type Sent = { to: string; text: string };

let management: TestManagement;
let texts: Sent[] = [];
let mails: Sent[] = [];
let outcomes: SendOutcome[] = [];
let nextId = 0;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());
beforeEach(async () => {
  await sql`update messages set state = 'failed' where state in ('due', 'sending')`.execute(
    management.context.db,
  );
  texts = [];
  mails = [];
  outcomes = [];
});

const channels: Channels = {
  sms: {
    send: async (message) => {
      texts.push(message);
      nextId += 1;
      return outcomes.shift() ?? { kind: 'submitted', provider_message_ids: [`sms-${nextId}`] };
    },
  },
  mail: {
    send: async ({ to, text }) => {
      mails.push({ to, text });
      return outcomes.shift() ?? { kind: 'submitted', provider_message_ids: ['mail'] };
    },
  },
};

/** Until nothing is due: those to one address go out one after another. */
async function send(): Promise<void> {
  while ((await sendDueMessages(management.context, channels)) > 0);
}

/** A code by text message, with or without a mail address to fall back to. */
async function aMessage(...fallback: Reach[]): Promise<void> {
  await queueMessage(management.context, management.context.db, {
    kind: 'account.verification_code',
    vars: { code: '482915', minutes: 10 },
    to: [{ channel: 'sms', address: '+821098765432' }, ...fallback],
    locale: 'ko',
    subject_id: MEMBER_ID,
  });
}

async function newest() {
  const found = await management.context.pool.query<{
    state: string;
    channel: string;
    vars_sealed: Buffer | null;
    row: string;
  }>('select state, channel, vars_sealed, m::text as row from messages m order by message_id desc limit 1');
  const message = found.rows[0];
  if (message === undefined) throw new Error('There is no message.');
  return message;
}

describe('a message', () => {
  test('is found without reading all that wait again and again, though usually few do', async () => {
    const { context } = management;
    const waiting = { kind: 'account.verification_code', vars: { code: '482915', minutes: 10 } } as const;
    const many = Array.from({ length: 1_000 }, (_, n) => ({
      ...waiting,
      to: [{ channel: 'sms', address: `+82109876${5_000 + n}` } as const],
      locale: 'ko' as const,
      subject_id: MEMBER_ID,
    }));
    await queueMessages(context, context.db, many);
    await sql`update messages set state = 'delivered' where state = 'due'`.execute(context.db);
    // PostgreSQL counts now that no message waits.
    const owner = new Client({ connectionString: management.ownerUrl });
    await owner.connect();
    await owner.query('vacuum analyze messages');
    await owner.end();
    await queueMessages(context, context.db, many);
    const read = await inTransaction(context.db, async (tx) => {
      const db: Db = { ask: tx.ask, transaction: (work) => work(tx) };
      expect(await sendDueMessages({ ...context, db }, channels)).toBe(8);
      const found = await sql<{ entries: number }>`
        select coalesce(sum(pg_stat_get_xact_tuples_returned(indexrelid)), 0)::int as entries
        from pg_index where indrelid = 'messages'::regclass`.execute(tx);
      return found.rows[0]?.entries;
    });
    expect(read).toBeLessThan(2 * many.length);
  });

  test('is unreadable in the database, and its content is deleted once it was sent', async () => {
    await aMessage();
    const { row, vars_sealed } = await newest();
    expect(vars_sealed).not.toBeNull();
    expect(row).not.toContain('482915');
    await send();
    expect(texts[0]?.text).toContain('482915');
    expect(texts[0]?.to).toBe('+821098765432');
    expect(await newest()).toMatchObject({ state: 'sent', vars_sealed: null });
  });

  test('is sent in the order it was queued; the first has the link', async () => {
    const orderId = await anOffer(management);
    await send();
    const [arrived, complete] = texts;
    expect(arrived?.text).toMatch(/http:\/\/management\.test\/g\/offer_[\w-]{43}/);
    expect(complete?.text).toContain('홍*동');
    const links = await sql<{ order_id: string }>`select order_id from offer_links`.execute(
      management.context.db,
    );
    expect(links.rows.map(({ order_id }) => order_id)).toContain(orderId);
  });

  test('that was not sent is retried, but not forever', async () => {
    await aMessage();
    outcomes = Array.from({ length: 20 }, () => ({ kind: 'not_sent', reason: 'not_connected' }) as const);
    for (let round = 0; round < 15; round++) {
      await send();
      management.pass(11 * MINUTE_MS);
    }
    expect(texts).toHaveLength(10);
    expect((await newest()).state).toBe('failed');
  });

  test('with an unknown outcome is not sent again', async () => {
    await aMessage();
    outcomes = [{ kind: 'unknown', reason: 'timed_out' }];
    await send();
    management.pass(DAY_MS);
    await send();
    expect(texts).toHaveLength(1);
    expect((await newest()).state).toBe('unknown');
  });

  test('whose process died has an unknown outcome, too', async () => {
    await aMessage();
    const dying: Channels = { ...channels, sms: { send: () => new Promise(() => {}) } };
    void sendDueMessages(management.context, dying);
    await expect.poll(async () => (await newest()).state).toBe('sending');
    management.pass(3 * MINUTE_MS);
    await send();
    expect((await newest()).state).toBe('sending');
    expect(await settleInterrupted(management.context)).toBe(1);
    await send();
    expect((await newest()).state).toBe('unknown');
    expect(texts).toHaveLength(0);
  });

  test('whose sender stalls is taken over, and what the sender says in the end changes nothing', async () => {
    await aMessage({ channel: 'email', address: 'haneul@example.com' });
    const stalled = Promise.withResolvers<SendOutcome>();
    const stalling: Channels = { ...channels, sms: { send: () => stalled.promise } };
    const slow = sendDueMessages(management.context, stalling);
    await expect.poll(async () => (await newest()).state).toBe('sending');
    management.pass(3 * MINUTE_MS);
    expect(await settleInterrupted(management.context)).toBe(1);
    // Its text may have arrived, so it goes by mail; another process is about to send that.
    const mail = Promise.withResolvers<SendOutcome>();
    const other = sendDueMessages(management.context, { ...channels, mail: { send: () => mail.promise } });
    await expect.poll(async () => (await newest()).state).toBe('sending');
    stalled.resolve({ kind: 'refused', reason: 'smpp_status_11' });
    await slow;
    expect(await newest()).toMatchObject({ state: 'sending', channel: 'email' });
    mail.resolve({ kind: 'submitted', provider_message_ids: ['mail'] });
    await other;
    expect(await newest()).toMatchObject({ state: 'sent', channel: 'email' });
  });

  test.each([
    ['is refused', [{ kind: 'refused', reason: 'smpp_status_11' } as const], []],
    ['is not delivered', [], ['undeliverable'] as const],
  ])('that %s falls back to the other channel', async (_what, first, receipts) => {
    await aMessage({ channel: 'email', address: 'haneul@example.com' });
    outcomes = [...first];
    await send();
    for (const state of receipts)
      await recordReceipt(management.context, { provider_message_id: `sms-${nextId}`, state });
    await send();
    expect(mails).toMatchObject([{ to: 'haneul@example.com' }]);
    expect(mails[0]?.text).toContain('482915');
    expect(await newest()).toMatchObject({ state: 'sent', channel: 'email', vars_sealed: null });
  });

  test('in parts is delivered when all of them are, whenever the receipts arrive', async () => {
    await aMessage();
    await recordReceipt(management.context, { provider_message_id: 'part-1', state: 'delivered' });
    outcomes = [{ kind: 'submitted', provider_message_ids: ['part-1', 'part-2'] }];
    await send();
    expect((await newest()).state).toBe('sent');
    await recordReceipt(management.context, { provider_message_id: 'part-2', state: 'delivered' });
    expect((await newest()).state).toBe('delivered');
  });

  test.each([
    ['delivered', 'delivered', []],
    ['failed', 'undeliverable', ['p-1', 'p-2', 'p-3']],
  ] as const)(
    'in parts is %s once all receipts are there, which may come together',
    async (after, last, more) => {
      await aMessage();
      const parts = [1, 2, 3, 4].map((part) => `${after}-${part}`);
      outcomes = [{ kind: 'submitted', provider_message_ids: parts }];
      await send();
      const record = (provider_message_id: string, state: Receipt['state']) =>
        recordReceipt(management.context, { provider_message_id, state });
      await record(parts[3] ?? '', last);
      expect((await newest()).state).toBe('sent');
      // A provider may also say the same twice, and speak of texts of others.
      const together = [...parts.slice(0, 3), ...parts.slice(0, 2), ...more];
      await Promise.all(together.map((id) => record(id, 'delivered')));
      expect((await newest()).state).toBe(after);
    },
  );

  test('is delivered, too, if its receipt comes while it is being recorded as sent', async () => {
    const { pool } = management.context;
    await aMessage();
    const recording = await pool.connect();
    await recording.query('start transaction');
    await recording.query("update messages set state = 'sent', sent_at = now() where state = 'due'");
    await recording.query(
      `insert into message_parts (provider_message_id, message_id, state)
       select 'early', message_id, 'submitted' from messages where state = 'sent' order by message_id desc limit 1`,
    );
    const receipt = recordReceipt(management.context, {
      provider_message_id: 'early',
      state: 'delivered',
    });
    const waiting = () => pool.query('select 1 from pg_locks where not granted');
    await expect.poll(async () => (await waiting()).rows.length).toBeGreaterThan(0);
    await recording.query('commit');
    recording.release();
    await receipt;
    expect((await newest()).state).toBe('delivered');
  });

  test('is not texted after STOP, but goes by mail', async () => {
    const { db, clock } = management.context;
    const whom = { phone: '+821012345678', sender: EVERYBODY_ELSE };
    await stopTexts(db, { ...whom, told_by: 'text' }, clock());
    await anOffer(management, { self: true });
    const sms = textProviders(management.context, []);
    while ((await sendDueMessages(management.context, { ...channels, sms })) > 0);
    // The buyer's notice falls back to mail; the recipient's has no other channel, as the buyer is told by mail, too.
    expect(texts).toEqual([]);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain('전하지 못');
    await resumeTexts(db, whom, clock());
  });
});
