import { afterEach, beforeEach, expect, test } from 'vitest';
import { SPOKEN_NOTICES_PATH } from '../../../../contracts/spoken-notices.ts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { sealCode } from '../../../../kit/sealed-code.ts';
import { storePartyKeys } from '../../../../kit/signing/index.ts';
import { aSignedDoor, type Door } from '../../../../test/builders/door.ts';
import { anAcceptedGift } from '../../../../test/builders/gifts.ts';
import { PROVEN, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  moveToHour,
  plannedCallAt,
} from '../../../../test/builders/outbound-calls.ts';
import { aParty } from '../../../../test/builders/parties.ts';
import { createManagementApp } from '../../app.ts';
import { chooseCalls } from '../../messages/plan-dial.ts';
import { readTimeline } from '../../orders/timeline.ts';
import { endCall } from '../calls.ts';
import { reportOutcome } from '../outbound.ts';
import { failUntold } from '../tellings.ts';

const CODE = PROVEN.code;
const SPOKEN_CODE = '사. 이. 사. 이. 팔. 일.';
const NEW_PIN = '816305';
const LEFT = { amount_minor: 30_000, currency: 'KRW' };

const otherShop = aParty('shop:other', 'other-shop-test');
let management: TestManagement;
let app: App;
let shop: Door;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
  const { context } = management;
  const parties = [...context.parties, { ...otherShop.entry, role: 'shop' }];
  Object.assign(context, { parties });
  await storePartyKeys(context.db, parties, context.clock());
  app = await createManagementApp(management.context);
  shop = aSignedDoor(app, management.shop.key, management.context);
});
afterEach(async () => {
  await app.close();
  await management.close();
});

async function aCode(kind: string, more: object = {}, code = CODE) {
  const notice_id = newId();
  const [key] = [...management.context.sealingKeys.values()];
  if (key === undefined) throw new Error('Management has no sealing key.');
  const { d: _private, ...publicKey } = key;
  return {
    notice_id,
    phone: LANDLINE,
    locale: 'ko',
    kind,
    sealed_code: await sealCode(publicKey, notice_id, code),
    expires_at: addMs(management.context.clock(), 10 * MINUTE_MS).toISOString(),
    ...more,
  };
}

function news(kind: string, certificate_id: string, more: object = {}) {
  const at = management.context.clock().toISOString();
  return { notice_id: newId(), phone: LANDLINE, locale: 'ko', kind, certificate_id, at, ...more };
}

const say = (notice: { notice_id: string }) => shop('POST', SPOKEN_NOTICES_PATH, notice, notice.notice_id);

/** Everything that the database holds, but for what other servers signed. */
async function everythingStored(): Promise<string> {
  const { pool } = management.context;
  const tables = await pool.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { table_name } of tables.rows) {
    const found = await pool.query(`select t::text as row from "${table_name}" t`);
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows.join('\n');
}

test('a code for a forgotten PIN is said by a call, and the new PIN is chosen in it without keying the code', async () => {
  expect((await say(await aCode('account.unlock_code'))).status).toBe(202);
  const call = await answerCall(management);
  const heard = await call.listen();
  expect(heard.split(SPOKEN_CODE)).toHaveLength(3);
  expect(heard).toContain('새 비밀번호를 정하시려면 일 번');
  await call.keys('1', NEW_PIN);
  const kept = await everythingStored();
  for (const secret of [CODE, SPOKEN_CODE, NEW_PIN]) expect(kept).not.toContain(secret);
  expect(await call.key(NEW_PIN)).toContain('이제 새 비밀번호를 쓰시면 돼요');
  expect(management.proofs).toEqual([expect.objectContaining({ phone: LANDLINE, pin: NEW_PIN, code: CODE })]);
  expect(JSON.stringify(management.shop.received)).not.toContain(CODE);
  await call.hangUp();
  expect(await plannedCallAt(management)).toBeNull();
  const after = await everythingStored();
  for (const secret of [CODE, SPOKEN_CODE, NEW_PIN]) expect(after).not.toContain(secret);
});

test('a certificate that is handed over is taken in the call that says its code', async () => {
  const notice = await aCode('recipient.hand_over', { giver_name: '홍*동', left: LEFT });
  expect((await say(notice)).status).toBe(202);
  const call = await answerCall(management);
  const heard = await call.listen();
  expect(heard).toContain('이름이 홍으로 시작하고 동으로 끝나는 분이 하늘상점 상품권을 양도하려고 해요');
  expect(heard).toContain('지금 이 통화에서 상품권을 받으시려면 일 번');
  await call.key('1');
  expect(await call.keys(NEW_PIN, NEW_PIN)).toContain('상품권을 받으셨어요. 하늘상점 상품권, 삼만 원 남았고');
  const posted = management.shop.received.find(({ path }) => path === '/v1/peer/hand-over-acceptances');
  expect(posted?.body).toMatchObject({ name: '이순자' });
  expect(management.proofs.at(-1)).toMatchObject({ phone: LANDLINE, pin: NEW_PIN, code: CODE });
  await call.hangUp();
});

