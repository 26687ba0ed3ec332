import { beforeEach, describe, expect, test } from 'vitest';
import { publishDocument } from '../../../kit/business/documents.ts';
import type { DocumentKind } from '../../../kit/business/shapes.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import {
  aManagementToJoin,
  askForCallBack,
  BUYER,
  calledBack,
  expectNumberTwice,
  toldBy,
} from '../../../test/builders/account-calls.ts';
import { doneOf } from '../../../test/builders/gifts.ts';
import { SUBSCRIBER, type TestManagement } from '../../../test/builders/management.ts';
import { answerCall, claimCall, LANDLINE } from '../../../test/builders/outbound-calls.ts';
import { aCallFrom, MEMBER_NUMBER, PHONE_PIN, withPhonePin } from '../../../test/builders/phone-call.ts';
import { joinByTelephone } from '../members/telephone-member.ts';
import { endCall, handleInput } from './calls.ts';
import { reportOutcome } from './outbound.ts';

const PIN = '739258';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementToJoin();
});
beforeEach(() => () => management.close());

type Joined = {
  member_id: string;
  member_number: string | null;
  name: string;
  email: string | null;
  mobile: string | null;
  landline: string | null;
  landline_verified_at: Date | null;
  has_password: boolean;
  locale: string;
  preferred_channel: string;
  joined_by: string;
};

async function memberAt(phone: string): Promise<Joined[]> {
  const found = await sql<Joined>`
    select member_id, member_number, name, email, mobile, landline, landline_verified_at,
      password_hash is not null as has_password, locale, preferred_channel, joined_by
    from members where mobile = ${phone} or landline = ${phone}`.execute(management.context.db);
  return found.rows;
}

