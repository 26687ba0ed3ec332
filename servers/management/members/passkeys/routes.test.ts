import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { relyingParty } from '../../../../kit/passkeys/verify.ts';
import { anAuthenticator } from '../../../../test/builders/authenticator.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aLineOf, aMemberOf, PASSWORD, type TestMember } from '../../../../test/builders/members.ts';
import { createManagementApp } from '../../app.ts';

const MINE = '/v1/members/me/passkeys';
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

const anybody = (method: 'POST', url: string, body?: object) => aDoor(app)(method, url, body);
const home = () => relyingParty(management.context);
const refused = (status: number, code: string) => ({ status, body: { code } });
const WRONG = refused(401, 'passkey_wrong');
const INVALID = refused(422, 'passkey_invalid');

async function challengeFor({ door }: TestMember): Promise<unknown> {
  return (await door('POST', `${MINE}/challenges`)).body.challenge;
}

async function challengeToLogIn(): Promise<unknown> {
  return (await anybody('POST', '/v1/passkey-challenges')).body.challenge;
}

const logIn = (used: object) => anybody('POST', '/v1/passkey-sessions', used);

async function aMemberWithPasskey() {
  const member = await aMemberOf(management, app);
  const device = anAuthenticator(home());
  const made = await member.door('POST', MINE, {
    name: '휴대전화',
    ...device.make(await challengeFor(member)),
  });
  return { member, device, passkeyId: String(made.body.passkey_id) };
}

