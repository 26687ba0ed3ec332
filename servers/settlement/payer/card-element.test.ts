import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import {
  aCardSession,
  aSettlement,
  PAYEE,
  PAYER,
  type Settlement,
} from '../../../test/builders/settlement.ts';
import { aPortOne } from '../../../test/stand-ins/acquirers/portone.ts';
import { aToss } from '../../../test/stand-ins/acquirers/toss.ts';
import { portOneAcquirer } from '../acquirers/portone/portone.ts';
import { tossAcquirer } from '../acquirers/toss/toss.ts';
import { createSettlementApp } from '../app.ts';
import { readPaymentMethod } from '../payment-methods/read.ts';
import { authorise } from '../payments/authorise.ts';
import { capture } from '../payments/capture.ts';
import { findPayment } from '../payments/payment.ts';
import { pollRequests } from '../payments/poll-requests.ts';

const BACK = 'http://management.test/give/card';

async function toss() {
  const standIn = await aToss();
  return {
    ...{ acquirer: tossAcquirer(standIn), standIn, customer: 'customer_key', script: 'js.tosspayments.com' },
    /** How the card is read. */
    reads: 'POST' as const,
    event: (id: string) => ({ headers: {}, body: standIn.event(id, 'DONE') }),
    brand: 'Shinhan',
    charges: (id: string) => (standIn.payments.has(id) ? 1 : 0),
  };
}
async function portOne() {
  const standIn = await aPortOne();
  return {
    ...{ acquirer: portOneAcquirer(standIn), standIn, customer: 'customer_id', script: 'cdn.portone.io' },
    reads: 'GET' as const,
    event: (id: string, at: Date) => standIn.event(id, 'Transaction.Paid', at),
    brand: '신한카드',
    charges: (id: string) => (standIn.payments.has(id) ? 1 : 0),
  };
}