test('a certificate is handed over in the call that says its holder the code, by the PIN', async () => {
  const about = { phone: PROVEN.phone, to_phone: LANDLINE, left: LEFT };
  expect((await say(await aCode('recipient.hand_over_begun'))).body.code).toBe('validation_failed');
  expect((await say(await aCode('recipient.hand_over_begun', about))).status).toBe(202);
  const call = await answerCall(management);
  const heard = await call.listen();
  expect(heard).toContain('삼만 원을 공이, 오오오, 일이삼사 번으로 양도할 인증번호를 알려 드릴게요');
  expect(heard).toContain('지금 이 통화에서 양도하시려면 일 번');
  expect(await call.key('1')).toContain('상품권 비밀번호를 누르고');
  expect(await call.key('000001')).toContain('전화번호나 비밀번호가 맞지 않아요');
  expect(await call.key(PROVEN.pin)).toContain('그분이 받으시기 전까지는 계속 쓰실 수 있어요');
  expect(call.turn.end).toBe('hang_up');
  expect(management.proofs.at(-1)).toMatchObject({ phone: PROVEN.phone, pin: PROVEN.pin, code: CODE });
  const kept = await everythingStored();
  for (const secret of [CODE, PROVEN.pin]) expect(kept).not.toContain(secret);
});

test('without a name for the number, and with a code that is over, nothing is taken and the call says so', async () => {
  const { context } = management;
  context.carriers.lookUpName = async () => ({ kind: 'not_found' });
  const about = { giver_name: '홍*동', left: LEFT };
  await say(await aCode('recipient.hand_over', about));
  const nameless = await answerCall(management);
  await nameless.listen();
  expect(await nameless.keys('1', NEW_PIN, NEW_PIN)).toContain('이름을 확인하지 못했어요');
  expect(nameless.turn.end).toBe('hang_up');
  await nameless.hangUp();
  await say(await aCode('recipient.hand_over', about, '111111'));
  const over = await answerCall(management);
  await over.listen();
  expect(await over.keys('1', NEW_PIN, NEW_PIN)).toContain('인증번호가 만료됐어요');
  await over.hangUp();
});

test('other codes are only said', async () => {
  await say(await aCode('account.verification_code'));
  const call = await answerCall(management);
  expect(await call.listen()).not.toContain('일 번');
  expect(await call.key('1')).toContain('안내해 드린 번호가 아니에요');
  expect(await call.key('')).toContain(SPOKEN_CODE);
  await call.hangUp();
});

test('a code is called at any hour, again within minutes if the line is busy, and not after it expired', async () => {
  moveToHour(management, 3);
  await say(await aCode('account.verification_code'));
  await sql`update voice_lines set seen_at = now()`.execute(management.context.db);
  const callId = (await claimCall(management)) ?? '';
  expect(await reportOutcome(management.context, callId, 'busy')).toBeNull();
  const now = management.context.clock().getTime();
  expect((await plannedCallAt(management))?.getTime()).toBeLessThanOrEqual(now + MINUTE_MS);
  management.pass(MINUTE_MS);
  const again = (await claimCall(management)) ?? '';
  // Nothing is left on a machine, which others may listen to.
  expect(await reportOutcome(management.context, again, 'machine')).toBeNull();
  management.pass(10 * MINUTE_MS);
  expect(await claimCall(management)).toBeUndefined();
  expect(await plannedCallAt(management)).toBeNull();
});

test('whoever hangs up in the middle of a code is called with it once more', async () => {
  await say(await aCode('account.verification_code'));
  const callId = (await claimCall(management)) ?? '';
  await reportOutcome(management.context, callId, 'answered');
  await endCall(management.context, callId);
  management.pass(MINUTE_MS + 1_000);
  const call = await answerCall(management);
  expect(await call.listen()).toContain(SPOKEN_CODE);
  await call.hangUp();
  expect(await plannedCallAt(management)).toBeNull();
});

test('the same notice again gets the same answer and no second call', async () => {
  const notice = await aCode('account.verification_code');
  const first = await say(notice);
  expect(await say(notice)).toEqual(first);
  const call = await answerCall(management);
  await call.listen();
  await call.hangUp();
  expect(await claimCall(management)).toBeUndefined();
  const other = await aCode('account.verification_code');
  expect((await shop('POST', SPOKEN_NOTICES_PATH, other, notice.notice_id)).status).toBe(422);
});

