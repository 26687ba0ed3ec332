import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { OutsideWorld } from '../../sandbox/outside-world.ts';
import { callRoutes } from '../../sandbox/phones/call-routes.ts';
import { PhoneCalls } from '../../sandbox/phones/phone-calls.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { dialSandbox } from '../../servers/management/voice/sandbox/dial.ts';
import { aDoor, type Door } from '../builders/door.ts';
import { anOffer, stateOf } from '../builders/gifts.ts';
import { aManagement, type TestManagement } from '../builders/management.ts';
import { MEMBER_NUMBER, PHONE_PIN, withPhonePin } from '../builders/phone-call.ts';

const LANDLINE = '02-555-1234';
const BUYER = '010-1234-5678';
const PIN = '739258';

let management: TestManagement;
let managementApp: App;
let sandboxApp: App;
let world: OutsideWorld;
let calls: PhoneCalls;
let phones: Door;

beforeAll(async () => {
  management = await aManagement();
  const { context } = management;
  await withPhonePin(management);
  context.carriers.lookUpName = async () => ({ kind: 'found', name: '이순자' });
  managementApp = await createManagementApp(context);
  await managementApp.listen({ host: '127.0.0.1', port: 0 });
  world = new OutsideWorld();
  const secret = context.settings.sandboxVoiceSecret;
  calls = new PhoneCalls(world, { url: urlOf(managementApp), secret });
  sandboxApp = await createApp({
    ...{ role: 'sandbox', title: 'sandbox', description: '', publicUrl: 'http://sandbox.test' },
    log: createLogger('sandbox', 'fatal'),
    network: LOCAL_NETWORK,
    whyNotReady: async () => undefined,
  });
  callRoutes(sandboxApp, calls, secret);
  await sandboxApp.listen({ host: '127.0.0.1', port: 0 });
  context.settings = {
    ...context.settings,
    sandboxVoiceUrl: urlOf(sandboxApp),
    voiceHours: { from_minute: 0, until_minute: 24 * 60 },
  };
  phones = aDoor(sandboxApp);
  await dialSandbox(context);
});
afterAll(async () => {
  calls.close();
  await sandboxApp.close();
  await managementApp.close();
  await management.close();
});

function urlOf(app: App): string {
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

type Shown = {
  state: string;
  turn_no: number;
  captions: { turn_no: number; text: string }[];
  listening?: object;
};

async function shown(phone: string): Promise<Shown> {
  return (await phones('GET', `/v1/phones/${phone}/call`)).body as unknown as Shown;
}

/** Waits until the phone has spoken this text, and then listens or has ended. */
async function hears(phone: string, text: string): Promise<void> {
  await vi.waitFor(async () => {
    const { state, captions, turn_no, listening } = await shown(phone);
    const newest = captions.filter((caption) => caption.turn_no === turn_no).map((caption) => caption.text);
    expect(newest.join(' ')).toContain(text);
    expect(state !== 'talking' || listening !== undefined).toBe(true);
  }, 15_000);
}

async function press(phone: string, keys: string): Promise<void> {
  expect((await phones('POST', `/v1/phones/${phone}/call/keys`, { keys })).status).toBe(200);
}

test('a demo phone buys with keys typed ahead; the name must be heard before it is confirmed', async () => {
  expect((await phones('POST', `/v1/phones/${BUYER}/call`)).body).toMatchObject({ state: 'talking' });
  await hears(BUYER, '선물을 보내시려면');
  await press(BUYER, `1${MEMBER_NUMBER}`);
  await hears(BUYER, '전화 비밀번호');
  await press(BUYER, PHONE_PIN.slice(0, 3));
  expect((await phones('GET', `/v1/phones/${BUYER}/call`)).text).not.toContain(PHONE_PIN.slice(0, 3));
  expect(await shown(BUYER)).toMatchObject({ listening: { secret: true, keyed: '•••' } });
  await press(BUYER, `${PHONE_PIN.slice(3)}1`);
  await hears(BUYER, '금액을 원 단위로');
  await press(BUYER, '50000#1');
  await hears(BUYER, '받는 분의 전화번호');
  await press(BUYER, '01098765432#1');
  await hears(BUYER, '첫 글자는 홍, 끝 글자는 동');
  const { turn_no } = await shown(BUYER);
  await press(BUYER, '1');
  expect(await shown(BUYER)).toMatchObject({ turn_no, listening: { must_hear: true } });
  expect((await phones('POST', `/v1/phones/${BUYER}/call/spoken`, { turn_no })).status).toBe(200);
  await press(BUYER, '1');
  await hears(BUYER, '완료됐어요');
  expect((await phones('DELETE', `/v1/phones/${BUYER}/call`)).body).toMatchObject({ state: 'ended' });
  expect((await phones('DELETE', `/v1/phones/${BUYER}/call`)).status).toBe(409);
});

test('a demo phone rings, hears the offer, accepts and chooses a PIN', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await dialSandbox(management.context)).toBe(1);
  expect(await shown(LANDLINE)).toMatchObject({ state: 'ringing', captions: [] });
  await phones('POST', `/v1/phones/${LANDLINE}/call/answer`);
  await hears(LANDLINE, '김하늘 님이');
  await press(LANDLINE, '1');
  await hears(LANDLINE, '여섯 자리로 정해');
  await press(LANDLINE, PIN);
  await hears(LANDLINE, '한 번 더');
  await press(LANDLINE, PIN);
  await hears(LANDLINE, '받으셨어요');
  expect(await stateOf(management, orderId)).toBe('accepted');
  await phones('DELETE', `/v1/phones/${LANDLINE}/call`);
});

test('a phone that is off, busy, declines or does not exist is reported as such', async () => {
  world.phone('+82255500002').on = false;
  for (const phone of ['02-5550-0002', '02-555-9999']) await anOffer(management, { phone });
  await dialSandbox(management.context);
  await anOffer(management, { phone: '02-555-0003' });
  await dialSandbox(management.context);
  expect((await phones('POST', '/v1/phones/02-555-0003/call/decline')).status).toBe(200);
  await phones('POST', '/v1/phones/02-555-0004/call');
  await anOffer(management, { phone: '02-555-0004' });
  await dialSandbox(management.context);
  await vi.waitFor(async () => {
    const outcomes = await outcomesOf();
    expect(outcomes).toEqual(expect.arrayContaining(['no_answer', 'unknown_number', 'declined', 'busy']));
  }, 10_000);
});

async function outcomesOf(): Promise<string[]> {
  const { rows } = await management.context.pool.query<{ outcome: string }>(
    'select outcome from voice_dial_outcomes',
  );
  return rows.map(({ outcome }) => outcome);
}

test('both sides of the line require its secret', async () => {
  const open = { external_id: 'x', from: null };
  expect((await aDoor(managementApp)('POST', '/v1/voice/sandbox/calls', open)).status).toBe(401);
  expect((await aDoor(managementApp, 'wrong')('POST', '/v1/voice/sandbox/calls', open)).status).toBe(401);
  const dial = { call_id: '01980000-0000-7000-8000-000000000000', to: '+821012345678', ring_s: 5 };
  expect((await aDoor(sandboxApp, 'wrong')('POST', '/v1/voice/dials', dial)).status).toBe(401);
});
