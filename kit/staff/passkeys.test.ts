import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAuthenticator } from '../../test/builders/authenticator.ts';
import { aStaffDesk } from '../../test/builders/staff-desk.ts';
import { MINUTE_MS } from '../clock.ts';
import { relyingParty } from '../passkeys/verify.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
beforeAll(async () => {
  desk = await aStaffDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk?.close());

const refused = (status: number, code: string) => ({ status, body: { code } });
const challenge = async () => (await desk.send('POST', desk.at('/passkey-challenges'))).body.challenge;
const use = (used: object) => desk.send('POST', desk.at('/passkey-sessions'), { body: used });

async function aPersonWithPasskey() {
  const person = await desk.aPerson();
  const token = String((await desk.logIn(person.login)).body.session_token);
  const device = anAuthenticator(relyingParty(desk.context));
  const options = await desk.send('POST', desk.at('/me/passkeys/challenges'), { token });
  const body = { name: '노트북', ...device.make(options.body.challenge) };
  const made = await desk.send('POST', desk.at('/me/passkeys'), { token, body });
  return { ...person, token, device, made, body };
}

describe('a passkey of staff', () => {
  test('is a second factor: adding it opens the session, and it logs in alone', async () => {
    const { login, token, device, made } = await aPersonWithPasskey();
    expect(made).toMatchObject({ status: 201, body: { name: '노트북' } });
    expect((await desk.whoIs(token)).body).toMatchObject({
      stage: 'open',
      second_factor: { passkeys: 1, authenticator: false },
    });
    expect((await desk.logIn(login)).body.stage).toBe('second_factor');
    const entered = await use(device.use(await challenge()));
    expect(entered).toMatchObject({ status: 201, body: { stage: 'open', staff: { login } } });
    const { body } = await desk.send('GET', desk.at('/me/passkeys'), {
      token: String(entered.body.session_token),
    });
    expect(body.passkeys).toMatchObject([{ name: '노트북', last_used_at: expect.any(String) }]);
  });

  test('gets its owner in while strangers guess at the password', async () => {
    const { login, device } = await aPersonWithPasskey();
    for (let tries = 0; tries < 11; tries++)
      await desk.logIn(login, { password: 'wrong', address: `10.7.0.${tries}` });
    expect(await desk.logIn(login)).toMatchObject(refused(403, 'second_factor_required'));
    expect((await use(device.use(await challenge()))).status).toBe(201);
  });

  test('signs each challenge once, for this page only, and not after five minutes', async () => {
    const { device } = await aPersonWithPasskey();
    const used = device.use(await challenge());
    const both = await Promise.all([use(used), use(used)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    const elsewhere = { id: relyingParty(desk.context).id, origin: 'https://settlement.example.evil' };
    const wrong = refused(401, 'passkey_wrong');
    expect(await use(device.use(await challenge(), { place: elsewhere }))).toMatchObject(wrong);
    expect(await use(device.use(await challenge(), { knowsHolder: false }))).toMatchObject(wrong);
    expect(await use(anAuthenticator(relyingParty(desk.context)).use(await challenge()))).toMatchObject(
      wrong,
    );
    const late = device.use(await challenge());
    desk.pass(6 * MINUTE_MS);
    expect(await use(late)).toMatchObject(wrong);
  });

  test('is nobody else’s, and opens nothing once it is removed or its owner has left', async () => {
    const { token, device, made, body } = await aPersonWithPasskey();
    const other = await desk.aPersonWithApp();
    expect(await desk.send('POST', desk.at('/me/passkeys'), { token: other.token, body })).toMatchObject(
      refused(422, 'passkey_invalid'),
    );
    const path = desk.at(`/me/passkeys/${made.body.passkey_id}`);
    expect(await desk.send('DELETE', path, { token: other.token })).toMatchObject(refused(404, 'not_found'));
    // The role needs one.
    expect(await desk.send('DELETE', path, { token })).toMatchObject(refused(409, 'second_factor_last'));
    expect((await use(device.use(await challenge()))).status).toBe(201);
    await desk.addApp(token);
    expect((await desk.send('DELETE', path, { token })).status).toBe(200);
    expect(await use(device.use(await challenge()))).toMatchObject(refused(401, 'passkey_wrong'));

    const leaving = await aPersonWithPasskey();
    const departure = desk.at(`/staff/${leaving.staff_id}/departure`);
    expect((await desk.send('POST', departure, { token: other.token })).status).toBe(200);
    expect(await use(leaving.device.use(await challenge()))).toMatchObject(refused(401, 'passkey_wrong'));
  });
});
