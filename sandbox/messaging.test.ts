import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SmsGateway, smsGateway } from '../kit/messaging/smpp.ts';
import { mailer } from '../kit/messaging/smtp.ts';
import { startMailServer } from './mail.ts';
import { OutsideWorld } from './phones.ts';
import { type Smsc, startSmsc } from './smsc.ts';

const account = { system_id: 'gift', password: 'secret8', source_addr: '15880000' };
const log = pino({ level: 'silent' });
const receipts: { provider_message_id: string; state: string }[] = [];
const inbound: { from: string; text: string }[] = [];
let refuseNext = false;
let world: OutsideWorld;
let smsc: Smsc;
let gateway: SmsGateway;

function connect(port: number): SmsGateway {
  return smsGateway({
    ...account,
    url: `smpp://127.0.0.1:${port}`,
    log,
    onReceipt: async (receipt) => void receipts.push(receipt),
    onMessage: async ({ from, text }) => {
      if (refuseNext) {
        refuseNext = false;
        throw new Error('the database is away');
      }
      inbound.push({ from, text });
    },
  });
}

async function sent(to: string, text: string): Promise<string[]> {
  const outcome = await vi.waitFor(async () => {
    const tried = await gateway.send({ to, text });
    if (tried.kind === 'not_sent') throw new Error(tried.reason);
    return tried;
  }, 5_000);
  return outcome.kind === 'submitted' ? outcome.provider_message_ids : [];
}

beforeAll(async () => {
  world = new OutsideWorld();
  smsc = await startSmsc(world, [account], 0, '127.0.0.1');
  gateway = connect(smsc.port);
});

afterAll(async () => {
  await gateway.close();
  await smsc.close();
});

const LONG =
  '홍길동님이 보낸 하늘상점 50,000원 상품권이 도착했습니다. 받으시려면 1, 거절하시려면 2를 보내 주세요. 😀'.repeat(
    3,
  );

test('a long Korean text arrives whole and is receipted', async () => {
  const ids = await sent('+821012345678', LONG);
  expect(ids.length).toBeGreaterThan(1);
  expect(world.phone('+821012345678').messages.at(-1)?.text).toBe(LONG);
  await vi.waitFor(() =>
    expect(receipts).toContainEqual({ provider_message_id: ids[0], state: 'delivered' }),
  );
});

test('a number that nobody has is reported undeliverable', async () => {
  const [id] = await sent('+821000009999', 'hello');
  await vi.waitFor(() =>
    expect(receipts).toContainEqual({ provider_message_id: id, state: 'undeliverable' }),
  );
});

test('a message for a phone that is off arrives when it is switched on', async () => {
  world.phone('+821022223333').on = false;
  const [id] = await sent('+821022223333', 'later');
  expect(world.phone('+821022223333').messages).toHaveLength(0);
  world.phone('+821022223333').on = true;
  smsc.switchedOn('+821022223333');
  expect(world.phone('+821022223333').messages[0]?.text).toBe('later');
  await vi.waitFor(() => expect(receipts).toContainEqual({ provider_message_id: id, state: 'delivered' }));
});

test('what a phone writes, however long, reaches us once', async () => {
  smsc.writeFrom('+821012345678', account.source_addr, LONG);
  await vi.waitFor(() => expect(inbound.map(({ text }) => text)).toContain(LONG));
  expect(inbound.filter(({ text }) => text === LONG)).toEqual([{ from: '01012345678', text: LONG }]);
});

test('what could not be taken in is brought again', async () => {
  refuseNext = true;
  smsc.writeFrom('+821012345678', account.source_addr, '1');
  await vi.waitFor(() => expect(inbound.map(({ text }) => text)).toContain('1'), 5_000);
});

test('after the provider was away the connection comes back by itself', async () => {
  const { port } = smsc;
  await smsc.close();
  expect((await gateway.send({ to: '+821012345678', text: 'x' })).kind).not.toBe('submitted');
  smsc = await startSmsc(world, [account], port, '127.0.0.1');
  expect(await sent('+821012345678', 'back')).toHaveLength(1);
});

test('mail arrives with its Korean subject; a dead address is refused', async () => {
  const server = await startMailServer(world, 0, '127.0.0.1');
  const mail = mailer({ url: `smtp://127.0.0.1:${server.port}`, from: '선물 <gift@example.com>' });
  const content = {
    subject: '선물이 도착했습니다',
    text: '안녕하세요\n링크: http://127.0.0.1/x',
    message_id: 'm-1',
  };
  expect((await mail.send({ to: 'kim@example.com', ...content })).kind).toBe('submitted');
  expect(world.mailbox('kim@example.com')[0]).toMatchObject({ subject: content.subject, text: content.text });
  expect(await mail.send({ to: 'x@bounce.example.com', ...content })).toEqual({
    kind: 'refused',
    reason: 'smtp_550',
  });
  mail.close();
  await server.close();
});
