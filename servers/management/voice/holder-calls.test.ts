import { afterAll, beforeAll, expect, test } from 'vitest';
import { aManagement, PROVEN, type TestManagement } from '../../../test/builders/management.ts';
import { LANDLINE } from '../../../test/builders/outbound-calls.ts';
import { aCallFrom, type PhoneCall } from '../../../test/builders/phone-call.ts';
import { callsWanted } from '../messages/plan-dial.ts';

const NEW_PIN = '816305';
const WRONG_CODE = '000000';
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** A holder who has keyed phone number and PIN. */
async function aHolder(): Promise<PhoneCall> {
  const call = await aCallFrom(management, PROVEN.phone);
  if (call.heard.includes('한국어는 일 번')) await call.key('1');
  await call.keys('3', '1', PROVEN.pin);
  return call;
}

async function storedOf({ turn }: PhoneCall): Promise<string> {
  const { pool } = management.context;
  const found = await pool.query('select c::text as row from voice_calls c where call_id = $1', [
    turn.call_id,
  ]);
  return found.rows.map(({ row }) => row).join('\n');
}

test('a holder hears where to use the certificate: by district, with address, hours and phone number', async () => {
  const call = await aHolder();
  expect(call.heard).toContain('쓰실 수 있는 매장 안내는 일 번');
  const districts = await call.key('1');
  expect(districts).toContain('전화번호 공일공, 구팔칠육, 오사삼이 번과 비밀번호를');
  expect(districts).toContain('종로구, 일 번. 중구, 이 번. 그 밖의 지역, 삼 번.');
  expect(await call.key('1')).toBe(
    [
      '하늘상점 종로점. 주소는 종로 일가. 영업시간은 매일 오전 열 시부터 오후 아홉 시까지. 전화번호는 공이, 칠삼공, 일이삼사.',
      '다른 일을 하시려면 일 번, 돌아가시려면 별표를 누르고, 마치시려면 전화를 끊어 주세요.',
    ].join(' '),
  );
  await call.keys('1', '1');
  expect(await call.key('3')).toContain('하늘상점 어딘가점.');
  expect(management.shop.received.some(({ path }) => path === '/v1/peer/stores?locale=ko&with=maps')).toBe(
    true,
  );
  management.shop.goesWrong('/stores?locale=ko&with=maps', { kind: 'not_reached' });
  expect(await call.keys('1', '1')).toContain('지금은 처리하지 못했어요');
  await call.hangUp();
});

test('a certificate is handed over to a landline, whose number must be heard before it is confirmed', async () => {
  const call = await aHolder();
  expect(await call.key('2')).toContain('받으실 분의 전화번호');
  expect(await call.key('0255')).toContain('전화번호가 맞지 않아요');
  const sure = await call.key('025551234');
  expect(sure).toContain('공이, 오오오, 일이삼사 번으로 하늘상점 상품권 삼만 원을 양도해요');
  expect(call.turn.listen).toMatchObject({ barge_in: false, type_ahead: false });
  expect(await call.key('2')).toContain('받으실 분의 전화번호');
  await call.key('025551234');
  expect(await call.key('1')).toContain('휴대전화로 인증번호 여섯 자리를 보냈어요');
  expect(await call.key(WRONG_CODE)).toContain('인증번호');
  const done = await call.key(PROVEN.code);
  expect(done).toContain('그 번호로 전화해 인증번호를 알려 드릴게요. 일월 이일 오후 여섯 시까지');
  const posted = management.shop.received.find(({ path }) => path === '/v1/peer/hand-overs');
  expect(posted?.body).toMatchObject({ to_phone: LANDLINE, last4: '0001', locale: 'ko' });
  expect(management.proofs.at(-1)).toMatchObject({ phone: PROVEN.phone, pin: PROVEN.pin });
  expect(await call.keys('2', '01022223333', '1', PROVEN.code)).toContain('인증번호를 문자로 보냈어요');
  const kept = await storedOf(call);
  for (const secret of [PROVEN.pin, PROVEN.code]) expect(kept).not.toContain(secret);
  for (const secret of [PROVEN.pin, PROVEN.code])
    expect(JSON.stringify(management.shop.received)).not.toContain(secret);
  await call.hangUp();
});

test('who got no text has the holder’s code said by a call, in which the hand-over goes on', async () => {
  const call = await aHolder();
  await call.keys('2', '025551234', '1');
  expect(await call.key('1')).toContain('곧 상품권 번호로 전화해 인증번호를 불러 드려요');
  expect(call.turn.end).toBe('hang_up');
  const posted = management.shop.received.findLast(({ path }) => path === '/v1/peer/hand-overs');
  expect(posted?.body).toMatchObject({ by: 'call' });
});

test('a new PIN by the old one, which the call keeps sealed until it leaves the certificates', async () => {
  const call = await aHolder();
  await call.keys('3', '123456', NEW_PIN);
  const kept = await storedOf(call);
  expect(kept).toContain('pin_sealed');
  for (const pin of [PROVEN.pin, NEW_PIN]) expect(kept).not.toContain(pin);
  expect(await call.key('000001')).toContain('비밀번호가 서로 달라요');
  expect(await call.keys(NEW_PIN, NEW_PIN)).toContain('이제 새 비밀번호를 쓰시면 돼요');
  expect(management.proofs.at(-1)).toMatchObject({ pin: PROVEN.pin, new_pin: NEW_PIN });
  await call.key('1');
  expect(await storedOf(call)).not.toContain('pin_sealed');
  for (const pin of [PROVEN.pin, NEW_PIN])
    expect(JSON.stringify(management.shop.received)).not.toContain(pin);
  await call.hangUp();
});

test('a holder stops calls about uses, or all of them, and starts them again', async () => {
  const call = await aHolder();
  const wanted = () => callsWanted(management.context.db, PROVEN.phone);
  expect(await call.key('4')).toContain('모든 소식을 전화해 드리고 있어요');
  expect(await call.key('1')).toContain('쓴 소식만 빼고 전화해 드릴게요');
  expect(await wanted()).toBe('no_uses');
  expect(await call.keys('4', '2')).toContain('전화하지 않을게요');
  expect(await wanted()).toBe('none');
  expect(await call.key('4')).toContain('말고는 이 번호로 전화하지 않아요');
  expect(await call.key('2')).toContain('쓴 소식만 빼고');
  expect(await wanted()).toBe('no_uses');
  await call.keys('4', '2', '4', '1');
  expect(await wanted()).toBe('all');
  expect(await call.key('5')).toContain('삼만 원 남았고');
  await call.hangUp();
});

test('the code for a landline’s forgotten PIN comes by a call, and a mobile may ask for one', async () => {
  const landline = await aCallFrom(management, LANDLINE);
  expect(await landline.keys('1', '5', '1', '1')).toContain('곧 그 번호로 전화해 인증번호를 불러 드려요');
  expect(landline.turn.end).toBe('hang_up');
  const mobile = await aCallFrom(management, PROVEN.phone);
  expect(await mobile.keys('5', '1', '1')).toContain('전화해서 불러 드릴게요');
  expect(await mobile.key('1')).toContain('전화를 끊고 기다려 주세요');
  const asked = management.shop.received.filter(({ path }) => path === '/v1/peer/unlock-codes');
  expect(asked.map(({ body }) => (body as { by?: string }).by)).toEqual([undefined, undefined, 'call']);
});
