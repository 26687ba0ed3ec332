import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { OutsideWorld } from '../../sandbox/outside-world.ts';
import { Smsc } from '../../sandbox/texts/smsc.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { newId } from '../ids.ts';
import { channelsOpenTo, resumeTexts, stopTexts } from './opt-outs.ts';
import { idAt, OPTED_OUT, type ProviderTerms, type ProviderText, type SendOutcome } from './port.ts';
import { type NamedProvider, type TextProviders, textProviders } from './providers.ts';
import { smppProvider } from './smpp/smpp.ts';

const account = { system_id: 'gift', password: 'secret8', source_addr: '15880000' };
const defaults = { alphabet: 'gsm', long_messages: 'parts', receipt_ids: 'same' } as const;
const PHONE = '+821012345678';
const world = new OutsideWorld();
const aText = (text: string, to = PHONE) => ({ message_id: newId(), to, text });
const receipts: string[] = [];
const inbound: { text: string; by: string }[] = [];
let database: TestDatabase;
let opened: Database;
let first: Smsc;
let second: Smsc;
let sms: TextProviders;

const overSmpp = (name: string, port: number, sender: string): NamedProvider => ({
  terms: { name, senders: { '*': sender } },
  provider: smppProvider({
    ...{ ...account, ...defaults, url: `smpp://127.0.0.1:${port}` },
    log: pino({ level: 'silent' }),
    response_ms_max: 1_500,
    onReceipt: async ({ provider_message_id: id }) => void receipts.push(idAt(name, id)),
    onMessage: async ({ text }) => void inbound.push({ text, by: name }),
  }),
});

beforeAll(async () => {
  database = await testDatabase('shop');
  opened = openDatabase(database.url, { applicationName: 'providers.test' });
  first = new Smsc(world, [account]);
  await first.listen(0, '127.0.0.1');
  second = new Smsc(world, [{ ...account, source_addr: '15880001' }]);
  await second.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await first.close();
  await second.close();
  await opened.close();
  await database.drop();
});
const open = (providers: readonly NamedProvider[]) =>
  textProviders({ db: opened.db, clock: () => new Date() }, providers);

describe('two providers', () => {
  beforeEach(async () => {
    for (const { behaviour } of [first, second])
      behaviour.change({ misbehaviour: 'none', receipts: 'parameters', answer_ms: 0 });
    // Created for each test, because the choice of provider would carry over.
    sms = open([overSmpp('one', first.port, '15880000'), overSmpp('two', second.port, '15880001')]);
    await vi.waitFor(() => expect([first.boundCount(), second.boundCount()]).toEqual([1, 1]), 5_000);
    // The provider is bound a moment before the client knows.
    await vi.waitFor(() => expect(sms.health().every(({ ready }) => ready)).toBe(true));
    return async () => {
      await sms.close();
      await vi.waitFor(() => expect([first.boundCount(), second.boundCount()]).toEqual([0, 0]), 5_000);
    };
  });

  /** Sends a text and returns the numbers that the phone received it from. */
  async function senders(text: string, by?: string): Promise<string[]> {
    const before = world.phone(PHONE).messages.length;
    await sms.send({ ...aText(text), ...(by === undefined ? {} : { by: { provider: by, number: null } }) });
    return world
      .phone(PHONE)
      .messages.slice(before)
      .map(({ from }) => from);
  }

  test.each(['throttle', 'trouble'] as const)(
    'while the preferred one fails (%s), the other takes over and stays in use',
    async (misbehaviour) => {
      first.behaviour.change({ misbehaviour });
      expect(await senders('a')).toEqual(['15880001']);
      first.behaviour.change({ misbehaviour: 'none' });
      expect(await senders('b')).toEqual(['15880001']);
    },
  );

  test('while the preferred one is down, the other takes over', async () => {
    first.behaviour.change({ misbehaviour: 'away' });
    await vi.waitFor(() => expect(first.boundCount()).toBe(0));
    await vi.waitFor(async () => expect(await senders('c')).toEqual(['15880001']));
  });

  test.each(['lose_response', 'break_connection', 'never_deliver'] as const)(
    'a text that the preferred one may have sent (%s) is not sent by the other',
    async (misbehaviour) => {
      first.behaviour.change({ misbehaviour, messages: 1 });
      const got = await senders(misbehaviour);
      expect(got).toEqual(misbehaviour === 'never_deliver' ? [] : [account.source_addr]);
    },
  );

  test('a rejected number is not tried at the other', async () => {
    first.behaviour.change({ misbehaviour: 'reject', messages: 1 });
    expect(await sms.send(aText('r'))).toMatchObject({ kind: 'refused' });
  });

  test('with both down the text is certainly not sent', async () => {
    for (const { behaviour } of [first, second]) behaviour.change({ misbehaviour: 'away' });
    await vi.waitFor(async () =>
      expect(await sms.send(aText('n'))).toEqual({ kind: 'not_sent', reason: 'not_connected' }),
    );
  });

  test('a reply comes from the number that was texted', async () => {
    expect(await senders('answer', 'two')).toEqual(['15880001']);
    expect(await senders('first again')).toEqual([account.source_addr]);
  });

  test('receipts and texts from phones arrive from both, and their ids do not collide', async () => {
    const one = await sms.send(aText('1'));
    const two = await sms.send({ ...aText('2'), by: { provider: 'two', number: null } });
    const ids = [one, two].flatMap((sent) => (sent.kind === 'submitted' ? sent.provider_message_ids : []));
    expect(new Set(ids).size).toBe(2);
    expect(ids[1]).toMatch(/^two:/);
    await vi.waitFor(() => expect(receipts).toEqual(expect.arrayContaining(ids)));
    first.writeFrom(PHONE, '15880000', 'to one');
    second.writeFrom(PHONE, '15880001', 'to two');
    await vi.waitFor(() =>
      expect(inbound).toEqual(
        expect.arrayContaining([
          { text: 'to one', by: 'one' },
          { text: 'to two', by: 'two' },
        ]),
      ),
    );
  });
});

