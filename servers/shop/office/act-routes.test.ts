import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { textsTo } from '../../../test/builders/shop-messages.ts';
import { type Certificate, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: TestShop;
let terminal: TestTerminal;
let [owner, clerk, auditor] = ['', '', ''];
let certificate: Certificate;
let opened: string;
let phone = '';
let phones = 0;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  [owner, clerk, auditor] = [
    await shop.staff('owner'),
    await shop.staff('clerk'),
    await shop.staff('auditor'),
  ];
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(async () => {
  phone = `+82103333${String(6_500 + phones++)}`;
  certificate = await shop.accepted(50_000, { phone });
  opened = await shop.opened(terminal, { phone });
});

const act = (what: 'lock' | 'unlocking' | 'notes', token: string, said: object, key = newId()) =>
  shop.call('POST', `/v1/office/certificates/${certificate.certificate_id}/${what}`, {
    token,
    body: said,
    key,
  });
const lock = (token = clerk, key?: string) => act('lock', token, { reason: '분실 신고' }, key);
const unlock = (token = owner, key?: string) => act('unlocking', token, { reason: '본인 확인' }, key);
const use = (token = opened) =>
  shop.redeem(terminal, token, [{ certificate_id: certificate.certificate_id, amount_minor: 1_000 }]);
const history = async () => {
  const path = `/v1/office/certificates/${certificate.certificate_id}`;
  return (await shop.call('GET', path, { token: auditor })).body as {
    locked_since: string | null;
    notes: { action: string; text: string; staff_name: string }[];
    entries: { kind: string }[];
  };
};

describe('a certificate that staff locked', () => {
  test('pays nothing and opens nowhere, and what had opened it ends, until it is unlocked', async () => {
    expect(await lock()).toMatchObject({ status: 200, body: { locked_since: expect.any(String) } });
    expect((await use()).body).toMatchObject({ code: 'certificate_frozen' });
    expect((await shop.verify(terminal, { phone })).body).toMatchObject({ code: 'certificate_frozen' });
    const held = await shop.call('POST', '/v1/holds', {
      token: terminal.token,
      body: {
        ...{ verification_token: opened, certificate_id: certificate.certificate_id },
        ...{ amount_minor: 1_000, sale_reference: 'h' },
      },
    });
    expect(held.body).toMatchObject({ code: 'verification_expired' });
    expect(await unlock()).toMatchObject({ status: 200, body: { locked_since: null } });
    expect((await use()).body).toMatchObject({ code: 'verification_expired' });
    expect((await use(await shop.opened(terminal, { phone }))).status).toBe(201);
  });

  test('is shown as frozen to whoever has its PIN, and does nothing', async () => {
    const other = await shop.accepted(20_000, { phone });
    await lock();
    const afar = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: '739258' } });
    const token = String(afar.body.session_token);
    const held = await shop.call('GET', '/v1/holder/certificates', { token });
    const states = (held.body.certificates as { certificate_id: string; state: string }[]).map(
      ({ certificate_id, state }) => [certificate_id, state],
    );
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [certificate.certificate_id, 'frozen'],
        [other.certificate_id, 'ready'],
      ]),
    );
  });

  test('has who did what and why beside its history, once', async () => {
    const key = newId();
    const first = await lock(clerk, key);
    expect(await lock(clerk, key)).toEqual(first);
    expect((await lock()).body).toEqual(first.body);
    await unlock();
    await act('notes', clerk, { text: '다시 전화함' });
    const { notes, entries, locked_since } = await history();
    expect(notes).toMatchObject([
      { action: 'note', text: '다시 전화함', staff_name: 'clerk' },
      { action: 'unlock', text: '본인 확인', staff_name: 'owner' },
      { action: 'lock', text: '분실 신고', staff_name: 'clerk' },
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['unlocked', 'locked', 'registered']);
    expect(locked_since).toBeNull();
    const trail = await sql<{ action: string }>`
      select action from audit_trail where subject ->> 'certificate_id' = ${certificate.certificate_id}
        and action like 'POST %' order by audit_id`.execute(shop.context.db);
    expect(trail.rows.map(({ action }) => action.split('/').at(-1))).toEqual([
      ...['lock', 'lock', 'lock', 'unlocking', 'notes'],
    ]);
  });

  test('that is disputed meanwhile stays locked when the dispute is won', async () => {
    await lock();
    const path = `/v1/peer/certificates/${certificate.certificate_id}`;
    await shop.peer('POST', `${path}/freeze`, { reason: 'payment_disputed' });
    await shop.peer('POST', `${path}/unfreezing`, {});
    expect((await shop.verify(terminal, { phone })).body).toMatchObject({ code: 'certificate_frozen' });
    await unlock();
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
  });

  test('is told to its holder once when it is locked and when it is unlocked', async () => {
    const shown = async () =>
      (await textsTo(shop.context, phone)).map((text) => text.replaceAll(/\s+/g, ' '));
    const before = (await shown()).length;
    const key = newId();
    await lock(clerk, key);
    await lock(clerk, key);
    await lock();
    await unlock();
    await unlock();
    const [locked, unlocked, ...more] = (await shown()).slice(before);
    expect(locked).toMatch(/상품권을 잠갔어요\. 남은 50,000원은 .*쓸 수 없어요/);
    expect(unlocked).toMatch(/잠금이 풀려 다시 쓸 수 있어요\. 잔액 50,000원, \d{4}년/);
    expect(more).toEqual([]);
  });

  test('that is disputed, too, is said to be usable when neither stands any more, and not before', async () => {
    const path = `/v1/peer/certificates/${certificate.certificate_id}`;
    const told = async () => {
      const found = await sql<{ kind: string | null }>`
        select kind from messages where phone = ${phone} order by message_id`.execute(shop.context.db);
      return found.rows.map(({ kind }) => kind);
    };
    await lock();
    await shop.peer('POST', `${path}/freeze`, { reason: 'payment_disputed' });
    await shop.peer('POST', `${path}/unfreezing`, {});
    expect((await told()).at(-1)).toBe('recipient.certificate_frozen');
    await unlock();
    expect((await told()).at(-1)).toBe('recipient.unlocked_by_staff');
    await shop.peer('POST', `${path}/freeze`, { reason: 'payment_disputed' });
    const sofar = await told();
    await lock();
    await unlock();
    expect(await told()).toEqual(sofar);
    await shop.peer('POST', `${path}/unfreezing`, {});
    expect((await told()).at(-1)).toBe('recipient.certificate_unfrozen');
  });

  test('is not there to be locked before it is accepted', async () => {
    certificate = await shop.registered(1_000);
    expect(await lock()).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state_now: 'registered' },
    });
    certificate = { ...certificate, certificate_id: newId() };
    for (const tried of [lock(), unlock(), act('notes', clerk, { text: 'x' })])
      expect(await tried).toMatchObject({ status: 404, body: { code: 'certificate_not_found' } });
  });

  test('is unlocked only by an owner who has just said who they are', async () => {
    await lock();
    expect(await unlock(clerk)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await lock(auditor)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const before = shop.now;
    shop.passTime(11 * MINUTE_MS);
    expect(await unlock()).toMatchObject({ status: 403, body: { code: 'proof_required' } });
    shop.passTime(before.getTime() - shop.now.getTime());
    expect(await act('unlocking', owner, { reason: ' ' })).toMatchObject({ status: 400 });
    expect((await unlock()).status).toBe(200);
  });
});
