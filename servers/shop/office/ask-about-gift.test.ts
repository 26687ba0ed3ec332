import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { PeerStub } from '../../../test/builders/peer-stub.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let management: PeerStub;
let shop: TestShop;
let [owner, clerk, auditor] = ['', '', ''];
let certificateId: string;
beforeAll(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
  [owner, clerk, auditor] = [
    await shop.staff('owner'),
    await shop.staff('clerk'),
    await shop.staff('auditor'),
  ];
});
afterAll(async () => {
  await shop.close();
  await management.close();
});
beforeEach(async () => {
  management.asked.length = 0;
  management.answer = () => ({ status: 200, body: { order_id: certificateId } });
  certificateId = (await shop.registered(50_000)).certificate_id;
});

type Verb = 'resend' | 'cancellation' | 'refund';
const REASON = '매장에서 부탁함';
const ask = (verb: Verb, { key = newId(), token = owner, id = certificateId } = {}) =>
  shop.call('POST', `/v1/office/certificates/${id}/${verb}`, { token, key, body: { reason: REASON } });
const actions = (token = clerk, id = certificateId) =>
  shop.call('GET', `/v1/office/certificates/${id}/actions`, { token });
const can = (...said: string[]) => {
  management.answer = () => ({ status: 200, body: { order_id: certificateId, actions: said } });
};
const notes = async () => {
  const found = await shop.call('GET', `/v1/office/certificates/${certificateId}`, { token: auditor });
  return (found.body.notes as { action: string; text: string }[]).map(({ action, text }) => [action, text]);
};

describe.each([
  ['resend', 'resends', 'resend'],
  ['cancellation', 'cancellation', 'ask_cancel'],
  ['refund', 'refund', 'ask_refund'],
] as const)('%s', (verb, path, noted) => {
  test('is asked of the operator once however often staff ask with a key, and the reason stays', async () => {
    const key = newId();
    const first = await ask(verb, { key });
    expect(first).toMatchObject({ status: 200, body: { certificate_id: certificateId } });
    expect(await ask(verb, { key })).toEqual(first);
    expect(management.asked.map((asked) => asked.path)).toEqual([
      expect.stringMatching(new RegExp(`^/v1/peer/gifts/.+/${path}$`)),
    ]);
    expect(await notes()).toEqual([[noted, REASON]]);
  });

  test.each(['no_answer', { status: 500, body: {} }, { status: 404, body: { code: 'not_found' } }] as const)(
    'may have been done if the operator says nothing that is known (%o), and the same key asks for it again',
    async (said) => {
      const key = newId();
      management.answer = () => said;
      expect(await ask(verb, { key })).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
      management.answer = () => ({ status: 200, body: { order_id: certificateId } });
      expect(await ask(verb, { key })).toMatchObject({ status: 200 });
      const keys = management.asked.map(({ key: asked }) => asked);
      expect(new Set(keys).size).toBe(1);
      expect(keys).toHaveLength(2);
      expect(await notes()).toEqual([[noted, REASON]]);
    },
  );

  test('is nothing for auditors, nor for a certificate that is not there', async () => {
    expect(await ask(verb, { token: auditor })).toMatchObject({ status: 403 });
    expect(await ask(verb, { id: newId() })).toMatchObject({ body: { code: 'certificate_not_found' } });
    expect(management.asked).toEqual([]);
  });
});

test.each([
  ['resend', 'wrong_state'],
  ['resend', 'offer_expired'],
  ['resend', 'certificate_frozen'],
  ['resend', 'rate_limited'],
  ['cancellation', 'already_accepted'],
  ['cancellation', 'cancellation_not_allowed'],
  ['refund', 'wrong_state'],
  ['refund', 'certificate_frozen'],
  ['refund', 'refund_period_over'],
  ['refund', 'certificate_handed_over'],
  ['refund', 'certificate_used'],
] as const)('%s is refused as the operator refuses it: %s', async (verb, code) => {
  management.answer = () => ({ status: code === 'rate_limited' ? 429 : 409, body: { code } });
  expect(await ask(verb)).toMatchObject({ body: { code } });
  // Who asked for money to be moved, and why, is known whatever came of it.
  expect((await notes()).map(([action]) => action)).toEqual(
    verb === 'resend' ? [] : [verb === 'refund' ? 'ask_refund' : 'ask_cancel'],
  );
});

test('money is given back only by an owner who has just said who they are', async () => {
  for (const verb of ['cancellation', 'refund'] as const)
    expect(await ask(verb, { token: clerk })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await ask('resend', { token: clerk })).toMatchObject({ status: 200 });
  management.asked.length = 0;
  shop.passTime(11 * MINUTE_MS);
  for (const verb of ['cancellation', 'refund'] as const)
    expect(await ask(verb)).toMatchObject({ status: 403, body: { code: 'proof_required' } });
  expect(management.asked).toEqual([]);
  shop.passTime(-11 * MINUTE_MS);
});

describe('what can be asked for', () => {
  test('is what the operator says, as far as the shop knows it', async () => {
    can('resend', 'cancel', 'something_new');
    expect(await actions()).toMatchObject({ status: 200, body: { actions: ['resend', 'cancel'] } });
    expect(management.asked).toMatchObject([{ method: 'GET', path: expect.stringMatching(/actions$/) }]);
    management.answer = () => 'no_answer';
    expect(await actions()).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
    expect(await actions(auditor)).toMatchObject({ status: 403 });
    expect(await actions(clerk, newId())).toMatchObject({ body: { code: 'certificate_not_found' } });
  });

  test('is no refund once a till has taken something, though the operator has not heard of it', async () => {
    const accepted = await shop.accepted(50_000, { phone: '+821033336499' });
    can('refund');
    expect((await actions(clerk, accepted.certificate_id)).body).toEqual({ actions: ['refund'] });
    const terminal = await shop.terminal();
    await shop.signIn(terminal);
    const opened = await shop.opened(terminal, { phone: '+821033336499' });
    const { certificate_id } = accepted;
    const sold = await shop.redeem(terminal, opened, [{ certificate_id, amount_minor: 1_000 }]);
    expect(sold.status).toBe(201);
    expect((await actions(clerk, certificate_id)).body).toEqual({ actions: [] });
  });

  test('is nothing once it has ended, and nobody is asked', async () => {
    const path = `/v1/peer/certificates/${certificateId}/cancellation`;
    await shop.peer('POST', path, { reason: 'cancelled_by_buyer' });
    expect((await actions()).body).toEqual({ actions: [] });
    expect(management.asked).toEqual([]);
  });
});