/** A provider that notes what it is given and answers as told. */
function aProvider(terms: Omit<ProviderTerms, 'senders'> & { senders?: ProviderTerms['senders'] }) {
  const given: ProviderText[] = [];
  const made = {
    given,
    outcome: undefined as SendOutcome | undefined,
    kakaoChannel: undefined as string | undefined,
    terms: { senders: { '*': '15880200' }, ...terms },
    provider: {
      isNoted: false,
      isReady: () => true,
      partsOf: (text: string) => Math.ceil(text.length / 70),
      kakaoChannelFor: () => made.kakaoChannel,
      async send(text: ProviderText): Promise<SendOutcome> {
        given.push(text);
        return made.outcome ?? { kind: 'submitted', provider_message_ids: ['1'] };
      },
      close: async () => {},
    },
  };
  return made;
}
const given = (...providers: { given: unknown[] }[]) => providers.map(({ given: texts }) => texts.length);
let nextPhone = 10_000_000;
const aPhone = () => `+8210${nextPhone++}`;
const NOTICE = { kind: 'recipient.gift_reminder', locale: 'ko' } as const;

describe('the choice', () => {
  test('is the cheapest that serves the country', async () => {
    const dear = aProvider({ name: 'dear', prices: { '*': { text: 30 } } });
    const korean = aProvider({
      name: 'korean',
      countries: ['KR'],
      prices: { KR: { text: 9, long_text: 28 } },
    });
    const long = aProvider({ name: 'long', countries: ['KR'], prices: { KR: { text: 12 } } });
    const texts = open([dear, korean, long]);
    await texts.send(aText('짧은 문자'));
    expect(given(dear, korean, long)).toEqual([0, 1, 0]);
    // Two parts at 12 are less than a long text at 28.
    await texts.send(aText('가'.repeat(100)));
    expect(given(dear, korean, long)).toEqual([0, 1, 1]);
    await texts.send(aText('short', '+14155550123'));
    expect(given(dear, korean, long)).toEqual([1, 1, 1]);
  });

  test('is the order in the file where no price was agreed, and a country that nobody serves gets nothing', async () => {
    const [a, b] = [aProvider({ name: 'a', countries: ['KR'] }), aProvider({ name: 'b', countries: ['KR'] })];
    const texts = open([a, b]);
    await texts.send(aText('x'));
    expect(given(a, b)).toEqual([1, 0]);
    expect(await texts.send(aText('x', '+14155550123'))).toEqual({
      kind: 'refused',
      reason: 'country_not_served',
    });
  });

  test('counts a notification message at its own price, where there is a template', async () => {
    const kakao = aProvider({ name: 'kakao', prices: { KR: { text: 20, kakao: 7 } } });
    const plain = aProvider({ name: 'plain', prices: { KR: { text: 9 } } });
    const texts = open([kakao, plain]);
    await texts.send({ ...aText('x'), notice: NOTICE });
    expect(given(kakao, plain)).toEqual([0, 1]);
    kakao.kakaoChannel = 'channel';
    await texts.send({ ...aText('x'), notice: NOTICE });
    expect(given(kakao, plain)).toEqual([1, 1]);
    expect([...(kakao.given[0]?.channels ?? [])]).toEqual(['text', 'kakao']);
  });

  test('puts the closing line under a text, not under what goes out by a registered template', async () => {
    const provider = aProvider({ name: 'a' });
    const texts = open([provider]);
    const closing = '문의 02-700-1200';
    await texts.send({ ...aText('x'), closing, notice: NOTICE });
    provider.kakaoChannel = 'channel';
    await texts.send({ ...aText('x'), closing, notice: NOTICE });
    expect(provider.given.map(({ text }) => text)).toEqual(['x\n문의 02-700-1200', 'x']);
  });

  test('avoids a provider whose answer was not heard, without sending that text again', async () => {
    const [a, b] = [aProvider({ name: 'a' }), aProvider({ name: 'b' })];
    a.outcome = { kind: 'unknown', reason: 'timed_out' };
    const texts = open([a, b]);
    expect(await texts.send(aText('x'))).toMatchObject({ kind: 'unknown' });
    await texts.send(aText('y'));
    expect(given(a, b)).toEqual([1, 1]);
  });
});

