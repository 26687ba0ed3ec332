import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalNumberOf } from '../../../contracts/settlement-payments.ts';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { anAcquirer } from '../../../test/builders/acquirer.ts';
import { aPortOne } from '../../../test/stand-ins/acquirers/portone.ts';
import { aStripe } from '../../../test/stand-ins/acquirers/stripe.ts';
import { aToss } from '../../../test/stand-ins/acquirers/toss.ts';
import type { Acquirer, AuthorisationRequest, DeclineReason, Movement, MovementsPage } from './port.ts';
import { type PortOneSettings, portOneAcquirer } from './portone/portone.ts';
import { stripeAcquirer } from './stripe/stripe.ts';
import { testAcquirer } from './test/test-acquirer.ts';
import { type TossSettings, tossAcquirer } from './toss/toss.ts';

/** An acquirer before a stand-in, with the tokens of two cards. */
type Subject = {
  acquirer: Acquirer;
  approved: string;
  /** Where a card is charged at capture, it is declined there. */
  declined: string;
  /** Why that one is declined. */
  because: DeclineReason;
  /** Missing where it can't be taken down. */
  close?(): Promise<void>;
};

async function theTestAcquirer(): Promise<Subject> {
  const { url, close } = await anAcquirer(() => new Date());
  const acquirer = testAcquirer({ url });
  const tokenOf = async (card_number: string) => {
    const card = { card_number, expiry_month: 12, expiry_year: 2090, security_code: '123' };
    const made = await acquirer.tokenise?.(card);
    if (made?.kind !== 'done') throw new Error('There is no token.');
    return made.card.token;
  };
  const [approved, declined] = [await tokenOf('4242424242424242'), await tokenOf('4000000000009995')];
  return { acquirer, approved, declined, because: 'insufficient_funds', close };
}

async function stripe(): Promise<Subject> {
  const standIn = await aStripe();
  standIn.books.pageMax = 2;
  return {
    acquirer: stripeAcquirer(standIn),
    approved: 'cus_1/pm_card_visa',
    declined: 'cus_1/pm_card_chargeDeclinedInsufficientFunds',
    because: 'insufficient_funds',
    close: standIn.close,
  };
}

async function toss(): Promise<Subject> {
  const standIn = await aToss();
  return {
    acquirer: tossAcquirer(standIn),
    approved: standIn.aCard(),
    declined: standIn.aCard('REJECT_CARD_PAYMENT'),
    because: 'insufficient_funds',
    close: standIn.close,
  };
}

async function portOne(): Promise<Subject> {
  const standIn = await aPortOne();
  return {
    acquirer: portOneAcquirer(standIn),
    approved: standIn.aCard(),
    declined: standIn.aCard('REJECT_CARD_PAYMENT'),
    because: 'insufficient_funds',
    close: standIn.close,
  };
}

/** A key of Stripe's test mode, in which no money moves. */
const LIVE_TEST_KEY = process.env.ACQUIRER_LIVE_TEST_KEY;
// Not registered without one, so not counted as passed or skipped.
if (LIVE_TEST_KEY === undefined)
  console.log('not run: the real Stripe in test mode, because ACQUIRER_LIVE_TEST_KEY is not set');

async function stripeInTestMode(): Promise<Subject> {
  const secret_key = LIVE_TEST_KEY ?? '';
  const sdk = new Stripe(secret_key);
  const tokenOf = async (method: string) => {
    const customer = await sdk.customers.create();
    const { id } = await sdk.paymentMethods.attach(method, { customer: customer.id });
    return `${customer.id}/${id}`;
  };
  return {
    acquirer: stripeAcquirer({ name: 'stripe', secret_key, webhook_secret: 'whsec_unused' }),
    approved: await tokenOf('pm_card_visa'),
    declined: await tokenOf('pm_card_chargeCustomerFail'),
    because: 'do_not_honor',
  };
}

/** Entries of `ACQUIRERS_FILE` for test modes, with the token of a card that is charged there. */
const LIVE_TOSS = liveEntry<TossSettings>('ACQUIRER_LIVE_TEST_TOSS');
const LIVE_PORTONE = liveEntry<PortOneSettings>('ACQUIRER_LIVE_TEST_PORTONE');