describe('somebody with nothing but a landline', () => {
  test('is called back, agrees to the name behind the number, chooses a phone PIN and hears the member number twice', async () => {
    const caller = await aCallFrom(management, LANDLINE);
    expect(caller.heard).toContain('한국어는 일 번');
    expect(await caller.key('1')).toContain('가입하시려면 육 번');
    expect(await caller.key('6')).toContain('지금 거신 번호, 공이, 오오오, 일이삼사 번이면');
    expect(await caller.key('1')).toContain('곧 그 번호로 전화드릴게요');
    expect(caller.turn.end).toBe('hang_up');
    await caller.hangUp();
    expect(await claimCall(management)).toBeUndefined();
    management.pass(10_000);
    const call = await answerCall(management);
    expect(call.heard).toContain('부탁하신 적이 없으면');
    expect(await memberAt(LANDLINE)).toEqual([]);
    expect(await call.key('1')).toContain('모두 세 글자이고, 첫 글자는 이, 끝 글자는 자');
    expect(call.turn.listen).toMatchObject({ barge_in: false, type_ahead: false });
    expect(await call.key('1')).toContain('전화 비밀번호를 숫자 여섯 자리로');
    expect(call.turn.listen).toMatchObject({ secret: true });
    expect(await call.key('123456')).toContain('쓸 수 없어요');
    expect(await call.key('551234')).toContain('쓸 수 없어요');
    expect(await call.keys(PIN, '739259')).toContain('서로 달라요');
    const joined = await call.keys(PIN, PIN);
    const [member, ...others] = await memberAt(LANDLINE);
    expect(others).toEqual([]);
    expect(member).toMatchObject({
      ...{ name: '이순자', landline: LANDLINE, mobile: null, email: null, has_password: false },
      ...{ locale: 'ko', preferred_channel: 'voice', joined_by: 'telephone' },
    });
    expect(member?.landline_verified_at).not.toBeNull();
    expectNumberTwice(joined, member?.member_number);
    expect(joined).toContain('적어서 잘 보관');
    expectNumberTwice(await call.key(''), member?.member_number);
    await call.hangUp();
    expect(await toldBy(management, 'sms')).toEqual([]);
    const later = await aCallFrom(management, LANDLINE);
    expect(await later.keys('1', '1', String(member?.member_number), PIN)).toContain('첫 글자는 이');
  });

  test('keeps neither the PIN nor the whole name in what is stored of the call', async () => {
    const call = await calledBack(management, LANDLINE);
    await call.keys('1', '1', PIN);
    const rows = await management.context.pool.query('select c::text as row from voice_calls c');
    const stored = rows.rows.map(({ row }) => row).join();
    expect(stored).toContain('pin_digest');
    for (const secret of [PIN, '이순자']) expect(stored).not.toContain(secret);
  });

  test.each([
    ['says that the name is wrong', ['1', '2']],
    ['is unknown to the operator', ['1']],
  ])('who %s is told where else an account is made, and nothing is stored', async (why, keys) => {
    const phone = why.startsWith('says') ? LANDLINE : '+8225550000';
    const call = await calledBack(management, phone);
    expect(await call.keys(...keys)).toContain('홈페이지에서 가입하시거나, 저희 직원에게');
    expect(call.turn.end).toBe('hang_up');
    expect(await memberAt(phone)).toEqual([]);
  });

  test('who has the wrong name is put through to an agent by zero, if there is one', async () => {
    Object.assign(management.context.settings, { voiceOperator: '+8215881234' });
    const call = await calledBack(management, LANDLINE);
    expect(await call.keys('1', '2')).toContain('상담원과 통화하시려면 영 번');
    await call.key('0');
    expect(call.turn.end).toBe('operator');
  });

  test('hears the same when the operator does not answer', async () => {
    management.context.carriers.lookUpName = async () => ({ kind: 'unknown', reason: 'no_answer' });
    const call = await calledBack(management, LANDLINE);
    expect(await call.key('1')).toContain('지금은 이름을 확인하지 못했어요. 홈페이지에서');
    expect(await memberAt(LANDLINE)).toEqual([]);
  });

  test('has the name looked up only so often a day', async () => {
    for (let time = 0; time < 5; time++)
      await management.context.limits.accountLookUpsByPhone.consume(LANDLINE);
    const call = await calledBack(management, LANDLINE);
    expect(await call.key('1')).toContain('시도 횟수가 너무 많아요');
    expect(call.turn.end).toBe('hang_up');
  });

  test('has one member, though the same key arrives twice or another call was quicker', async () => {
    const call = await calledBack(management, LANDLINE);
    await call.keys('1', '1', PIN);
    const again = { ...call.turn };
    await call.key(PIN);
    await handleInput(management.context, again, { kind: 'digits', digits: PIN });
    expect(await memberAt(LANDLINE)).toHaveLength(1);
    const { context } = management;
    const input = { phone: LANDLINE, name: '이순자', phone_pin: PIN, locale: 'ko' as const };
    const id = String((await memberAt(LANDLINE))[0]?.member_id);
    expect(await joinByTelephone(context, id, input)).toMatchObject({ ok: true, value: { member_id: id } });
    expect(await joinByTelephone(context, newId(), input)).toEqual({ ok: false, code: 'member_exists' });
  });

  test('has a number of its own, though chance gives it one that somebody has', async () => {
    const { context } = management;
    const input = { phone: LANDLINE, name: '이순자', phone_pin: PIN, locale: 'ko' as const };
    const first = doneOf(await joinByTelephone(context, newId(), input));
    const drawn = [...first.member_number.slice(0, -1)].map(Number);
    const random = (count: number) =>
      drawn.length < count ? context.random(count) : Buffer.from(drawn.splice(0, count));
    const other = { ...input, phone: SUBSCRIBER.phone };
    const second = doneOf(await joinByTelephone({ ...context, random }, newId(), other));
    expect(drawn).toEqual([]);
    expect(second.member_number).not.toBe(first.member_number);
  });

  test('of two calls that join at the same time one joins, and the other hears that the number is a member’s', async () => {
    const { context } = management;
    const input = { phone: LANDLINE, name: '이순자', phone_pin: PIN, locale: 'ko' as const };
    const call = await calledBack(management, LANDLINE);
    await call.keys('1', '1', PIN);
    await joinByTelephone(context, newId(), input);
    expect(await call.key(PIN)).toContain('이미 가입하신 번호예요');
    const both = await Promise.all(
      [SUBSCRIBER.phone, SUBSCRIBER.phone].map((phone) =>
        joinByTelephone(context, newId(), { ...input, phone }),
      ),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await memberAt(SUBSCRIBER.phone)).toHaveLength(1);
  });
});

test('a mobile that joins is texted its member number, and is told by text from then on', async () => {
  const call = await calledBack(management, SUBSCRIBER.phone);
  await call.keys('8', '1', '1', PIN, PIN);
  expect(call.heard).toContain('You are now a member');
  const [member] = await memberAt(SUBSCRIBER.phone);
  expect(member).toMatchObject({
    landline: null,
    preferred_channel: 'sms',
    locale: 'en',
    joined_by: 'telephone',
  });
  const [text, ...others] = await toldBy(management, 'sms');
  expect(others).toEqual([]);
  expect(text).toMatchObject({ kind: 'account.welcome', address: SUBSCRIBER.phone });
  expect(text?.vars).toContain(String(member?.member_number));
});