describe('a passkey', () => {
  test('is made for a member, told of, and opens a session like a password', async () => {
    const member = await aMemberOf(management, app);
    const device = anAuthenticator(home());
    const options = await member.door('POST', `${MINE}/challenges`);
    expect(options).toMatchObject({
      status: 201,
      body: { rp: { id: home().id }, authenticatorSelection: { userVerification: 'required' } },
    });
    const key = newId();
    const input = { name: '휴대전화', ...device.make(options.body.challenge) };
    const made = await member.door('POST', MINE, input, key);
    expect(made).toMatchObject({ status: 201, body: { name: '휴대전화' } });
    // Lost and asked again, it is the same one; and the challenge makes no second.
    expect((await member.door('POST', MINE, input, key)).text).toBe(made.text);
    expect(await member.door('POST', MINE, input)).toMatchObject(INVALID);
    const told = await sql`
      select 1 from messages where subject_id = ${member.member_id} and kind = 'account.passkey_added'`.execute(
      management.context.db,
    );
    expect(told.rows).toHaveLength(1);

    const entered = await logIn(device.use(await challengeToLogIn()));
    expect(entered).toMatchObject({ status: 201, body: { member: { member_id: member.member_id } } });
    const door = aDoor(app, String(entered.body.session_token));
    const { body } = await door('GET', MINE);
    expect(body.passkeys).toMatchObject([{ name: '휴대전화', last_used_at: expect.any(String) }]);
  });

  test('is made only for this host and page, by a device that knows its holder, and once', async () => {
    const [member, other] = [await aMemberOf(management, app), await aMemberOf(management, app)];
    const device = anAuthenticator(home());
    const add = (made: object) => member.door('POST', MINE, { name: 'x', ...made });
    const elsewhere = { id: home().id, origin: 'https://seonmul.example.evil' };
    expect(await add(device.make(await challengeFor(member), { place: elsewhere }))).toMatchObject(INVALID);
    const otherHost = { id: 'example.evil', origin: home().origin };
    expect(await add(device.make(await challengeFor(member), { place: otherHost }))).toMatchObject(INVALID);
    const unasked = device.make(await challengeFor(member), { knowsHolder: false });
    expect(await add(unasked)).toMatchObject(INVALID);
    expect(await add(device.make(await challengeFor(other)))).toMatchObject(INVALID);
    expect(await add(device.make(await challengeToLogIn()))).toMatchObject(INVALID);
    expect(await add(device.make('a-challenge-of-nobodys'))).toMatchObject(INVALID);
    const late = device.make(await challengeFor(member));
    management.pass(6 * MINUTE_MS);
    for (const { door } of [member, other])
      await door('POST', '/v1/members/me/proofs', { password: PASSWORD });
    expect(await add(late)).toMatchObject(INVALID);
    expect(await add(device.make(await challengeFor(member)))).toMatchObject({ status: 201 });
    // Somebody else who has come by it does not make it theirs.
    const stolen = { name: 'x', ...device.make(await challengeFor(other)) };
    expect(await other.door('POST', MINE, stolen)).toMatchObject(INVALID);
  });

  test('signs each challenge once, also when it is sent twice at the same time', async () => {
    const { device } = await aMemberWithPasskey();
    const used = device.use(await challengeToLogIn());
    const both = await Promise.all([logIn(used), logIn(used)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await logIn(used)).toMatchObject(WRONG);
  });

  test('opens nothing with a signature, page, holder or count that is not right', async () => {
    const { member, device } = await aMemberWithPasskey();
    const other = anAuthenticator(home());
    const { credential_id } = device.use('');
    expect(await logIn({ ...other.use(await challengeToLogIn()), credential_id })).toMatchObject(WRONG);
    expect(await logIn(other.use(await challengeToLogIn()))).toMatchObject(WRONG);
    const elsewhere = { id: home().id, origin: 'https://seonmul.example.evil' };
    expect(await logIn(device.use(await challengeToLogIn(), { place: elsewhere }))).toMatchObject(WRONG);
    expect(await logIn(device.use(await challengeToLogIn(), { knowsHolder: false }))).toMatchObject(WRONG);
    expect(await logIn(device.use(await challengeFor(member)))).toMatchObject(WRONG);
    const late = device.use(await challengeToLogIn());
    management.pass(6 * MINUTE_MS);
    expect(await logIn(late)).toMatchObject(WRONG);
    expect(await logIn(device.use(await challengeToLogIn(), { count: 7 }))).toMatchObject({ status: 201 });
    // A copy of the device counts from where it was copied.
    expect(await logIn(device.use(await challengeToLogIn(), { count: 7 }))).toMatchObject(WRONG);
    expect(await logIn(device.use(await challengeToLogIn(), { count: 8 }))).toMatchObject({ status: 201 });
  });

  test('proves who its member is, before another one is added', async () => {
    const { member, device } = await aMemberWithPasskey();
    management.pass(6 * MINUTE_MS);
    const add = () => member.door('POST', `${MINE}/challenges`);
    const prove = async (by: typeof device) =>
      member.door('POST', '/v1/members/me/proofs', { passkey: by.use(await challengeToLogIn()) });
    expect(await add()).toMatchObject(refused(403, 'proof_required'));
    const { device: others } = await aMemberWithPasskey();
    expect(await prove(others)).toMatchObject(WRONG);
    expect(await add()).toMatchObject(refused(403, 'proof_required'));
    expect(await prove(device)).toMatchObject({ status: 201 });
    expect(await add()).toMatchObject({ status: 201 });
  });

  test('goes with the password that is changed, if its member says so', async () => {
    const { member, device } = await aMemberWithPasskey();
    const change = (old_password: string, new_password: string, remove_passkeys?: boolean) =>
      member.door('POST', '/v1/members/me/password', { old_password, new_password, remove_passkeys });
    expect(await change(PASSWORD, 'seven green kettles')).toMatchObject({ status: 200 });
    expect(await logIn(device.use(await challengeToLogIn()))).toMatchObject({ status: 201 });
    expect(await change('seven green kettles', PASSWORD, true)).toMatchObject({ status: 200 });
    expect(await logIn(device.use(await challengeToLogIn()))).toMatchObject(WRONG);
  });

  test('that was taken away opens nothing; nobody takes away another’s', async () => {
    const { member, device, passkeyId } = await aMemberWithPasskey();
    const other = await aMemberOf(management, app);
    expect(await other.door('DELETE', `${MINE}/${passkeyId}`)).toMatchObject(refused(404, 'not_found'));
    expect(await logIn(device.use(await challengeToLogIn()))).toMatchObject({ status: 201 });
    expect(await member.door('DELETE', `${MINE}/${passkeyId}`)).toMatchObject({ status: 204 });
    expect(await member.door('DELETE', `${MINE}/${passkeyId}`)).toMatchObject({ status: 204 });
    expect((await member.door('GET', MINE)).body.passkeys).toEqual([]);
    expect(await logIn(device.use(await challengeToLogIn()))).toMatchObject(WRONG);
  });

  test('is nothing for a session of a phone line', async () => {
    const phone = await aLineOf(management, app, await aMemberOf(management, app), 'phone');
    expect(await phone('POST', `${MINE}/challenges`)).toMatchObject(refused(403, 'forbidden'));
    expect(await phone('GET', MINE)).toMatchObject(refused(403, 'forbidden'));
  });
});

test('A system at an address is spoken to as localhost, any other by its name', () => {
  expect(relyingParty({ publicUrl: 'http://127.0.0.1:4200' })).toEqual({
    id: 'localhost',
    origin: 'http://localhost:4200',
  });
  expect(relyingParty({ publicUrl: 'https://gift.example' })).toEqual({
    id: 'gift.example',
    origin: 'https://gift.example',
  });
});
