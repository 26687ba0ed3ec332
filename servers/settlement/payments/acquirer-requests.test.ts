import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import type { Acquirer, CaptureRequest, ChangeOutcome } from '../acquirers/port.ts';
import { conservation } from '../books/conservation.ts';
import { expireAuthorisations } from './expire.ts';
import { findPayment } from './payment.ts';
import { pollRequests } from './poll-requests.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let real: Acquirer;
beforeAll(async () => {
  settlement = await aSettlement();
  real = settlement.context.acquirers.named('test');
});
afterAll(async () => {
  expect((await conservation(settlement.base.db)).every(({ holds }) => holds)).toBe(true);
  await settlement.base.drop();
});
beforeEach(async () => {
  settlement.context.acquirers = onlyAcquirer(real);
  pass(MINUTE_MS);
  await pollRequests(settlement.context);
});

const pass = (ms: number) => {
  settlement.base.time.now = addMs(settlement.base.time.now, ms);
};
type Kind = 'capture' | 'void' | 'refund';
/** The acquirer answers requests of one kind otherwise; `carriesOut` says whether it did what was asked nonetheless. */
function answers(kind: Kind, outcome: ChangeOutcome, carriesOut = false): void {
  const changed = async (request: CaptureRequest): Promise<ChangeOutcome> => {
    if (carriesOut) await real[kind](request);
    return outcome;
  };
  settlement.context.acquirers = onlyAcquirer({ ...real, [kind]: changed });
}
const stateOf = (order: string) => findPayment(settlement.base.db, 'management', order);

async function authorised(): Promise<string> {
  const order = randomUUID();
  expect(await settlement.authorise(order, 1_000)).toMatchObject({ value: { status: 'authorised' } });
  return order;
}
async function captured(): Promise<string> {
  const order = await authorised();
  expect(await settlement.capture(order, 1_000)).toMatchObject({ value: { status: 'captured' } });
  return order;
}

describe.each([
  ['that never arrived', false],
  ['that was carried out', true],
])('an unknown outcome of a request %s', (_what, carriesOut) => {
  test('of a capture is booked once it is known; until then nothing voids or expires the payment', async () => {
    const order = await authorised();
    answers('capture', { kind: 'unknown' }, carriesOut);
    expect(await settlement.capture(order, 400)).toMatchObject({ code: 'payment_unknown' });
    expect(await stateOf(order)).toMatchObject({ status: 'authorised', captured_minor: 0n });
    expect(await settlement.void(order)).toMatchObject({ code: 'request_in_progress' });
    expect(await settlement.capture(order, 500)).toMatchObject({ code: 'request_in_progress' });
    pass(16 * MINUTE_MS);
    expect(await expireAuthorisations(settlement.context)).toBe(0);
    expect(await pollRequests(settlement.context)).toBe(0);
    settlement.context.acquirers = onlyAcquirer(real);
    pass(MINUTE_MS);
    expect(await pollRequests(settlement.context)).toBe(1);
    expect(await stateOf(order)).toMatchObject({ status: 'captured', captured_minor: 400n });
    expect(await settlement.void(order)).toMatchObject({ code: 'wrong_state' });
  });

  test('of a refund holds the amount until it is known, and the next refund can have the rest', async () => {
    const order = await captured();
    answers('refund', { kind: 'unknown' }, carriesOut);
    expect(await settlement.refund(order, 600)).toMatchObject({ code: 'payment_unknown' });
    expect(await settlement.refund(order, 401)).toMatchObject({ code: 'refund_exceeds_payment' });
    expect(await stateOf(order)).toMatchObject({ status: 'captured', refunded_minor: 0n });
    const [books] = await conservation(settlement.base.db);
    const all = Number(books?.in_trust_minor);
    expect(await settlement.payOut(randomUUID(), all, 0)).toMatchObject({ code: 'payout_exceeds_funds' });
    settlement.context.acquirers = onlyAcquirer(real);
    expect(await settlement.refund(order, 400)).toMatchObject({ value: { refunded_minor: 400 } });
    pass(MINUTE_MS);
    expect(await pollRequests(settlement.context)).toBe(1);
    expect(await stateOf(order)).toMatchObject({ status: 'refunded', refunded_minor: 1_000n });
  });

  test('of a void leaves the payment voided, and the acquirer is asked until it agrees', async () => {
    const order = await authorised();
    const { payment_id } = (await stateOf(order)) ?? { payment_id: '' };
    answers('void', { kind: 'unknown' }, carriesOut);
    expect(await settlement.void(order)).toMatchObject({ value: { status: 'voided' } });
    expect(await pollRequests(settlement.context)).toBe(0);
    settlement.context.acquirers = onlyAcquirer(real);
    pass(MINUTE_MS);
    expect(await pollRequests(settlement.context)).toBe(1);
    expect(await real.lookUp({ payment_id, reference: null })).toEqual({
      kind: 'declined',
      reason: 'cancelled_by_caller',
    });
  });
});

