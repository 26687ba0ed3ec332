import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { SUBSCRIBER, type TestManagement } from '../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  untilWaitingOrEnded,
} from '../../../test/builders/outbound-calls.ts';
import { aCallFrom, type PhoneCall } from '../../../test/builders/phone-call.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { reportOutcome } from '../voice/outbound.ts';
import { inviteByTelephone } from './telephone-invitations.ts';
import { joinByTelephone } from './telephone-member.ts';

const URL = '/v1/staff/telephone-members';
const PIN = '739258';
const INPUT = { name: '박영희', phone: '02-555-1234', locale: 'ko' };
const CALLS_A_DAY = 3;

let management: TestManagement;
let app: App;
let token: string;
let staff: Door;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
  app = await createManagementApp(management.context);
  token = await aStaffSession(management, 'support');
  staff = aDoor(app, token);
});
afterEach(async () => {
  await app.close();
  await management.close();
});

const invite = (more: object = {}, key?: string) => staff('POST', URL, { ...INPUT, ...more }, key);
const refused = (status: number, code: string) => ({ status, body: { code } });

async function namesAt(phone: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select name from members where mobile = ${phone} or landline = ${phone} order by created_at`.execute(
    management.context.db,
  );
  return found.rows.map(({ name }) => name);
}

async function joinIn(call: PhoneCall): Promise<string> {
  return call.keys('1', '1', PIN, PIN);
}

/** Answers the one call that is due and hangs up after the name was read back. */
async function firstLetters(): Promise<string> {
  const call = await answerCall(management);
  const heard = await call.key('1');
  await call.hangUp();
  return heard;
}

/** Plans the call that somebody at this number asks for on the phone line. */
async function callBackFor(phone: string): Promise<void> {
  const caller = await aCallFrom(management, phone);
  // The language of the number is known since staff had it called.
  await caller.keys('6', '1');
  await caller.hangUp();
  management.pass(10_000);
}

describe('somebody whose name the operator has wrong', () => {
  test('is called at once, hears the name on their ID, chooses the PIN and is a member by that name', async () => {
    expect(await invite({ name: ' 박영희 ' })).toMatchObject({
      status: 202,
      body: { masked_phone: '02-***-1234', expires_at: expect.any(String) },
    });
    const call = await answerCall(management);
    expect(await call.key('1')).toContain('첫 글자는 박, 끝 글자는 희');
    expect(await namesAt(LANDLINE)).toEqual([]);
    expect(await call.keys('1', PIN, PIN)).toContain('가입하셨어요');
    expect(await namesAt(LANDLINE)).toEqual(['박영희']);
  });

  test('needs no answer of the operator, in the language that staff chose', async () => {
    management.context.carriers.lookUpName = async () => ({ kind: 'unknown', reason: 'no_answer' });
    expect(await invite({ phone: SUBSCRIBER.phone, locale: 'en' })).toMatchObject({ status: 202 });
    expect(await joinIn(await answerCall(management))).toContain('You are now a member');
    expect(await namesAt(SUBSCRIBER.phone)).toEqual(['박영희']);
  });

  test('is called again when staff correct the name while a call lasts', async () => {
    await invite({ name: '박영이' });
    const call = await answerCall(management);
    expect(await call.keys('1', '2')).toContain('저희 직원에게');
    management.pass(MINUTE_MS);
    expect(await invite()).toMatchObject({ status: 202 });
    expect(await claimCall(management)).toBeUndefined();
    await call.hangUp();
    expect(await firstLetters()).toContain('끝 글자는 희');
    expect(await claimCall(management)).toBeUndefined();
  });

  test('is called again though the correction commits only while the call ends', async () => {
    const { context } = management;
    await invite({ name: '박영이' });
    const call = await answerCall(management);
    await call.keys('1', '2');
    management.pass(MINUTE_MS);
    const found = await sql<{ staff_id: string }>`select staff_id from telephone_invitations`.execute(
      context.db,
    );
    const staff_id = found.rows[0]?.staff_id ?? '';
    const corrected = { name: '박영희', phone: LANDLINE, locale: 'ko' as const };
    const stored = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const inviting = inTransaction(context.db, async (tx) => {
      await inviteByTelephone(context, tx, { invitation_id: newId(), staff_id }, corrected);
      stored.resolve();
      await mayCommit.promise;
    });
    await stored.promise;
    const ended = call.hangUp();
    await untilWaitingOrEnded(management, call.turn.call_id);
    mayCommit.resolve();
    await Promise.all([inviting, ended]);
    expect(await firstLetters()).toContain('끝 글자는 희');
  });

  test('is called once though two of the staff ask at the same time', async () => {
    const other = aDoor(app, await aStaffSession(management, 'operator'));
    const both = await Promise.all([invite(), other('POST', URL, INPUT)]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    expect(await claimCall(management)).toBeDefined();
  });

  test('is called at once though a busy line was to be tried again later', async () => {
    await invite();
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'busy');
    expect(await claimCall(management)).toBeUndefined();
    await invite();
    expect(await claimCall(management)).toBeDefined();
  });
});

describe('the name that staff wrote down', () => {
  test('is forgotten after a day', async () => {
    await invite();
    await (await answerCall(management)).hangUp();
    management.pass(DAY_MS);
    await callBackFor(LANDLINE);
    expect(await firstLetters()).toContain('첫 글자는 이, 끝 글자는 자');
  });

  test('is kept for a later call within the day', async () => {
    await invite();
    await (await answerCall(management)).hangUp();
    management.pass(DAY_MS - MINUTE_MS);
    await callBackFor(LANDLINE);
    expect(await firstLetters()).toContain('첫 글자는 박');
  });

  test('makes one member, and none after that member has given the number up', async () => {
    const { context } = management;
    await invite();
    const call = await answerCall(management);
    await joinIn(call);
    await call.hangUp();
    const input = { phone: LANDLINE, name: '박영희', phone_pin: PIN, locale: 'ko' as const };
    expect(await joinByTelephone(context, newId(), input)).toEqual({ ok: false, code: 'member_exists' });
    const used = await sql`select 1 from telephone_invitations where used_at is not null`.execute(context.db);
    expect(used.rows).toHaveLength(1);
    await sql`
      update members set mobile = '+821039100009', mobile_verified_at = landline_verified_at, landline = null
      where landline = ${LANDLINE}`.execute(context.db);
    await callBackFor(LANDLINE);
    expect(await firstLetters()).toContain('첫 글자는 이, 끝 글자는 자');
  });

  test('is in neither the audit trail nor what is stored of the call, and nor is the number in full', async () => {
    await invite();
    await (await answerCall(management)).keys('1', '1');
    const { pool } = management.context;
    const trail = await pool.query('select a.action, a.subject from audit_trail a order by audit_id');
    expect(trail.rows).toMatchObject([
      { action: 'ask_to_invite_by_telephone', subject: { subject_id: 'new' } },
      {
        action: 'invite_by_telephone',
        subject: { subject_kind: 'telephone_invitation', masked_phone: '02-***-1234' },
      },
    ]);
    const calls = await pool.query('select c::text as row from voice_calls c');
    for (const secret of ['박영희', '5551234']) expect(JSON.stringify(trail.rows)).not.toContain(secret);
    expect(JSON.stringify(calls.rows)).not.toContain('박영희');
  });
});

describe('the request', () => {
  test('that is sent again, at the same time or later, calls once and counts once', async () => {
    const key = newId();
    const second = aDoor(app, await aStaffSession(management, 'operator'));
    const [first, ...more] = await Promise.all([invite({}, key), invite({}, key), invite({}, key)]);
    for (const again of [...more, await invite({}, key)]) expect(again.body).toEqual(first?.body);
    const stored = await sql`select 1 from telephone_invitations`.execute(management.context.db);
    expect(stored.rows).toHaveLength(1);
    expect(await claimCall(management)).toBeDefined();
    expect((await second('POST', URL, INPUT, key)).body).not.toEqual(first?.body);
  });

  test('is answered the same by another process', async () => {
    const key = newId();
    const first = await invite({}, key);
    const otherApp = await createManagementApp(management.context);
    expect(await aDoor(otherApp, token)('POST', URL, INPUT, key)).toEqual(first);
    await otherApp.close();
  });

  test('calls a number three times a day, whoever asks', async () => {
    for (let time = 0; time < CALLS_A_DAY; time++) expect(await invite()).toMatchObject({ status: 202 });
    expect(await invite()).toMatchObject(refused(429, 'rate_limited'));
    expect(await invite({ phone: '02-555-9999' })).toMatchObject({ status: 202 });
  });

  test.each([
    ['no number', { phone: '1234' }, 422, 'phone_number_invalid'],
    ['a number abroad', { phone: '+1 212 555 0123' }, 422, 'phone_number_invalid'],
    ['a premium rate', { phone: '060-700-1234' }, 422, 'phone_number_invalid'],
    ['a member’s number', { phone: '010-1234-5678' }, 409, 'member_exists'],
    ['a name of nothing', { name: '  ' }, 422, 'name_invalid'],
  ])('is refused for %s, and nobody is called', async (_what, input, status, code) => {
    expect(await invite(input)).toMatchObject(refused(status, code));
    expect(await claimCall(management)).toBeUndefined();
  });

  test('is refused without a phone line, and to staff who only look', async () => {
    const auditor = aDoor(app, await aStaffSession(management, 'auditor'));
    expect(await auditor('POST', URL, INPUT)).toMatchObject({ status: 403 });
    await sql`update voice_lines set seen_at = now() - interval '2 hours'`.execute(management.context.db);
    expect(await invite()).toMatchObject(refused(503, 'service_unavailable'));
  });
});
