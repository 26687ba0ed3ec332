import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anOffer, stateOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aMemberOf,
  aRegistration,
  atTerminal,
  codeSentTo,
  PASSWORD,
  PHONE_PIN,
  type TestMember,
} from '../../../../test/builders/members.ts';
import { aMemberSession, anOfferToken } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';
import { forgetClosed } from './forget-closed.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const refused = (status: number, code: string) => ({ status, body: { code } });
const close = (member: Pick<TestMember, 'door'>, key?: string) =>
  member.door('POST', '/v1/members/me/closing', undefined, key);
type Row = { name: string; member_number: string | null; email: string | null; mobile: string | null };
const rowOf = async (memberId: string) => {
  const found = await sql<Row>`
    select name, member_number, email, mobile from members where member_id = ${memberId}`.execute(
    management.context.db,
  );
  const [row] = found.rows;
  return { name: row?.name, number: row?.member_number, contacts: [row?.email, row?.mobile] };
};

describe('an account', () => {
  test('is closed by its member, who proves who they are, and is told at every contact', async () => {
    const member = await aMemberOf(management, app);
    management.pass(6 * MINUTE_MS);
    expect(await close(member)).toMatchObject(refused(403, 'proof_required'));
    await member.door('POST', '/v1/members/me/proofs', { password: PASSWORD });
    expect(await close(member)).toMatchObject({ status: 200, body: { closed_at: expect.any(String) } });
    expect(await member.door('GET', '/v1/members/me')).toMatchObject(refused(401, 'unauthenticated'));
    const { email, mobile, member_number } = member;
    for (const login of [{ email }, { member_number }])
      expect(await aDoor(app)('POST', '/v1/sessions', { ...login, password: PASSWORD })).toMatchObject(
        refused(401, 'credentials_wrong'),
      );
    expect(await atTerminal(management, app, { member_number, phone_pin: PHONE_PIN })).toMatchObject(
      refused(401, 'credentials_wrong'),
    );
    const told = await sql`
      select address from messages where kind = 'account.closed' and subject_id = ${member.member_id}
      order by address`.execute(management.context.db);
    expect(told.rows).toEqual([{ address: mobile }, { address: email }]);
  });

  test('takes what its member noted about people along, and nobody else’s notes', async () => {
    const [member, other] = [await aMemberOf(management, app), await aMemberOf(management, app)];
    const { db } = management.context;
    for (const { member_id } of [member, other])
      await sql`
        insert into kept_people (kept_id, member_id, address, is_favourite, looked_at)
        values (${newId()}, ${member_id}, '+821033334444', true, now())`.execute(db);
    await close(member);
    const kept = await sql<{ member_id: string }>`
      select member_id from kept_people where member_id in (${member.member_id}, ${other.member_id})`.execute(
      db,
    );
    expect(kept.rows).toEqual([{ member_id: other.member_id }]);
  });

  test('leaves its contacts to another, and its number to nobody', async () => {
    const member = await aMemberOf(management, app);
    await close(member);
    expect(await rowOf(member.member_id)).toMatchObject({
      ...{ contacts: [null, null], number: member.member_number },
    });
    const again = aRegistration({ email: member.email, mobile: member.mobile });
    const begun = await aDoor(app)('POST', '/v1/members', again);
    const verify = async (channel: 'sms' | 'email', address: string) =>
      aDoor(app)('POST', `/v1/members/${begun.body.member_id}/verifications`, {
        channel,
        code: await codeSentTo(management, address),
      });
    await verify('sms', member.mobile);
    const joined = await verify('email', member.email);
    expect(joined).toMatchObject({ status: 200, body: { member_number: expect.any(String) } });
    expect(joined.body.member_number).not.toBe(member.member_number);
  });

  test('is remembered apart and encrypted for five years, and then not at all', async () => {
    const { context } = management;
    const member = await aMemberOf(management, app);
    await close(member);
    await forgetClosed(context);
    expect(await rowOf(member.member_id)).toMatchObject({ name: '탈퇴한 회원' });
    const kept = async () =>
      (
        await sql<{ identity_sealed: Buffer }>`
          select identity_sealed from closed_members where member_id = ${member.member_id}`.execute(
          context.db,
        )
      ).rows;
    const [row] = await kept();
    expect(JSON.parse(openText(context, member.member_id, row?.identity_sealed ?? Buffer.of()))).toEqual({
      ...{ name: '이달빛', email: member.email, mobile: member.mobile, landline: null },
    });
    management.pass(1_825 * DAY_MS);
    await forgetClosed(context);
    expect(await kept()).toHaveLength(1);
    management.pass(3 * DAY_MS);
    await forgetClosed(context);
    expect(await kept()).toEqual([]);
  });

  test('with a gift on its way keeps the name until it is answered, and is refunded without a word', async () => {
    const { context } = management;
    const orderId = await anOffer(management);
    const offer = await anOfferToken(management, orderId);
    await close({ door: aDoor(app, await aMemberSession(management)) });
    await forgetClosed(context);
    expect(await rowOf(MEMBER_ID)).toMatchObject({ name: '김하늘' });
    expect(await aDoor(app)('POST', `/v1/offers/${offer}/refusal`, {})).toMatchObject({ status: 200 });
    expect(await stateOf(management, orderId)).toBe('refunded');
    await forgetClosed(context);
    expect(await rowOf(MEMBER_ID)).toMatchObject({ name: '탈퇴한 회원' });
  });
});
