import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { anOffer, messagesOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aLineOf, aMemberOf, type TestMember } from '../../../test/builders/members.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import { changeProfile } from './member-profile.ts';

const ME = '/v1/members/me';
let management: TestManagement;
let app: App;
let member: TestMember;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
beforeEach(async () => {
  member = await aMemberOf(management, app);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const anybody = () => aDoor(app);
const _logIn = (credentials: object) => anybody()('POST', '/v1/sessions', credentials);
const refused = (status: number, code: string) => ({ status, body: { code } });

const onThePhone = () => aLineOf(management, app, member, 'phone');

describe('preferences', () => {
  test('are changed one by one, and stay when left out', async () => {
    const before = await member.door('GET', ME);
    expect(before).toMatchObject({
      status: 200,
      body: { name: '이달빛', mobile: member.mobile, locale: 'ko', notices: { certificate_used: true } },
    });
    const key = randomUUID();
    const change = { locale: 'en', notices: { certificate_used: false } };
    const changed = await member.door('PATCH', ME, change, key);
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: '이달빛',
        locale: 'en',
        preferred_channel: 'sms',
        notices: { certificate_used: false, gift_accepted: true },
      },
    });
    await member.door('PATCH', ME, {
      name: '이해빛',
      preferred_channel: 'email',
      notices: { certificate_used: true },
    });
    expect((await member.door('PATCH', ME, change, key)).text).toBe(changed.text);
    expect((await member.door('GET', ME)).body).toMatchObject({
      name: '이해빛',
      preferred_channel: 'email',
      notices: { certificate_used: true },
    });
  });

  test('changed twice at once both stand', async () => {
    await Promise.all([
      member.door('PATCH', ME, { locale: 'en' }),
      member.door('PATCH', ME, { notices: { use_reversed: false } }),
      member.door('PATCH', ME, { notices: { gift_accepted: false } }),
    ]);
    expect((await member.door('GET', ME)).body).toMatchObject({
      locale: 'en',
      notices: { use_reversed: false, gift_accepted: false, certificate_issued: true },
    });
  });

  test.each([
    [{ locale: 'fr' }],
    [{ notices: { purchase_complete: false } }],
    [{ email: 'other@example.com' }],
    [{ member_number: '0000000000' }],
  ])('%j is none', async (change) => {
    expect(await member.door('PATCH', ME, change)).toMatchObject(refused(400, 'validation_failed'));
  });

  test.each(['', '  ', '국제발신\n계좌정지', '홍길동 evil.com'])('%j is no name', async (name) => {
    expect(await member.door('PATCH', ME, { name })).toMatchObject(refused(422, 'name_invalid'));
  });

  test('are masked where others may see them, and nobody’s without a session', async () => {
    const door = await onThePhone();
    const { body } = await door('GET', ME);
    expect(body).toMatchObject({ name: '이*빛' });
    expect(JSON.stringify(body)).not.toContain(member.email);
    expect(JSON.stringify(body)).not.toContain(member.mobile.slice(-8));
    expect(await anybody()('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
  });
});

test('what was turned off is not told; what moves money always is', async () => {
  const { context } = management;
  const off = {
    gift_accepted: false,
    certificate_issued: false,
    certificate_used: false,
    use_reversed: false,
  };
  await inTransaction(context.db, (tx) => changeProfile(tx, MEMBER_ID, 'web', { notices: off }));
  const accepted = await anOffer(management);
  expect(await acceptOffer(context, accepted, { pin: '739258' })).toMatchObject({ ok: true });
  expect(await messagesOf(management, accepted)).toEqual([
    'recipient.gift_arrived',
    'buyer.purchase_complete',
    'recipient.gift_accepted',
  ]);
  const refusedOne = await anOffer(management);
  await refuseOffer(context, refusedOne, undefined);
  expect(await messagesOf(management, refusedOne)).toContain('buyer.gift_refused');
  await expect(
    sql`update members set notices_off = '{purchase_complete}'`.execute(context.db),
  ).rejects.toThrow('notices_off_known');
});