describe('a sender', () => {
  const senders = { '*': '15880200', haneul: '15880500' };

  test('is the shop where it has a number, and a reply comes from the number that was texted', async () => {
    const provider = aProvider({ name: 'a', senders });
    const texts = open([provider]);
    await texts.send({ ...aText('x'), shop: 'haneul' });
    await texts.send({ ...aText('x'), shop: 'another' });
    await texts.send({ ...aText('x'), by: { provider: 'a', number: '15880500' }, is_reply: true });
    await texts.send({ ...aText('x'), by: { provider: 'a', number: '15880500' } });
    expect(provider.given.map(({ sender }) => sender)).toEqual([
      ...['15880500', '15880200', '15880500', '15880200'],
    ]);
  });

  test('that somebody stopped sends them nothing but what they ask for; others do', async () => {
    const phone = aPhone();
    const provider = aProvider({ name: 'a', senders });
    const texts = open([provider]);
    const send = (more: object) => texts.send({ ...aText('x', phone), notice: NOTICE, ...more });
    await stopTexts(opened.db, { phone, sender: 'haneul', told_by: 'text' }, new Date());
    await stopTexts(opened.db, { phone, sender: 'haneul', told_by: 'text' }, new Date());
    expect(await send({ shop: 'haneul' })).toEqual({ kind: 'suppressed', reason: 'stopped_by_owner' });
    expect(await send({ shop: 'another' })).toMatchObject({ kind: 'submitted' });
    const code = { kind: 'account.unlock_code', locale: 'ko' } as const;
    expect(await send({ shop: 'haneul', notice: code })).toMatchObject({ kind: 'submitted' });
    expect(await send({ shop: 'haneul', is_reply: true })).toMatchObject({ kind: 'submitted' });
    await resumeTexts(opened.db, { phone, sender: 'haneul' }, new Date());
    expect(await send({ shop: 'haneul' })).toMatchObject({ kind: 'submitted' });
    await stopTexts(opened.db, { phone, sender: '*', told_by: 'text' }, new Date());
    expect(await send({ shop: 'haneul' })).toMatchObject({ kind: 'suppressed' });
  });

  test('that somebody stopped at the provider may still send notification messages', async () => {
    const phone = aPhone();
    const provider = aProvider({ name: 'a' });
    provider.outcome = { kind: 'refused', reason: OPTED_OUT };
    const texts = open([provider]);
    const send = () => texts.send({ ...aText('x', phone), notice: NOTICE });
    expect(await send()).toMatchObject({ kind: 'refused' });
    expect([...(await channelsOpenTo(opened.db, { phone, sender: '*' }))]).toEqual(['kakao']);
    expect(await send()).toEqual({ kind: 'suppressed', reason: 'stopped_by_owner' });
    provider.kakaoChannel = 'channel';
    provider.outcome = undefined;
    expect(await send()).toMatchObject({ kind: 'submitted' });
    expect([...(provider.given.at(-1)?.channels ?? [])]).toEqual(['kakao']);
  });
});
