import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import {
  anOffer,
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import { aGroup, heard, settleShares } from '../../../test/builders/groups.ts';
import {
  aManagement,
  MEMBER_ID,
  SUBSCRIBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import type { SignedPeer } from '../../../test/builders/signed-peer.ts';
import { conservation } from '../books/conservation.ts';
import { findStuck } from '../console/stuck-orders.ts';
import { confirmGroup } from '../groups/confirm-group.ts';
import { abandonGroup } from '../groups/end-group.ts';
import { readGroup } from '../groups/groups.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { settleUnknown } from '../settle-calls.ts';
import { confirmCorrection } from './corrections/confirm-correction.ts';
import { nameCorrection } from './corrections/name-correction.ts';
import { checkWaitingPayments } from './due-orders.ts';
import { abandonOrder, cancelOrder } from './end-order.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** A code that this program knows, and that no contract names as an answer to these calls. */
const UNNAMED = { kind: 'refuses', status: 422, code: 'idempotency_key_reused' } as const;
const refusesOnce = (peer: SignedPeer, pathEnd: string) => peer.goesWrong(pathEnd, UNNAMED);

async function correct(orderId: string): Promise<unknown> {
  const { context } = management;
  const named = doneOf(await nameCorrection(context, orderId, MEMBER_ID, { phone: SUBSCRIBER.phone }));
  return confirmCorrection(context, orderId, MEMBER_ID, named.read_back_id ?? newId());
}

type Step = {
  purpose: string;
  peer: 'settlement' | 'shop';
  pathEnd: (orderId: string) => string;
  begin: () => Promise<string>;
  act: (orderId: string) => Promise<unknown>;
  waits: string;
  goes_on_to: string;
};

const pin = '739258';
const STEPS: Step[] = [
  {
    purpose: 'capture',
    peer: 'settlement',
    pathEnd: (id) => `${id}/captures`,
    begin: () => aReadBack(management),
    act: (id) => confirmReadBack(management, id),
    waits: 'capturing',
    goes_on_to: 'offered',
  },
  {
    purpose: 'void',
    peer: 'settlement',
    pathEnd: (id) => `${id}/voids`,
    begin: () => aReadBack(management),
    act: (id) => abandonOrder(management.context, id, MEMBER_ID),
    waits: 'voiding',
    goes_on_to: 'abandoned',
  },
  {
    purpose: 'refund',
    peer: 'settlement',
    pathEnd: (id) => `${id}/refunds`,
    begin: () => anOffer(management),
    act: (id) => cancelOrder(management.context, id, MEMBER_ID),
    waits: 'refunding',
    goes_on_to: 'refunded',
  },
  {
    purpose: 'register',
    peer: 'shop',
    pathEnd: () => '/v1/peer/certificates',
    begin: () => aReadBack(management),
    act: (id) => confirmReadBack(management, id),
    waits: 'registering',
    goes_on_to: 'offered',
  },
  {
    purpose: 'accept',
    peer: 'shop',
    pathEnd: (id) => `${id}/acceptance`,
    begin: () => anOffer(management),
    act: (id) => acceptOffer(management.context, id, { pin }),
    waits: 'accepting',
    goes_on_to: 'accepted',
  },
  {
    purpose: 'cancel',
    peer: 'shop',
    pathEnd: (id) => `${id}/cancellation`,
    begin: () => anOffer(management),
    act: (id) => cancelOrder(management.context, id, MEMBER_ID),
    waits: 'cancelling',
    goes_on_to: 'refunded',
  },
  {
    purpose: 'correct',
    peer: 'shop',
    pathEnd: (id) => `${id}/recipient`,
    begin: () => anOffer(management),
    act: correct,
    waits: 'correcting',
    goes_on_to: 'offered',
  },
];

describe('a refusal that the contract does not name', () => {
  test.each(STEPS)('of $purpose decides nothing: the order stays $waits, shown as stuck', async (step) => {
    const orderId = await step.begin();
    const books = await conservation(management.context.db);
    refusesOnce(management[step.peer], step.pathEnd(orderId));
    await step.act(orderId);
    expect(await stateOf(management, orderId)).toBe(step.waits);
    if (step.waits !== 'registering') expect(await conservation(management.context.db)).toEqual(books);
    expect(await findStuck(management.context, orderId)).toMatchObject({
      reason: 'call_unknown',
      step: step.purpose,
      problem: UNNAMED.code,
    });
    await askAgain();
    expect(await stateOf(management, orderId)).toBe(step.goes_on_to);
  });

  test('of an authorisation does not decline it', async () => {
    refusesOnce(management.settlement, '/v1/peer/payments');
    const orderId = await anOrder(management);
    expect(await stateOf(management, orderId)).toBe('authorising');
    expect(await findStuck(management.context, orderId)).toMatchObject({ problem: UNNAMED.code });
    await askAgain();
    expect(await stateOf(management, orderId)).toBe('authorised');
  });

  test('of the void of a group does not turn into a capture', async () => {
    const { context, settlement } = management;
    const { group_id } = await aGroup(management);
    refusesOnce(settlement, `${group_id}/voids`);
    await abandonGroup(context, group_id, MEMBER_ID);
    expect((await readGroup(context.db, group_id)).state).toBe('voiding');
    await askAgain();
    expect((await readGroup(context.db, group_id)).state).toBe('abandoned');
  });

  test('of the capture of a group voids nothing', async () => {
    const { context, settlement } = management;
    const group = await aGroup(management);
    const { group_id } = group;
    refusesOnce(settlement, `${group_id}/captures`);
    await confirmGroup(context, group_id, MEMBER_ID, heard(group));
    expect((await readGroup(context.db, group_id)).state).toBe('capturing');
    expect(settlement.asked(`${group_id}/voids`)).toBe(0);
    await askAgain();
    expect((await readGroup(context.db, group_id)).state).toBe('captured');
    await settleShares(management);
  });

  test('of the authorisation of a group does not decline it', async () => {
    refusesOnce(management.settlement, '/v1/peer/payments');
    const { group_id } = await aGroup(management);
    expect((await readGroup(management.context.db, group_id)).state).toBe('authorising');
    await askAgain();
    expect((await readGroup(management.context.db, group_id)).state).toBe('authorised');
  });
});

test('an authorisation that is refused because the order has a payment is decided by that payment', async () => {
  const { context, payments, settlement } = management;
  settlement.goesWrong('/v1/peer/payments', { kind: 'answer_lost' });
  const orderId = await anOrder(management);
  settlement.goesWrong('/v1/peer/payments', { kind: 'refuses', status: 409, code: 'wrong_state' });
  await askAgain();
  expect(await stateOf(management, orderId)).toBe('authorising');
  management.pass(MINUTE_MS);
  await checkWaitingPayments(context);
  expect(payments.get(orderId)?.status).toBe('authorised');
  expect(await stateOf(management, orderId)).toBe('authorised');
});

async function askAgain(): Promise<void> {
  management.pass(MINUTE_MS);
  await settleUnknown(management.context);
}