test('an authorisation that the acquirer does not have any more has expired', async () => {
  const order = await authorised();
  answers('capture', { kind: 'refused', reason: 'wrong_state' });
  expect(await settlement.capture(order, 400)).toMatchObject({ code: 'authorisation_expired' });
  expect(await stateOf(order)).toMatchObject({ status: 'expired', captured_minor: 0n });
});

test('a card that is declined when it is charged ends the payment, and the acquirer is asked whether nothing was charged', async () => {
  const order = await authorised();
  answers('capture', { kind: 'declined', reason: 'insufficient_funds' });
  const refused = { code: 'payment_declined', extra: { decline_reason: 'insufficient_funds' } };
  expect(await settlement.capture(order, 400)).toMatchObject(refused);
  const ended = { status: 'declined', decline_reason: 'insufficient_funds', captured_minor: 0n };
  expect(await stateOf(order)).toMatchObject(ended);
  expect(await settlement.void(order)).toMatchObject({ value: { status: 'declined' } });
  const [books] = await conservation(settlement.base.db);
  expect(books?.holds).toBe(true);
  answers('void', { kind: 'refused', reason: 'captured' });
  expect(await pollRequests(settlement.context)).toBe(0);
  const found = await sql<{ problem: string }>`
    select problem from failing_work where job = 'acquirer_requests' and problem like '%captured%'`.execute(
    settlement.base.db,
  );
  expect(found.rows).toHaveLength(1);
});

test('an expired authorisation is released at the acquirer, too', async () => {
  const order = await authorised();
  const { payment_id } = (await stateOf(order)) ?? { payment_id: '' };
  pass(16 * MINUTE_MS);
  expect(await expireAuthorisations(settlement.context)).toBe(1);
  expect(await pollRequests(settlement.context)).toBe(1);
  expect(await real.lookUp({ payment_id, reference: null })).toEqual({
    kind: 'declined',
    reason: 'cancelled_by_caller',
  });
});

test('a void may overtake its authorisation, and is repeated until none can be on its way', async () => {
  const order = await authorised();
  answers('void', { kind: 'not_found' });
  await settlement.void(order);
  expect(await pollRequests(settlement.context)).toBe(0);
  pass(31 * MINUTE_MS);
  expect(await pollRequests(settlement.context)).toBe(1);
});

test('a refund that the acquirer refuses stays open and held, among the failed work', async () => {
  const order = await captured();
  answers('refund', { kind: 'refused', reason: 'charge_disputed' });
  expect(await settlement.refund(order, 1_000)).toMatchObject({ code: 'payment_unknown' });
  pass(MINUTE_MS);
  expect(await pollRequests(settlement.context)).toBe(0);
  const found = await sql<{ job: string }>`select job from failing_work`.execute(settlement.base.db);
  expect(found.rows).toEqual([{ job: 'acquirer_requests' }]);
  expect(await stateOf(order)).toMatchObject({ status: 'captured', refunded_minor: 0n });
});
