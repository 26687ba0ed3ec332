import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { askProviders } from '../../../kit/texts/ask.ts';
import type { WebhookRequest } from '../../../kit/texts/port.ts';
import { textProviders } from '../../../kit/texts/providers.ts';
import { anOffer } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { type TextsOverHttp, textsOverHttp } from '../../../test/builders/texts-over-http.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { sendDueMessages, settleInterrupted } from './send-messages.ts';

const MAIL = 'haneul@example.com';
let management: TestManagement;
let texts: TextsOverHttp;
let mails: string[] = [];
let nextPhone = 10_000_000;

beforeAll(async () => {
  management = await aManagement();
  texts = await textsOverHttp(management);
});
afterAll(async () => {
  await texts.close();
  await management.close();
});
beforeEach(async () => {
  mails = [];
  await sql`update messages set state = 'failed' where state in ('due', 'sending')`.execute(
    management.context.db,
  );
});

const mail = {
  send: async ({ to }: { to: string }) => {
    mails.push(to);
    return { kind: 'submitted' as const, provider_message_ids: ['mail'] };
  },
};
const standInOf = (name: string) => texts.standInOf(name);
const post = (name: string, request: WebhookRequest) => texts.post(name, request);
const named = (name: string) => texts.providers.filter(({ terms }) => terms.name === name);
const ask = (name: string) => askProviders(management.context, named(name), texts.books);

/** Until nothing is due. */
async function send(name: string, db: Db = management.context.db): Promise<void> {
  const sms = textProviders({ db, clock: management.context.clock }, named(name));
  while ((await sendDueMessages(management.context, { sms, mail })) > 0);
}

/** A message by text, which falls back to mail. */
async function aMessage(phone = `+8210${nextPhone++}`): Promise<string> {
  await queueMessage(management.context, management.context.db, {
    kind: 'account.verification_code',
    vars: { code: '482915', minutes: 10 },
    to: [
      { channel: 'sms', address: phone },
      { channel: 'email', address: MAIL },
    ],
    locale: 'ko',
    subject_id: '01980000-0000-7000-8000-0000000000ff',
  });
  return phone;
}

async function newest() {
  const found = await sql<{ state: string; channel: string; problem: string | null }>`
    select state, channel, problem from messages order by message_id desc limit 1`.execute(
    management.context.db,
  );
  return found.rows[0];
}

const national = (phone: string) => phone.replace('+82', '0');
const takenFor = (name: string, phone: string) =>
  standInOf(name).taken.filter(({ to }) => to === phone || to === national(phone));

/** The database as a process sees it that dies before it notes what the provider answered. */
function dying(): Db {
  const { db } = management.context;
  return {
    ...db,
    ask: (text, values) =>
      text.includes('update text_submissions') ? new Promise(() => {}) : db.ask(text, values),
  };
}

const ASKED = ['solapi', 'twilio', 'other'] as const;

test.each(ASKED)(
  'a process that dies between the yes of %s and our row loses nothing and repeats nothing',
  async (name) => {
    const phone = await aMessage();
    const dead = send(name, dying());
    await expect.poll(() => takenFor(name, phone).length).toBe(1);
    expect(await newest()).toMatchObject({ state: 'sending' });
    management.pass(3 * MINUTE_MS);
    await settleInterrupted(management.context);
    expect(await newest()).toMatchObject({ state: 'unknown', problem: 'process_died', channel: 'sms' });
    await ask(name);
    expect(await newest()).toMatchObject({ state: 'sent', problem: null });
    await send(name);
    expect(takenFor(name, phone)).toHaveLength(1);
    expect(mails).toEqual([]);
    void dead;
  },
);

test.each([...ASKED, 'unasked'] as const)(
  'one that dies when it has noted the yes of %s has the text recorded as sent',
  async (name) => {
    const phone = await aMessage();
    const sms = textProviders(management.context, named(name));
    const slow = {
      send: async (text: Parameters<typeof sms.send>[0]) => {
        await sms.send(text);
        return new Promise<never>(() => {});
      },
    };
    void sendDueMessages(management.context, { sms: slow, mail });
    await expect.poll(() => takenFor(name, phone).length).toBe(1);
    const noted = () =>
      sql<{ state: string }>`select state from text_submissions where phone = ${phone}`.execute(
        management.context.db,
      );
    await expect.poll(async () => (await noted()).rows).toEqual([{ state: 'submitted' }]);
    management.pass(3 * MINUTE_MS);
    await settleInterrupted(management.context);
    expect(await newest()).toMatchObject({ state: 'sent', channel: 'sms' });
  },
);

test.each(ASKED)('a text that %s never got is sent again once that is certain', async (name) => {
  const phone = await aMessage();
  standInOf(name).failAt('lost_request');
  await send(name);
  expect(await newest()).toMatchObject({ state: 'unknown', channel: 'sms' });
  management.pass(MINUTE_MS);
  await ask(name);
  expect(await newest()).toMatchObject({ state: 'unknown' });
  management.pass(5 * MINUTE_MS);
  await ask(name);
  await send(name);
  expect(await newest()).toMatchObject({ state: 'sent', channel: 'sms' });
  expect(takenFor(name, phone)).toHaveLength(1);
  expect(mails).toEqual([]);
});