function liveEntry<Settings>(variable: string): (Settings & { token: string }) | undefined {
  const entry = process.env[variable];
  if (entry === undefined) console.log(`not run: the provider's test mode, because ${variable} is not set`);
  return entry && JSON.parse(entry);
}
const inTestMode = (acquirer: Acquirer, approved: string) => async (): Promise<Subject> => ({
  ...{ acquirer, approved, declined: 'nobody/no-such-billing-key', because: 'do_not_honor' },
});

const SUBJECTS: [string, () => Promise<Subject>][] = [
  ['the test acquirer', theTestAcquirer],
  ['Stripe', stripe],
  ['Toss Payments', toss],
  ['PortOne', portOne],
];
if (LIVE_TEST_KEY !== undefined) SUBJECTS.push(['the real Stripe in test mode', stripeInTestMode]);
if (LIVE_TOSS)
  SUBJECTS.push(['the real Toss Payments', inTestMode(tossAcquirer(LIVE_TOSS), LIVE_TOSS.token)]);
if (LIVE_PORTONE)
  SUBJECTS.push(['the real PortOne', inTestMode(portOneAcquirer(LIVE_PORTONE), LIVE_PORTONE.token)]);

describe.each(SUBJECTS)('%s', (_name, start) => {
  let subject: Subject;
  let acquirer: Acquirer;
  beforeAll(async () => {
    subject = await start();
    acquirer = subject.acquirer;
  });
  afterAll(() => subject?.close?.());

  async function announced(token = subject.approved, amount_minor = 10_000n): Promise<AuthorisationRequest> {
    const request = {
      ...{ payment_id: randomUUID(), reference: null, token, amount_minor, currency: 'KRW' },
      return_url: 'https://settlement.example/v1/second-steps/action_1',
    };
    const made = await acquirer.announce?.(request);
    return made?.kind === 'done' ? { ...request, reference: made.reference } : request;
  }
  async function authorised(): Promise<AuthorisationRequest> {
    const request = await announced();
    expect(await acquirer.authorise(request)).toEqual({ kind: 'authorised' });
    return request;
  }
  const change = (
    { payment_id, reference, currency, token }: AuthorisationRequest,
    amount_minor: bigint,
  ) => ({
    ...{ payment_id, reference, currency, amount_minor, token },
    request_id: randomUUID(),
  });
  async function captured(): Promise<AuthorisationRequest> {
    const payment = await authorised();
    expect(await acquirer.capture(change(payment, 8_000n))).toMatchObject({ kind: 'done' });
    return payment;
  }

  test('lets us in', async () => {
    expect(await acquirer.logIn()).toEqual({ kind: 'done' });
  });

  test('doesn’t know a payment that it wasn’t asked to authorise', async () => {
    expect(await acquirer.lookUp(await announced())).toEqual({ kind: 'not_found' });
  });

  test('authorises once, however often it is asked, and says so afterwards', async () => {
    const payment = await authorised();
    expect(await acquirer.authorise(payment)).toEqual({ kind: 'authorised' });
    // Where nothing is held, there is nothing to look up before it is charged.
    expect(await acquirer.lookUp(payment)).toEqual({
      kind: acquirer.charges_at_capture ? 'not_found' : 'authorised',
    });
    await acquirer.capture(change(payment, 8_000n));
    expect(await acquirer.lookUp(payment)).toEqual({ kind: 'authorised' });
  });

  test('says why it declines, at the latest when it charges, and charges nothing then', async () => {
    const payment = await announced(subject.declined);
    const declined = { kind: 'declined', reason: subject.because };
    const authorised = await acquirer.authorise(payment);
    if (!acquirer.charges_at_capture) {
      expect(authorised).toEqual(declined);
      return expect(await acquirer.lookUp(payment)).toEqual(declined);
    }
    expect(await acquirer.capture(change(payment, 8_000n))).toEqual(declined);
    expect(await acquirer.capture(change(payment, 8_000n))).toEqual(declined);
    expect(await acquirer.lookUp(payment)).not.toEqual({ kind: 'authorised' });
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'done' });
  });

  test('captures a part, once, and doesn’t void it afterwards', async () => {
    const payment = await authorised();
    const part = change(payment, 8_000n);
    const made = await acquirer.capture(part);
    expect(made).toMatchObject({ kind: 'done' });
    // Stripe tells none of a card that wasn't there.
    if (acquirer.name !== 'stripe') expect(approvalNumberOf(made)).toMatch(/^[0-9]{8}$/);
    expect(await acquirer.capture(part)).toEqual(made);
    expect(await acquirer.capture(change(payment, 1_000n))).toMatchObject({ kind: 'refused' });
    expect(await acquirer.void(change(payment, 10_000n))).toMatchObject({ kind: 'refused' });
  });

  test('voids, as often as it is asked, and doesn’t capture afterwards what it held', async () => {
    const payment = await authorised();
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'done' });
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'done' });
    // It doesn't know of a void who never held anything; then settlement sees to it.
    if (acquirer.charges_at_capture) return;
    expect(await acquirer.capture(change(payment, 1_000n))).toMatchObject({ kind: 'refused' });
  });

  test('doesn’t hold what was voided before', async () => {
    const payment = await announced();
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'done' });
    if (acquirer.charges_at_capture) return;
    expect(await acquirer.authorise(payment)).not.toEqual({ kind: 'authorised' });
    expect(await acquirer.lookUp(payment)).toMatchObject({ kind: 'declined' });
  });

  test('voids what it has declined', async () => {
    const payment = await announced(subject.declined);
    await acquirer.authorise(payment);
    expect(await acquirer.void(change(payment, 10_000n))).toEqual({ kind: 'done' });
  });

  test('refunds in parts, each once, and never more than was captured', async () => {
    const payment = await captured();
    const part = change(payment, 5_000n);
    expect(await acquirer.refund(part)).toEqual({ kind: 'done' });
    expect(await acquirer.refund(part)).toEqual({ kind: 'done' });
    expect(await acquirer.refund(change(payment, 3_001n))).toMatchObject({ kind: 'refused' });
    expect(await acquirer.refund(change(payment, 3_000n))).toEqual({ kind: 'done' });
  });

  /** All pages of what it lists between two moments. */
  async function listed(from: Date, until: Date): Promise<Movement[]> {
    const all: Movement[] = [];
    let after: string | null = null;
    do {
      const page: MovementsPage | undefined = await acquirer.list?.({ from, until, after });
      if (page?.kind !== 'page') throw new Error('It lists nothing.');
      all.push(...page.movements);
      after = page.next;
    } while (after !== null);
    return all;
  }

  test('lists what was captured and refunded, page by page, each once and by its payment', async () => {
    const payment = await captured();
    for (const part of [5_000n, 3_000n]) await acquirer.refund(change(payment, part));
    const now = new Date();
    const all = await listed(addMs(now, -HOUR_MS), addMs(now, HOUR_MS));
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(all.length);
    const ours = all.filter(
      ({ payment: of }) => of?.value === (of?.by === 'id' ? payment.payment_id : payment.reference),
    );
    const sum = (kind: Movement['kind']) =>
      ours.filter((each) => each.kind === kind).reduce((total, { amount_minor }) => total + amount_minor, 0n);
    expect([sum('charge'), sum('refund')]).toEqual([8_000n, -8_000n]);
    expect(ours.every(({ currency }) => currency === 'KRW')).toBe(true);
    expect(await listed(addMs(now, -3 * HOUR_MS), addMs(now, -2 * HOUR_MS))).toEqual([]);
  });

  test('that is down leaves everything unknown', async () => {
    const gone = await start();
    await gone.close?.();
    // What can't be taken down says nothing here.
    if (gone.close === undefined) return;
    const payment = { ...(await authorised()), reference: 'pi_1' };
    const unknown = { kind: 'unknown' };
    expect(await gone.acquirer.authorise(payment)).toEqual(unknown);
    expect(await gone.acquirer.lookUp(payment)).toEqual(unknown);
    expect(await gone.acquirer.logIn()).toEqual(unknown);
    for (const kind of ['capture', 'void', 'refund'] as const)
      expect(await gone.acquirer[kind](change(payment, 1n))).toEqual(unknown);
    expect(await gone.acquirer.list?.({ from: new Date(0), until: new Date(), after: null })).toEqual(
      unknown,
    );
  });
});

test.each<[string, () => Promise<Acquirer>]>([
  ['Stripe', async () => stripeAcquirer({ ...(await aStripe()), secret_key: 'sk_of_somebody_else' })],
  ['Toss Payments', async () => tossAcquirer({ ...(await aToss()), secret_key: 'sk_of_somebody_else' })],
  ['PortOne', async () => portOneAcquirer({ ...(await aPortOne()), api_secret: 'of_somebody_else' })],
])('%s refuses somebody else’s key', async (_name, open) => {
  expect(await (await open()).logIn()).toEqual({ kind: 'refused' });
});
