import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProviderText, TextProvider } from '../../kit/texts/port.ts';
import { type SmppSettings, smppProvider } from '../../kit/texts/smpp/smpp.ts';
import { OutsideWorld } from '../outside-world.ts';
import { Smsc } from './smsc.ts';

const account = { system_id: 'gift', password: 'secret8', source_addr: '15880000' };
const defaults = { alphabet: 'gsm', long_messages: 'parts', receipt_ids: 'same' } as const;
const log = pino({ level: 'silent' });
const RESPONSE_MS_MAX = 1_500;
const receipts: { provider_message_id: string; state: string }[] = [];
const inbound: { from: string; text: string }[] = [];
let refuseNext = false;
let world: OutsideWorld;
let smsc: Smsc;
let gateway: TextProvider;

function connect(port: number, more: Partial<SmppSettings> = {}): TextProvider {
  return smppProvider({
    ...account,
    ...defaults,
    ...more,
    url: `smpp://127.0.0.1:${port}`,
    log,
    response_ms_max: RESPONSE_MS_MAX,
    onReceipt: async (receipt) => void receipts.push(receipt),
    onMessage: async ({ from, text }) => {
      if (refuseNext) {
        refuseNext = false;
        throw new Error('the database is down');
      }
      inbound.push({ from, text });
    },
  });
}

const aText = (to: string, text: string): ProviderText => ({
  ...{ reference: '', to, text, sender: account.source_addr, channels: new Set(['text']) },
});

async function sent(to: string, text: string, by = gateway): Promise<string[]> {
  const outcome = await vi.waitFor(async () => {
    const tried = await by.send(aText(to, text));
    if (tried.kind === 'not_sent') throw new Error(tried.reason);
    return tried;
  }, 5_000);
  return outcome.kind === 'submitted' ? outcome.provider_message_ids : [];
}

const textsTo = (number: string) => world.phone(number).messages.map(({ text }) => text);
const receiptFor = (id: string | undefined, state: string) =>
  vi.waitFor(() => expect(receipts).toContainEqual({ provider_message_id: id, state }));

beforeAll(async () => {
  world = new OutsideWorld();
  smsc = new Smsc(world, [account]);
  await smsc.listen(0, '127.0.0.1');
  gateway = connect(smsc.port);
  await vi.waitFor(() => expect(gateway.isReady()).toBe(true));
});
beforeEach(() => {
  smsc.behaviour.change({ misbehaviour: 'none', receipts: 'parameters', answer_ms: 0 });
});
afterAll(async () => {
  await gateway.close();
  await smsc.close();
});

const LONG =
  '홍길동님이 보낸 하늘상점 50,000원 상품권이 도착했습니다. 받으시려면 1, 거절하시려면 2를 보내 주세요. 😀'.repeat(
    3,
  );

test('a long Korean text arrives whole, with a receipt for each of its parts', async () => {
  const ids = await sent('+821012345678', LONG);
  expect(ids.length).toBeGreaterThan(1);
  expect(textsTo('+821012345678').at(-1)).toBe(LONG);
  for (const id of ids) await receiptFor(id, 'delivered');
});

test('characters of the GSM extension table arrive, in the GSM alphabet', async () => {
  const text = `[Seonmul] {1} ~2~ ^3^ \\4\\ |5| €6 @£$ÄÖé Δ ${'x'.repeat(140)}[`;
  expect(await sent('+821012345678', text)).toHaveLength(2);
  expect(textsTo('+821012345678').at(-1)).toBe(text);
});

test('a provider that splits long texts itself gets them whole', async () => {
  const whole = connect(smsc.port, { long_messages: 'payload' });
  expect(await sent('+821012345678', `${LONG}!`, whole)).toHaveLength(1);
  expect(textsTo('+821012345678').at(-1)).toBe(`${LONG}!`);
  await whole.close();
});

test('a text to a foreign number uses the international format', async () => {
  await sent('+12025550123', 'hello');
  expect(textsTo('+12025550123')).toEqual(['hello']);
});

test('a text to a number that does not exist is reported undeliverable', async () => {
  const [id] = await sent('+821000009999', 'hello');
  await receiptFor(id, 'undeliverable');
});

describe('a receipt', () => {
  test.each(['text', 'text_with_notes'] as const)(
    'as %s is understood, and only the final state counts',
    async (style) => {
      smsc.behaviour.change({ receipts: style });
      const [id] = await sent('+821012345678', style);
      await receiptFor(id, 'delivered');
      expect(receipts.filter(({ provider_message_id }) => provider_message_id === id)).toHaveLength(1);
    },
  );

  test('with a decimal id matches the message that was given a hexadecimal id', async () => {
    smsc.behaviour.change({ receipts: 'text_decimal' });
    const other = connect(smsc.port, { receipt_ids: 'decimal' });
    await vi.waitFor(() => expect(other.isReady()).toBe(true));
    await gateway.close();
    const [id] = await sent('+821012345678', 'decimal', other);
    await receiptFor(id, 'delivered');
    await other.close();
    gateway = connect(smsc.port);
  });
});

