import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { PeerStub, type StubAnswer } from '../../../test/builders/peer-stub.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { measureAccountChanges, noticeAccountChanges } from './account-changes.ts';

const [ENTERED, DECIDED, ENDED] = [
  '2026-03-01T05:00:00.000Z',
  '2026-03-01T06:00:00.000Z',
  '2026-03-02T05:00:00.000Z',
];

let shop: TestShop;
let settlement: PeerStub;
let owner: string;
let auditor: string;
beforeAll(async () => {
  settlement = await PeerStub.open();
  shop = await TestShop.open({ settlement });
  measureAccountChanges(shop.app.metrics, shop.context);
  owner = await shop.staff('owner');
  auditor = await shop.staff('auditor');
});
afterAll(async () => {
  await shop.close();
  await settlement.close();
});

type Change = { change_id: string; change: string; last4: string; changed_at: string };

const anAccount = (about: object = {}) => ({
  ...{ account_id: newId(), currency: 'KRW', bank_code: '088', last4: '7890' },
  ...{ state: 'entered', entered_at: ENTERED },
  ...about,
});
const tells = (...accounts: object[]) => {
  settlement.answer = () => ({ status: 200, body: { accounts } });
};
const open = async (token = auditor) =>
  (await shop.call('GET', '/v1/office/account-changes', { token })).body.changes as Change[];
const kinds = async () => (await open()).map(({ change, last4 }) => `${change} ${last4}`);
const acknowledge = (token: string, change_ids: string[], key = newId()) =>
  shop.call('POST', '/v1/office/account-changes/acknowledgements', { token, body: { change_ids }, key });
const notice = () => noticeAccountChanges(shop.context);

beforeEach(async () => {
  tells();
  const shown = (await open()).map(({ change_id }) => change_id);
  if (shown.length > 0) await acknowledge(owner, shown);
});

test('each step of an account is noticed once and shown until an owner acknowledges it', async () => {
  const account = anAccount();
  tells(account);
  expect(await notice()).toBe(1);
  expect(settlement.asked.at(-1)).toMatchObject({ method: 'GET', path: '/v1/peer/payee-accounts' });
  expect(await notice()).toBe(0);
  expect(await open()).toMatchObject([{ change: 'entered', last4: '7890', changed_at: ENTERED }]);
  expect(await shop.app.metrics.metrics()).toMatch(/^seonmul_account_changes_open 1$/m);

  tells({ ...account, state: 'confirmed', decided_at: DECIDED });
  expect(await notice()).toBe(1);
  expect(await kinds()).toEqual(['confirmed 7890', 'entered 7890']);
  const shown = (await open()).map(({ change_id }) => change_id);

  expect((await acknowledge(auditor, shown)).status).toBe(403);
  expect((await acknowledge(await shop.staff('clerk'), shown)).status).toBe(403);
  const key = newId();
  const first = await acknowledge(owner, shown, key);
  expect(first).toMatchObject({ status: 200, body: { acknowledged: 2 } });
  expect((await acknowledge(owner, shown, key)).raw).toBe(first.raw);
  expect((await acknowledge(await shop.staff('owner'), shown)).body).toEqual({ acknowledged: 0 });
  expect(await notice()).toBe(0);
  expect(await open()).toEqual([]);
  expect(await shop.app.metrics.metrics()).toMatch(/^seonmul_account_changes_open 0$/m);
  const trail = await shop.call('GET', '/v1/office/audit-trail?limit=10', { token: owner });
  expect(JSON.stringify(trail.body)).toContain('POST /v1/office/account-changes/acknowledgements');
});

test('what happened between two questions is noticed too', async () => {
  tells(
    anAccount({ last4: '1111', state: 'ended', decided_at: DECIDED, ended_at: ENDED }),
    anAccount({ last4: '2222', state: 'refused', decided_at: DECIDED, bank_code: undefined }),
  );
  expect(await notice()).toBe(5);
  expect((await kinds()).sort()).toEqual([
    'confirmed 1111',
    'ended 1111',
    'entered 1111',
    'entered 2222',
    'refused 2222',
  ]);
});

test('two processes that ask at once notice a change once', async () => {
  const other = await shop.anotherProcess();
  tells(anAccount({ state: 'confirmed', decided_at: DECIDED }));
  const [one, two] = await Promise.all([notice(), noticeAccountChanges(other.context)]);
  expect([one + two, await kinds()]).toEqual([2, ['confirmed 7890', 'entered 7890']]);
  await other.close();
});

test('a newer settlement may know other states and properties', async () => {
  tells(anAccount({ state: 'of_a_newer_version', of_a_newer_version: true }));
  expect(await notice()).toBe(1);
  expect(await kinds()).toEqual(['entered 7890']);
});

describe('a settlement that', () => {
  const before: readonly [string, StubAnswer][] = [
    ['does not answer', 'no_answer'],
    ['does not sign', 'answer_unsigned'],
    ['does not know this path yet', { status: 404, body: { code: 'not_found' } }],
    ['is broken', { status: 500, body: { code: 'internal_error' } }],
  ];
  test.each(before)('%s changes nothing', async (_what, answer) => {
    settlement.answer = () => answer;
    expect(await notice()).toBe(0);
    expect(await open()).toEqual([]);
  });

  test.each([
    { accounts: 'none' },
    { accounts: [anAccount({ account_id: 'x' })] },
    { accounts: [anAccount({ entered_at: 'yesterday' })] },
    { accounts: [anAccount({ last4: '110234567890' })] },
  ])('says %j is not believed', async (body) => {
    settlement.answer = () => ({ status: 200, body });
    await expect(notice()).rejects.toThrow('malformed');
    expect(await open()).toEqual([]);
  });
});

test('clerks do not see where the money goes', async () => {
  const token = await shop.staff('clerk');
  expect((await shop.call('GET', '/v1/office/account-changes', { token })).status).toBe(403);
});