describe.each([
  ['Toss Payments', toss],
  ['PortOne', portOne],
])('%s', (_name, start) => {
  let settlement: Settlement;
  let subject: Awaited<ReturnType<typeof toss | typeof portOne>>;
  let app: App;
  beforeAll(async () => {
    settlement = await aSettlement();
    subject = await start();
    settlement.context.acquirers = onlyAcquirer(subject.acquirer);
    app = await createSettlementApp(settlement.context);
  });
  afterAll(async () => {
    await app?.close();
    await subject?.standIn.close();
    await settlement?.base.drop();
  });

  const visit = async (link: string, query: Record<string, string> = {}) => {
    const answer = await app.inject({ method: 'GET', url: link, query });
    const parameters = /data-parameters="([^"]*)"/.exec(answer.body)?.[1]?.replaceAll('&quot;', '"');
    return {
      ...{ status: answer.statusCode, location: String(answer.headers.location ?? ''), body: answer.body },
      policy: String(answer.headers['content-security-policy']),
      customer: parameters === undefined ? '' : JSON.parse(parameters)[subject.customer],
      return_url: parameters === undefined ? '' : JSON.parse(parameters).return_url,
    };
  };
  const aLink = async () => `/v1/card-entries/${await aCardSession(settlement.context, { returnUrl: BACK })}`;

  async function aCard(): Promise<string> {
    const link = await aLink();
    const back = await visit(link, subject.standIn.enterCard((await visit(link)).customer));
    return new URL(back.location).searchParams.get('payment_method_id') ?? '';
  }

  test('a card is entered at its element in our page, which lets in only what that needs, and is saved once', async () => {
    const link = await aLink();
    const page = await visit(link);
    expect(page.status).toBe(200);
    expect(page.policy).toContain(`script-src 'self' https://${subject.script};`);
    expect(page.policy).not.toContain('unsafe');
    expect(page.body).toContain(`src="https://${subject.script}/`);
    expect(new URL(page.return_url).pathname).toBe(link);
    expect((await visit(link)).customer).toBe(page.customer);
    const returned = subject.standIn.enterCard(page.customer);
    const back = await visit(link, returned);
    expect(back.location).toMatch(/^http:\/\/management\.test\/give\/card\?payment_method_id=pm_/);
    expect(await visit(link, returned)).toEqual(back);
    expect(await visit(link)).toEqual(back);
    const id = new URL(back.location).searchParams.get('payment_method_id') ?? '';
    const { value } = {
      value: undefined,
      ...(await readPaymentMethod(settlement.context, 'management', id)),
    };
    expect(value).toEqual({
      ...{ payment_method_id: id, payer_reference: PAYER, brand: subject.brand, last4: '123*' },
      charged_at_capture: true,
    });
  });

  test('what the browser says is not believed: another customer’s card is not taken', async () => {
    const [link, other] = [await aLink(), await aLink()];
    await visit(link);
    const ofAnother = subject.standIn.enterCard((await visit(other)).customer);
    const refused = await visit(link, ofAnother);
    expect([refused.status, refused.location]).toEqual([200, '']);
    expect(refused.body).toContain('카드를 등록하지 못했어요');
    const invented = { authKey: 'auth_invented', billingKey: 'billing-key-invented' };
    expect((await visit(link, invented)).body).toContain('카드를 등록하지 못했어요');
  });

  test('who comes back without a card can try again, until the session has expired', async () => {
    const link = await aLink();
    const { customer } = await visit(link);
    const back = await visit(link, { code: 'PAY_PROCESS_CANCELED', message: 'The payer went back.' });
    expect(back.body).toContain('카드를 등록하지 못했어요');
    expect(back.body).not.toContain('The payer went back.');
    expect(back.customer).toBe(customer);
    const before = settlement.base.time.now;
    settlement.base.time.now = addMs(before, 31 * MINUTE_MS);
    expect((await visit(link)).status).toBe(404);
    settlement.base.time.now = before;
  });

  test.each(['break', 'lose', 500] as const)(
    'waits while there is no answer (%s), and takes the card by reloading',
    async (fault) => {
      const link = await aLink();
      const returned = subject.standIn.enterCard((await visit(link)).customer);
      subject.standIn.failNext(subject.reads, fault);
      const waiting = await visit(link, returned);
      expect([waiting.status, waiting.location]).toEqual([200, '']);
      expect((await visit(link, returned)).location).toContain('payment_method_id=');
    },
  );

  test('a charge whose answer was lost is booked once the webhook has it asked about', async () => {
    const [order_id, paymentId] = [randomUUID(), randomUUID()];
    const about = { payerParty: 'management', evidence: anEvidence() };
    const input = { payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency: 'KRW' };
    const payment_method_id = await aCard();
    const paid = await authorise(settlement.context, {
      ...{ ...about, paymentId },
      input: { ...input, order_id, payment_method_id },
    });
    expect(paid).toMatchObject({ value: { status: 'authorised' } });
    expect(subject.charges(paymentId)).toBe(0);
    subject.standIn.failNext('POST', 'lose');
    const captured = await capture(settlement.context, {
      ...{ payerParty: 'management', evidence: anEvidence(), requestId: randomUUID() },
      ...{ orderId: order_id, input: { amount_minor: 8_000 } },
    });
    expect(captured).toMatchObject({ code: 'payment_unknown' });
    settlement.base.time.now = addMs(settlement.base.time.now, SECOND_MS);
    expect(await pollRequests(settlement.context)).toBe(0);
    const { headers, body } = subject.event(paymentId, settlement.base.time.now);
    for (const _ of [1, 2]) {
      const told = await app.inject({
        ...{ method: 'POST', url: `/v1/acquirers/${subject.acquirer.name}/webhook`, payload: body },
        headers: { 'content-type': 'application/json', ...headers },
      });
      expect(told.statusCode).toBe(200);
    }
    expect(await pollRequests(settlement.context)).toBe(1);
    const found = await findPayment(settlement.base.db, 'management', order_id);
    expect(found).toMatchObject({ status: 'captured', captured_minor: 8_000n });
    expect(subject.charges(paymentId)).toBe(1);
  });
});