describe('the call back', () => {
  test('is promised in the same words whether or not the number is a member’s, a limited number of times', async () => {
    const said = [];
    for (const phone of [BUYER, '+8225550000']) said.push((await askForCallBack(management, phone)).heard);
    expect(said[0]).toBe(said[1]);
    for (let time = 0; time < 2; time++) await askForCallBack(management, '+8225550000');
    expect((await askForCallBack(management, '+8225550000')).heard).toContain('내일 다시');
  });

  test('is counted per caller, but those with a withheld number do not use up each other’s', async () => {
    const { callBacksByCaller } = management.context.limits;
    const caller = '+821099990000';
    for (let last = 10; last < 21; last++) {
      expect((await askForCallBack(management, `+82255500${last}`)).heard).toContain('곧 그 번호로');
      await callBacksByCaller.consume(caller);
    }
    expect((await askForCallBack(management, '+8225550021', caller)).heard).toContain('내일 다시');
  });

  test('is never made abroad or at a premium rate', async () => {
    for (const phone of ['0012125550123', '0607001234'])
      expect((await askForCallBack(management, phone)).heard).toContain('전화번호가 맞지 않아요');
    management.pass(10_000);
    expect(await claimCall(management)).toBeUndefined();
  });

  test('that was answered and hung up is not repeated; a busy one is', async () => {
    await askForCallBack(management, LANDLINE);
    management.pass(10_000);
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'busy');
    management.pass(MINUTE_MS);
    const call = await answerCall(management);
    await call.hangUp();
    management.pass(2 * DAY_MS);
    expect(await claimCall(management)).toBeUndefined();
  });

  test('says nothing to a machine', async () => {
    await askForCallBack(management, LANDLINE);
    management.pass(10_000);
    expect(
      await reportOutcome(management.context, (await claimCall(management)) ?? '', 'machine'),
    ).toBeNull();
  });

  test('proves a number, and a call from that number does not', async () => {
    const caller = await aCallFrom(management, BUYER);
    const call_id = caller.turn.call_id;
    await sql`update voice_calls set state = jsonb_set(state, '{at}', '"account"') where call_id = ${call_id}`.execute(
      management.context.db,
    );
    await expect(caller.key('1')).rejects.toThrow('proves no number');
    await endCall(management.context, call_id);
  });
});

test('a logged-in member who presses the key to join hears that they are one', async () => {
  await withPhonePin(management);
  const call = await aCallFrom(management, BUYER);
  await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '*');
  expect(await call.key('6')).toContain('이미 회원이시고');
  expect(call.heard).toContain('육 번');
});

describe('once terms and privacy policy are in force', () => {
  const publish = (document: DocumentKind, after = 0) =>
    inTransaction(management.context.db, (tx) =>
      publishDocument(management.context, tx, null, {
        ...{ document, after, inForceAt: management.context.clock() },
        ...{ text_ko: '내용', text_en: 'Text' },
      }),
    );
  beforeEach(async () => {
    for (const document of ['terms', 'privacy', 'marketing'] as const) doneOf(await publish(document));
    doneOf(await publish('terms', 1));
  });

  async function consentsAt(phone: string) {
    const found = await management.context.pool.query(
      `select document, version, given, line from consents join members using (member_id)
       where landline = '${phone}' order by document`,
    );
    return found.rows;
  }

  test('who joins hears the versions, agrees by a key, and that is recorded', async () => {
    const call = await calledBack(management, LANDLINE);
    await call.key('1');
    const terms = await call.key('1');
    expect(terms).toContain('이용약관, 버전 이.');
    expect(terms).toContain('개인정보 처리방침, 버전 일.');
    expect(call.turn.listen).toMatchObject({ barge_in: false, type_ahead: false });
    expect(await call.key('1')).toContain('전화 비밀번호를 숫자 여섯 자리로');
    await call.keys(PIN, PIN);
    expect(await consentsAt(LANDLINE)).toEqual([
      { document: 'privacy', version: 1, given: true, line: 'phone' },
      { document: 'terms', version: 2, given: true, line: 'phone' },
    ]);
  });

  test('who does not agree, or agreed to what is in force no more, is no member', async () => {
    const unwilling = await calledBack(management, LANDLINE);
    expect(await unwilling.keys('1', '1', '2')).toContain('가입하실 수 없어요');
    expect(unwilling.turn.end).toBe('hang_up');
    await unwilling.hangUp();
    const late = await calledBack(management, LANDLINE);
    await late.keys('1', '1', '1', PIN);
    doneOf(await publish('terms', 2));
    await late.key(PIN);
    expect(late.turn.end).toBe('hang_up');
    expect(await memberAt(LANDLINE)).toEqual([]);
    const input = { phone: LANDLINE, name: '이순자', phone_pin: PIN, locale: 'ko' as const };
    expect(await joinByTelephone(management.context, newId(), input)).toMatchObject({
      ...{ ok: false, code: 'consent_required' },
    });
  });
});