test('a message for a phone that is off arrives when it is switched on', async () => {
  world.phone('+821022223333').on = false;
  const [id] = await sent('+821022223333', 'later');
  expect(world.phone('+821022223333').messages).toHaveLength(0);
  world.phone('+821022223333').on = true;
  smsc.switchedOn('+821022223333');
  expect(world.phone('+821022223333').messages[0]?.text).toBe('later');
  await receiptFor(id, 'delivered');
});

test('a text from a phone, however long, arrives once', async () => {
  smsc.writeFrom('+821012345678', account.source_addr, LONG);
  await vi.waitFor(() => expect(inbound.map(({ text }) => text)).toContain(LONG));
  expect(inbound.filter(({ text }) => text === LONG)).toEqual([{ from: '01012345678', text: LONG }]);
});

test('a text from a foreign phone arrives with its international number', async () => {
  smsc.writeFrom('+12025550123', account.source_addr, 'yes');
  await vi.waitFor(() => expect(inbound).toContainEqual({ from: '+12025550123', text: 'yes' }));
});

test('a text that could not be processed is delivered again', async () => {
  refuseNext = true;
  smsc.writeFrom('+821012345678', account.source_addr, '1');
  await vi.waitFor(() => expect(inbound.map(({ text }) => text)).toContain('1'), 5_000);
});

test.each(['throttle', 'queue_full'] as const)(
  'when throttled (%s) it slows down, and sends every message',
  async (misbehaviour) => {
    smsc.behaviour.change({ misbehaviour, messages: 3 });
    const texts = Array.from({ length: 4 }, (_, no) => `${misbehaviour} ${no}`);
    const began = Date.now();
    const ids = await Promise.all(texts.map((text) => sent('+821033330000', text)));
    expect(ids.flat()).toHaveLength(4);
    expect(
      textsTo('+821033330000')
        .filter((text) => text.startsWith(misbehaviour))
        .sort(),
    ).toEqual(texts);
    expect(Date.now() - began).toBeGreaterThanOrEqual(200);
  },
);

test('no more than a window of messages is outstanding', async () => {
  smsc.behaviour.change({ answer_ms: 50 });
  await Promise.all(Array.from({ length: 70 }, (_, no) => sent('+821044440000', `w${no}`)));
  // How many are outstanding depends on the machine, but never exceeds the window of 20.
  expect(smsc.outstandingMax()).toBeGreaterThan(1);
  expect(smsc.outstandingMax()).toBeLessThanOrEqual(20);
  expect(textsTo('+821044440000')).toHaveLength(70);
});

test('a rejected number is a refusal', async () => {
  smsc.behaviour.change({ misbehaviour: 'reject', messages: 1 });
  expect(await gateway.send(aText('+821012345678', 'x'))).toEqual({
    kind: 'refused',
    reason: 'smpp_status_11',
  });
});

test.each([
  ['lose_response', 'timed_out'],
  ['break_connection', 'connection_broke'],
] as const)(
  'after %s the outcome is unknown, and the message is not sent again',
  async (misbehaviour, reason) => {
    await vi.waitFor(() => expect(gateway.isReady()).toBe(true), 5_000);
    smsc.behaviour.change({ misbehaviour, messages: 1 });
    const outcome = await gateway.send(aText('+821055550000', misbehaviour));
    expect(outcome).toEqual({ kind: 'unknown', reason });
    await vi.waitFor(() => expect(gateway.isReady()).toBe(true), 5_000);
    await sent('+821055550000', 'next');
    expect(textsTo('+821055550000').filter((text) => text === misbehaviour)).toHaveLength(1);
  },
);

test('a provider that does not answer a bind is disconnected and retried', async () => {
  smsc.behaviour.change({ misbehaviour: 'silent' });
  const other = connect(smsc.port);
  await new Promise((resolve) => setTimeout(resolve, RESPONSE_MS_MAX + 200));
  expect(other.isReady()).toBe(false);
  smsc.behaviour.change({ misbehaviour: 'none' });
  await vi.waitFor(() => expect(other.isReady()).toBe(true), 10_000);
  await other.close();
});

test('closing waits for outstanding messages, unbinds and leaves no connection', async () => {
  await vi.waitFor(() => expect(smsc.boundCount()).toBe(1), 5_000);
  const other = connect(smsc.port);
  await vi.waitFor(() => expect(smsc.boundCount()).toBe(2), 5_000);
  smsc.behaviour.change({ answer_ms: 300 });
  const sending = other.send(aText('+821012345678', 'last'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await other.close();
  expect((await sending).kind).toBe('submitted');
  await vi.waitFor(() => expect(smsc.boundCount()).toBe(1));
});

test('the connection recovers by itself after the provider was down', async () => {
  const { port } = smsc;
  await smsc.close();
  expect((await gateway.send(aText('+821012345678', 'x'))).kind).not.toBe('submitted');
  smsc = new Smsc(world, [account]);
  await smsc.listen(port, '127.0.0.1');
  expect(await sent('+821012345678', 'back')).toHaveLength(1);
});