test('a phone is rung with codes only so often, whoever asks', async () => {
  for (let time = 0; time < 6; time++)
    expect((await say(await aCode('account.verification_code'))).status).toBe(202);
  expect((await say(await aCode('account.verification_code'))).body.code).toBe('rate_limited');
});

test('news of a certificate is told by day, in one call, and what its owner wants none of is left out', async () => {
  const certificate = await anAcceptedGift(management);
  const { context } = management;
  const use = { amount: LEFT, left: LEFT, store_name: '종로점' };
  await chooseCalls(context, context.db, LANDLINE, 'no_uses');
  moveToHour(management, 23);
  const kinds = ['certificate_locked', 'certificate_expiring', 'certificate_expired', 'handed_over'];
  for (const kind of kinds)
    expect((await say(news(`recipient.${kind}`, certificate, { left: LEFT }))).status).toBe(202);
  expect((await say(news('recipient.certificate_used', certificate, use))).status).toBe(202);
  management.pass(5 * MINUTE_MS);
  await sql`update voice_lines set seen_at = now()`.execute(context.db);
  expect(await claimCall(management)).toBeUndefined();
  const due = await plannedCallAt(management);
  expect(due).not.toBeNull();
  management.pass((due?.getTime() ?? 0) - context.clock().getTime() + 1_000);
  const callId = (await claimCall(management)) ?? '';
  const turn = await reportOutcome(context, callId, 'answered');
  const heard = turn?.say.map(({ text }) => text).join(' ') ?? '';
  expect(heard).toContain('네 가지');
  expect(heard).toContain('비밀번호를 여러 번 틀렸어요');
  expect(heard).not.toContain('쓰셨어요');
});

test('nobody who opted out is called with news, but codes are said to them', async () => {
  const certificate = await anAcceptedGift(management);
  const { context } = management;
  await chooseCalls(context, context.db, LANDLINE, 'none');
  expect((await say(news('recipient.certificate_locked', certificate))).status).toBe(202);
  expect(await plannedCallAt(management)).toBeNull();
  await say(await aCode('account.verification_code'));
  const call = await answerCall(management);
  await call.listen();
  await call.hangUp();
  await chooseCalls(context, context.db, LANDLINE, 'all');
  expect((await say(news('recipient.certificate_locked', certificate))).status).toBe(202);
  expect(await plannedCallAt(management)).not.toBeNull();
});

test.each([
  ['certificate_not_found', async () => news('recipient.certificate_locked', newId())],
  ['validation_failed', async () => news('recipient.certificate_expiring', newId())],
  ['validation_failed', async () => aCode('recipient.hand_over')],
  ['phone_number_invalid', async () => aCode('account.verification_code', { phone: '+8210123' })],
  ['sealed_code_unreadable', async () => aCode('account.verification_code', { sealed_code: 'x.y.z' })],
] as const)('%s, and nobody is called', async (code, notice) => {
  expect((await say(await notice())).body.code).toBe(code);
  expect(await plannedCallAt(management)).toBeNull();
});

test('another shop’s certificate is not its business, and without a phone line nothing is taken', async () => {
  const certificate = await anAcceptedGift(management);
  const { context } = management;
  const { db } = context;
  const notice = news('recipient.certificate_locked', certificate);
  const reply = await aSignedDoor(app, otherShop.key, context)('POST', SPOKEN_NOTICES_PATH, notice);
  expect(reply.body.code).toBe('certificate_not_found');
  await sql`update voice_lines set seen_at = now() - interval '2 hours'`.execute(db);
  expect((await say(await aCode('account.verification_code'))).body.code).toBe('service_unavailable');
});

test('a message that no call told fails in the end, and its gift’s timeline says so', async () => {
  const certificate = await anAcceptedGift(management);
  await say(news('recipient.certificate_locked', certificate));
  management.pass(5 * MINUTE_MS);
  const callId = (await claimCall(management)) ?? '';
  await reportOutcome(management.context, callId, 'unknown_number');
  const failed = await Promise.all([failUntold(management.context), failUntold(management.context)]);
  expect(Math.max(...failed)).toBe(1);
  const { events, messages } = await readTimeline(management.context, certificate);
  expect(messages.find(({ kind }) => kind === 'recipient.certificate_locked')).toMatchObject({
    state: 'failed',
    channel: 'voice',
    problem: 'not_heard',
  });
  expect(events.filter(({ kind }) => kind === 'message_undelivered')).toHaveLength(1);
  management.pass(DAY_MS + HOUR_MS);
  expect(await failUntold(management.context)).toBe(0);
});
