import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { newMemberNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import {
  aManagementToJoin,
  BUYER,
  calledBack,
  expectNumberTwice,
  toldBy,
} from '../../../test/builders/account-calls.ts';
import { MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { codeSentTo, notCode } from '../../../test/builders/members.ts';
import { answerCall } from '../../../test/builders/outbound-calls.ts';
import { aCallFrom, MEMBER_NUMBER, PHONE_PIN, withPhonePin } from '../../../test/builders/phone-call.ts';
import { openSession, readMember } from '../members/open-session.ts';
import { handleInput } from './calls.ts';

const PIN = '739258';
const MAIL = 'haneul@example.com';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementToJoin();
  await withPhonePin(management);
});
beforeEach(() => () => management.close());

describe('a member who forgot the phone PIN', () => {
  /** What they are told, codes aside. */
  const toldOf = async (channel: 'email' | 'sms') =>
    (await toldBy(management, channel)).filter(({ kind }) => kind !== 'account.verification_code');
  const sessionsOpen = async () => {
    const found = await sql<{ line: string }>`
      select line from member_sessions where member_id = ${MEMBER_ID} and ended_at is null order by line`.execute(
      management.context.db,
    );
    return found.rows.map(({ line }) => line);
  };

  test('is called back at the account’s number, keys the member number and chooses a new one', async () => {
    const { context } = management;
    const member = await readMember(context, { member_id: MEMBER_ID });
    if (member === undefined) throw new Error('There is no member.');
    for (const line of ['web', 'phone', 'terminal'] as const) await openSession(context, member, line);
    const caller = await aCallFrom(management, null);
    expect(await caller.keys('1', '5', '2')).toContain('그 번호로 전화해 드릴게요');
    await caller.key('01012345678');
    await caller.hangUp();
    management.pass(10_000);
    const call = await answerCall(management);
    expect(await call.key('1')).toContain('이미 가입하신 번호예요');
    expect(await call.key('1')).toContain('회원번호 열 자리');
    expect(await call.key('1234567890')).toContain('회원번호가 맞지 않아요');
    expect(await call.key(MEMBER_NUMBER)).toContain('이메일로 인증번호를');
    const code = await codeSentTo(management, MAIL);
    expect(await call.key(notCode(code))).toContain('보내 드린 인증번호와 달라요');
    expect(await call.key(code)).toContain('새 전화 비밀번호');
    expect(await call.keys(PIN, PIN)).toContain('이제 새 전화 비밀번호를 쓰시면 돼요');
    expect(await sessionsOpen()).toEqual(['web']);
    // The mobile was called, so the mail address is told.
    expect(await toldBy(management, 'sms')).toEqual([]);
    expect(await toldOf('email')).toMatchObject([
      { kind: 'account.password_changed', address: 'haneul@example.com' },
    ]);
    // Whoever has just chosen it is logged in.
    expect(await call.keys('1', '1')).toContain('상점을 골라 주세요');
    const later = await aCallFrom(management, null);
    expect(await later.keys('1', '1', MEMBER_NUMBER, PHONE_PIN)).toContain('맞지 않아요');
    expect(await later.keys(MEMBER_NUMBER, PIN)).toContain('상점을 골라 주세요');
  });

  test('and the member number as well, hears it', async () => {
    const call = await calledBack(management, BUYER);
    const told = await call.keys('1', '1', '1');
    expectNumberTwice(told, MEMBER_NUMBER);
    await call.key('1');
    expect(await call.key(await codeSentTo(management, MAIL))).toContain('새 전화 비밀번호');
    await call.keys('*', '2');
    expectNumberTwice(call.heard, MEMBER_NUMBER);
  });

  test('has three tries at the member number, which count like log-ins', async () => {
    const { phonePinByOwnPhone } = management.context.limits;
    const call = await calledBack(management, BUYER);
    await call.keys('1', '1');
    for (let time = 0; time < 2; time++)
      expect(await call.key(newMemberNumber(randomBytes))).toContain('이 전화번호의 회원번호가 아니에요');
    expect((await phonePinByOwnPhone.usage(MEMBER_ID)).used).toBe(2);
    expect(await call.key(newMemberNumber(randomBytes))).toContain('언제든 다시 전화해 주세요');
    expect(call.turn.end).toBe('hang_up');
    await call.hangUp();
    for (let time = 0; time < 3; time++) await phonePinByOwnPhone.consume(MEMBER_ID);
    const locked = await calledBack(management, BUYER);
    expect(await locked.keys('1', '1', MEMBER_NUMBER)).toContain('십오 분 뒤에');
    await locked.hangUp();
    const forgot = await calledBack(management, BUYER);
    await forgot.keys('1', '2', '1');
    await forgot.keys(await codeSentTo(management, MAIL), PIN, PIN);
    expect((await phonePinByOwnPhone.usage(MEMBER_ID)).used).toBe(0);
  });

  test.each<[string, boolean | undefined, string]>([
    ['whose number has changed hands since it was proven', true, '이 번호는 주인이 바뀌었어요'],
    ['whose operator does not say so', undefined, '지금은 이 번호를 확인하지 못했어요'],
  ])('%s is no longer to be recognised by it', async (_what, recycled, why) => {
    const { carriers } = management.context;
    const asked: [string, Date][] = [];
    carriers.wasRecycledSince = async (...question) => {
      asked.push(question);
      return recycled;
    };
    const call = await calledBack(management, BUYER);
    expect(await call.key('1')).toContain(why);
    expect(call.turn.end).toBe('hang_up');
    expect(asked).toEqual([[BUYER, expect.any(Date)]]);
  });

  test('is told once, though the new PIN is keyed again', async () => {
    const call = await calledBack(management, BUYER);
    await call.keys('1', '2', '1');
    await call.keys(await codeSentTo(management, MAIL), PIN);
    const again = { ...call.turn };
    await call.key(PIN);
    await handleInput(management.context, again, { kind: 'digits', digits: PIN });
    await call.hangUp();
    const second = await calledBack(management, BUYER);
    await second.keys('1', '2', '1');
    await second.keys(await codeSentTo(management, MAIL), PIN, PIN);
    expect(await toldOf('email')).toHaveLength(1);
  });
});
