import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type SmsProviders, smsProviders } from '../../kit/texts/sms-providers.ts';
import { OutsideWorld } from '../outside-world.ts';
import { Smsc } from './smsc.ts';

const account = { system_id: 'gift', password: 'secret8', source_addr: '15880000' };
const defaults = { alphabet: 'gsm', long_messages: 'parts', receipt_ids: 'same' } as const;
const PHONE = '+821012345678';
const world = new OutsideWorld();
const receipts: string[] = [];
const inbound: { text: string; by: string }[] = [];
let first: Smsc;
let second: Smsc;
let sms: SmsProviders;

beforeAll(async () => {
  first = new Smsc(world, [account]);
  await first.listen(0, '127.0.0.1');
  second = new Smsc(world, [{ ...account, source_addr: '15880001' }]);
  await second.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  for (const { behaviour } of [first, second])
    behaviour.change({ misbehaviour: 'none', receipts: 'parameters', answer_ms: 0 });
  // Created for each test, because the choice of provider would carry over.
  sms = smsProviders({
    providers: [
      { ...account, ...defaults, url: `smpp://127.0.0.1:${first.port}` },
      { ...account, ...defaults, source_addr: '15880001', url: `smpp://127.0.0.1:${second.port}` },
    ],
    log: pino({ level: 'silent' }),
    response_ms_max: 1_500,
    onReceipt: async ({ provider_message_id }) => void receipts.push(provider_message_id),
    onMessage: async ({ text, by }) => void inbound.push({ text, by }),
  });
  await vi.waitFor(() => expect([first.boundCount(), second.boundCount()]).toEqual([1, 1]), 5_000);
  // The provider is bound a moment before the client knows.
  await vi.waitFor(() => expect(sms.health().every(({ ready }) => ready)).toBe(true));
  return async () => {
    await sms.close();
    await vi.waitFor(() => expect([first.boundCount(), second.boundCount()]).toEqual([0, 0]), 5_000);
  };
});
afterAll(async () => {
  await first.close();
  await second.close();
});

/** Sends a text and returns the numbers that the phone received it from. */
async function senders(text: string, by?: string): Promise<string[]> {
  const before = world.phone(PHONE).messages.length;
  await sms.send({ to: PHONE, text, ...(by === undefined ? {} : { by }) });
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
  expect(await sms.send({ to: PHONE, text: 'r' })).toMatchObject({ kind: 'refused' });
});

test('with both down the text is certainly not sent', async () => {
  for (const { behaviour } of [first, second]) behaviour.change({ misbehaviour: 'away' });
  await vi.waitFor(async () =>
    expect(await sms.send({ to: PHONE, text: 'n' })).toEqual({ kind: 'not_sent', reason: 'not_connected' }),
  );
});

test('a reply comes from the number that was texted', async () => {
  expect(await senders('answer', '2')).toEqual(['15880001']);
  expect(await senders('first again')).toEqual([account.source_addr]);
});

test('receipts and texts from phones arrive from both, and their ids do not collide', async () => {
  const one = await sms.send({ to: PHONE, text: '1' });
  const two = await sms.send({ to: PHONE, text: '2', by: '2' });
  const ids = [one, two].flatMap((sent) => (sent.kind === 'submitted' ? sent.provider_message_ids : []));
  expect(new Set(ids).size).toBe(2);
  expect(ids[1]).toMatch(/^2:/);
  await vi.waitFor(() => expect(receipts).toEqual(expect.arrayContaining(ids)));
  first.writeFrom(PHONE, '15880000', 'to one');
  second.writeFrom(PHONE, '15880001', 'to two');
  await vi.waitFor(() =>
    expect(inbound).toEqual(
      expect.arrayContaining([
        { text: 'to one', by: '1' },
        { text: 'to two', by: '2' },
      ]),
    ),
  );
});
