import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type BounceReceiver, startBounceReceiver } from '../../../kit/mail/bounce-receiver.ts';
import { type Mailer, mailer } from '../../../kit/mail/smtp.ts';
import { type MailServer, startMailServer } from '../../../sandbox/mail/mail-server.ts';
import { OutsideWorld } from '../../../sandbox/outside-world.ts';
import { anOffer, eventsOf, messagesOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { handleBounce } from './handle-bounce.ts';
import { messageOfReturnPath, returnPathOf } from './return-path.ts';
import { sendDueMessages } from './send-messages.ts';

const world = new OutsideWorld();
let management: TestManagement;
let receiver: BounceReceiver;
let server: MailServer;
let mail: Mailer;
let texts: string[] = [];
let reports = 0;

beforeAll(async () => {
  management = await aManagement();
  const { context } = management;
  receiver = await startBounceReceiver({
    host: '127.0.0.1',
    port: 0,
    log: context.log,
    read: (address) => messageOfReturnPath(context, address),
    onReport: async (messageId, statuses) => {
      await handleBounce(context, messageId, statuses);
      reports += 1;
    },
  });
  server = await startMailServer(world, 0, '127.0.0.1', `smtp://127.0.0.1:${receiver.port}`);
  mail = mailer({ url: `smtp://127.0.0.1:${server.port}`, from: 'Seonmul <gift@example.com>' });
});
afterAll(async () => {
  mail.close();
  await server.close();
  await receiver.close();
  await management.close();
});
beforeEach(async () => {
  await sql`update messages set state = 'failed' where state = 'due'`.execute(management.context.db);
  texts = [];
  reports = 0;
});

const send = () =>
  sendDueMessages(management.context, {
    mail,
    sms: {
      send: async ({ text }) => {
        texts.push(text);
        return { kind: 'submitted', provider_message_ids: [`t-${texts.length}`] };
      },
    },
  });

const usedNotice = (to: string, orderId: string) =>
  queueMessage(management.context, management.context.db, {
    kind: 'buyer.certificate_used',
    vars: {
      ...{ recipient: '홍*동', shop_name: '하늘상점', store_name: '강남점', used_at: '2026-01-02T09:00:00Z' },
      amount: { amount_minor: 10_000, currency: 'KRW' },
      remaining: { amount_minor: 40_000, currency: 'KRW' },
    },
    to: [
      { channel: 'email', address: to },
      { channel: 'sms', address: '+821012345678' },
    ],
    locale: 'ko',
    subject_id: orderId,
  });

async function newestOf(orderId: string) {
  const found = await sql<{
    state: string;
    channel: string;
    problem: string | null;
    vars_sealed: Buffer | null;
  }>`
    select state, channel, problem, vars_sealed from messages where subject_id = ${orderId}
    order by message_id desc limit 1`.execute(management.context.db);
  return found.rows[0];
}

test('a bounced mail falls back to a text message and shows in the timeline', async () => {
  const orderId = await anOffer(management);
  await send();
  texts = [];
  await usedNotice('bounce@example.com', orderId);
  await send();
  await vi.waitFor(() => expect(reports).toBe(1), 5_000);
  expect(await newestOf(orderId)).toMatchObject({ state: 'due', channel: 'sms', problem: 'bounced_5.1.1' });
  expect(await eventsOf(management, orderId)).toContain('message_undelivered');
  await send();
  expect(texts).toEqual([expect.stringContaining('강남점')]);
});

test('a delayed mail is left alone', async () => {
  const orderId = await anOffer(management);
  await send();
  await usedNotice('delayed@example.com', orderId);
  await send();
  await vi.waitFor(() => expect(reports).toBe(1), 5_000);
  expect(await newestOf(orderId)).toMatchObject({ state: 'sent', channel: 'email' });
  expect(await eventsOf(management, orderId)).not.toContain('message_undelivered');
});

test('the buyer is told, once, when the offer itself bounces', async () => {
  const orderId = await anOffer(management, { email: 'bounce+gift@example.com', name: '홍길동' });
  await send();
  await vi.waitFor(() => expect(reports).toBe(1), 5_000);
  expect(await messagesOf(management, orderId)).toContain('buyer.recipient_not_reached');
  const [messageId] = (
    await sql<{ message_id: string }>`
      select message_id from messages where subject_id = ${orderId} and kind = 'recipient.gift_arrived'`.execute(
      management.context.db,
    )
  ).rows.map(({ message_id }) => message_id);
  await handleBounce(management.context, messageId ?? '', [{ action: 'failed', status: '5.1.1' }]);
  const told = await messagesOf(management, orderId);
  expect(told.filter((kind) => kind === 'buyer.recipient_not_reached')).toHaveLength(1);
});

test('the receiver rejects mail for addresses we did not issue', async () => {
  const made = returnPathOf(management.context, MEMBER_ID) ?? '';
  const transport = createTransport({ host: '127.0.0.1', port: receiver.port });
  const attempt = (to: string) =>
    transport.sendMail({ envelope: { from: '', to }, raw: 'Subject: x\r\n\r\nx' });
  const altered = made.replace(/[0-9a-f]@/, (end) => (end === '0@' ? '1@' : '0@'));
  for (const to of ['somebody@bounces.test', altered, made.replace('bounces.test', 'elsewhere.test')])
    await expect(attempt(to)).rejects.toThrow('550');
  // A mail that is not a report is accepted and ignored.
  await attempt(made);
  expect(reports).toBe(0);
  transport.close();
});

test('a mail has text and HTML of the same content, and an unsubscribe link only if its notice is optional', async () => {
  const orderId = await anOffer(management, { email: 'guest@example.com', name: '홍길동' });
  await usedNotice('buyer@example.com', orderId);
  await send();
  const [offer] = world.mailbox('guest@example.com');
  const link = /http:\/\/management\.test\/g\/offer_[\w-]+/.exec(offer?.text ?? '')?.[0] ?? 'none';
  expect(offer?.html).toContain(`href="${link}"`);
  expect(offer?.html).toContain('“생일 축하해요”');
  expect(offer?.list_unsubscribe).toBeUndefined();
  const [used] = world.mailbox('buyer@example.com');
  expect(used?.list_unsubscribe).toMatch(/^<http:\/\/management\.test\/n\/[\w.-]+>$/);
  expect(used?.text).toContain(used?.list_unsubscribe?.slice(1, -1));
  expect(used?.html).toContain('이 알림 그만 받기');
  expect(used?.html).not.toMatch(/<img|<script|src=/);
});

test('the content of a mail without a report is deleted after some days', async () => {
  const orderId = await anOffer(management);
  await usedNotice('waiting@example.com', orderId);
  await send();
  expect((await newestOf(orderId))?.vars_sealed).not.toBeNull();
  management.pass(4 * DAY_MS);
  await send();
  expect((await newestOf(orderId))?.vars_sealed).toBeNull();
});