test('a provider that never says whether it has a text is given up, and the person gets a mail', async () => {
  await aMessage();
  const twilio = standInOf('twilio');
  twilio.failAt('break');
  await send('twilio');
  twilio.answers(false);
  for (let minutes = 0; minutes < 130; minutes += 10) {
    management.pass(10 * MINUTE_MS);
    await ask('twilio');
  }
  twilio.answers(true);
  await send('twilio');
  expect(await newest()).toMatchObject({ channel: 'email', state: 'sent' });
  expect(mails).toEqual([MAIL]);
});

test.each(ASKED)('a report of %s is a reason to ask, however often and late it comes', async (name) => {
  const phone = await aMessage();
  await send(name);
  const [text] = takenFor(name, phone);
  if (text === undefined) throw new Error('Nothing was taken.');
  text.state = 'undeliverable';
  const lie = standInOf(name).report(text);
  text.state = null;
  // It is not what the provider says when asked.
  expect(await post(name, lie)).toBe(200);
  await ask(name);
  expect(await newest()).toMatchObject({ state: 'sent' });
  text.state = 'delivered';
  for (let time = 0; time < 3; time++) {
    expect(await post(name, standInOf(name).report(text))).toBe(200);
    await ask(name);
    expect(await newest()).toMatchObject({ state: 'delivered' });
  }
  text.state = null;
  expect(await post(name, standInOf(name).report(text))).toBe(200);
  await ask(name);
  expect(await newest()).toMatchObject({ state: 'delivered' });
});

test.each(ASKED)('without a report, %s is asked what became of a text', async (name) => {
  const phone = await aMessage();
  await send(name);
  for (const text of takenFor(name, phone)) text.state = 'undeliverable';
  management.pass(11 * MINUTE_MS);
  await ask(name);
  await send(name);
  expect(await newest()).toMatchObject({ channel: 'email', state: 'sent' });
});

test('a provider that can’t be asked is believed, and tells again what came too early', async () => {
  const phone = await aMessage();
  standInOf('unasked').failAt('break');
  await send('unasked');
  const [text] = takenFor('unasked', phone);
  if (text === undefined) throw new Error('Nothing was taken.');
  text.state = 'delivered';
  const unknown = standInOf('unasked').report({ ...text, id: 'another', reference: 'none' });
  expect(await post('unasked', unknown)).toBe(503);
  management.pass(HOUR_MS);
  // Of somebody else who uses the same account.
  expect(await post('unasked', unknown)).toBe(200);
});

test.each([...ASKED, 'unasked'] as const)(
  'what is not signed by %s is refused and changes nothing',
  async (name) => {
    const phone = await aMessage();
    await send(name);
    const [text] = takenFor(name, phone);
    if (text === undefined) throw new Error('Nothing was taken.');
    text.state = 'delivered';
    const request = standInOf(name).report(text);
    expect(await post(name, { ...request, headers: {} })).toBe(401);
    const forged = Object.fromEntries(
      Object.entries(request.headers).map(([header, value]) => [
        header,
        header === 'x-solapi-event-name' ? value : `${String(value).slice(0, -4)}AAAA`,
      ]),
    );
    expect(await post(name, { ...request, headers: forged })).toBe(401);
    await ask(name);
    expect(await newest()).toMatchObject({ state: 'sent' });
    expect(await post('nobody', request)).toBe(404);
  },
);

test('a text from a phone that is delivered twice is read once, and STOP stops the sender it was sent to', async () => {
  const phone = '+821098765432';
  await anOffer(management);
  const twilio = standInOf('twilio');
  const incoming = (text: string, id: string) => {
    const request = twilio.incoming?.({ from: phone, text, id });
    if (request === undefined) throw new Error('Twilio delivers texts.');
    return request;
  };
  const replies = async () => {
    const found = await sql`
      select 1 from messages where kind = 'plain_text' and address = ${phone}`.execute(management.context.db);
    return found.rows.length;
  };
  const before = await replies();
  expect(await post('twilio', incoming('잔액', 'SM01'))).toBe(200);
  expect(await post('twilio', incoming('잔액', 'SM01'))).toBe(200);
  expect(await replies()).toBe(before + 1);
  expect(await post('twilio', incoming('STOP', 'SM02'))).toBe(200);
  const stopped = await sql<{ channel: string; sender: string; told_by: string }>`
    select channel, sender, told_by from text_opt_outs where phone = ${phone} order by channel`.execute(
    management.context.db,
  );
  expect(stopped.rows).toEqual([
    { channel: 'kakao', sender: '*', told_by: 'text' },
    { channel: 'text', sender: '*', told_by: 'text' },
  ]);
  const dialogue = await sql<{ provider: string | null; number: string | null }>`
    select provider, number from text_dialogues where phone = ${phone}`.execute(management.context.db);
  expect(dialogue.rows).toEqual([{ provider: 'twilio', number: twilio.sender }]);
});
