import { addMs, MINUTE_MS } from '../../kit/clock.ts';
import { inTransaction, type Tx } from '../../kit/db/transaction.ts';
import { newId } from '../../kit/ids.ts';
import { generateSealingKeyPair } from '../../kit/sealed.ts';
import { stripeAcquirer } from '../../servers/settlement/acquirers/stripe/stripe.ts';
import { testAcquirer } from '../../servers/settlement/acquirers/test/test-acquirer.ts';
import { tossAcquirer } from '../../servers/settlement/acquirers/toss/toss.ts';
import { banks } from '../../servers/settlement/banks/banks.ts';
import { testBank } from '../../servers/settlement/banks/test/test-bank.ts';
import { type SettlementContext, settlementLimits } from '../../servers/settlement/context.ts';
import { confirmAccount } from '../../servers/settlement/payee-accounts/decide-account.ts';
import { enterAccount } from '../../servers/settlement/payee-accounts/enter-account.ts';
import { visitCardPage } from '../../servers/settlement/payment-methods/card-at-acquirer.ts';
import { enterCard, tokeniseCard } from '../../servers/settlement/payment-methods/enter-card.ts';
import { setUpPaymentMethod } from '../../servers/settlement/payment-methods/set-up.ts';
import { authorise } from '../../servers/settlement/payments/authorise.ts';
import { capture } from '../../servers/settlement/payments/capture.ts';
import { refund } from '../../servers/settlement/payments/refund.ts';
import { voidPayment } from '../../servers/settlement/payments/void.ts';
import { askBanks } from '../../servers/settlement/payouts/ask-banks.ts';
import { gatherBatches } from '../../servers/settlement/payouts/gather-batch.ts';
import { payOut } from '../../servers/settlement/payouts/pay-out.ts';
import { sendBatches } from '../../servers/settlement/payouts/send-batch.ts';
import { aStripe } from '../stand-ins/acquirers/stripe.ts';
import { aToss } from '../stand-ins/acquirers/toss.ts';
import { anAcquirer, onlyAcquirer } from './acquirer.ts';
import { aBase, anEvidence, STAFF_OPTIONAL, TERMS } from './base.ts';
import { aStaffMember } from './sessions.ts';

const CARDS = {
  approved: '4242424242424242',
  declined: '4000000000009995',
  secondStep: '4000002500003155',
  late: '4000000000000077',
  never: '4000000000000341',
} as const;

export const PAYER = '01980000-0000-7000-8000-000000000001';
export const PAYEE = 'shop:haneul';

/** The token of a new card session. */
export async function aCardSession(
  context: SettlementContext,
  about: Partial<Parameters<typeof setUpPaymentMethod>[1]> = {},
): Promise<string> {
  const own = { payerParty: 'management', payerReference: PAYER, evidence: anEvidence() };
  const made = await setUpPaymentMethod(context, { ...own, ...about });
  if (!made.ok) throw new Error(made.code);
  return made.value.card_entry_url.split('/').at(-1) ?? '';
}

/** In the demo's bank, an account that has everything at once. */
export const ACCOUNT = '110234567890';
const APPROVAL_ABOVE: ReadonlyMap<string, bigint> = new Map([['KRW', 10_000_000n]]);

/** Enters an account of a payee and has somebody else confirm it. Returns its id. */
async function anAccount(context: SettlementContext, number: string, payee = PAYEE): Promise<string> {
  const [first, second] = [
    await aStaffMember({ context }, 'treasurer'),
    await aStaffMember({ context }, 'treasurer'),
  ];
  return inTransaction(context.db, async (tx) => {
    const written = { payee, currency: 'KRW', account: { bank_code: '088', number }, holder: '하늘상점' };
    const entered = await enterAccount(context, tx, first, written);
    if (!entered.ok) throw new Error(entered.code);
    const { account_id } = entered.value;
    const confirmed = await confirmAccount(context, tx, second, account_id);
    if (!confirmed.ok) throw new Error(confirmed.code);
    return account_id;
  });
}
export type Settlement = Awaited<ReturnType<typeof aSettlement>>;

/** A settlement server's context on a real database, with a payment method for each test card, and its verbs. */
export async function aSettlement() {
  const base = await aBase('settlement');
  const acquirer = await anAcquirer(base.clock);
  const sealing = await generateSealingKeyPair('seal-settlement');
  const context: SettlementContext = {
    ...base,
    settings: {
      ...{ ...STAFF_OPTIONAL, ...TERMS, reconcileHour: '4', approvalAbove: APPROVAL_ABOVE },
    } as SettlementContext['settings'],
    limits: settlementLimits(base),
    sealingKeys: new Map([['seal-settlement', sealing.privateJwk]]),
    acquirers: onlyAcquirer(testAcquirer(acquirer)),
    banks: banks([{ bank: testBank({ name: 'test', url: acquirer.url }) }]),
  };
  const run = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(base.db, work);
  const methods = new Map<string, string>();
  for (const [name, number] of Object.entries(CARDS)) {
    const token = await aCardSession(context);
    const card = { card_number: number, expiry_month: 12, expiry_year: 2090, security_code: '123' };
    const tokenised = await tokeniseCard(context, token, card);
    const entered = await run((tx) => enterCard(context, tx, token, card, tokenised));
    if (!entered.ok) throw new Error(entered.code);
    methods.set(name, entered.value.payment_method_id);
  }

  return {
    context,
    base: {
      ...base,
      async drop() {
        await acquirer.close();
        await base.drop();
      },
    },
    /** To seal values for it. */
    sealing: sealing.publicJwk,
    /** The cards' payment methods. */
    methods,
    acquirer,
    bank: acquirer.bank,
    /** An account that `payee` is paid to from now on. */
    anAccount: (number = ACCOUNT, payee = PAYEE) => anAccount(context, number, payee),
    authorise: (order_id: string, amount_minor: number, card: keyof typeof CARDS = 'approved') =>
      authorise(context, {
        paymentId: newId(),
        payerParty: 'management',
        evidence: anEvidence(),
        input: {
          order_id,
          payer_reference: PAYER,
          payment_method_id: methods.get(card) ?? '',
          payee: PAYEE,
          amount_minor,
          currency: 'KRW',
        },
      }),
    capture: (orderId: string, amount_minor: number) =>
      capture(context, {
        ...{ requestId: newId(), payerParty: 'management', orderId, input: { amount_minor } },
        evidence: anEvidence(),
      }),
    void: (orderId: string) => run((tx) => voidPayment(context, tx, 'management', orderId, anEvidence())),
    refund: (orderId: string, amount_minor: number) =>
      refund(context, {
        ...{ requestId: newId(), payerParty: 'management', orderId, evidence: anEvidence() },
        input: { amount_minor, reason: 'refused' },
      }),
    payOut: (payout_id: string, gross_minor: number, commission_minor: number) =>
      run((tx) =>
        payOut(
          context,
          tx,
          'management',
          {
            payout_id,
            payee: PAYEE,
            gross_minor,
            commission_minor,
            currency: 'KRW',
            used_from: '2026-01-01T00:00:00Z',
            used_until: '2026-02-01T00:00:00Z',
            reads_states: true,
          },
          anEvidence(),
        ),
      ),
    /** What the jobs do of payouts until nothing is due any more; `ms` pass in between, so that banks are asked. */
    async payoutJobs(ms = MINUTE_MS) {
      while ((await gatherBatches(context)) > 0);
      while ((await sendBatches(context)) > 0);
      base.time.now = addMs(base.time.now, ms);
      while ((await askBanks(context)) > 0);
    },
  };
}

/** The same whose only acquirer is Toss Payments, which charges at capture; its cards are entered at its element. */
export async function aTossSettlement() {
  const settlement = await aSettlement();
  const { context, base, methods } = settlement;
  const standIn = await aToss();
  context.acquirers = onlyAcquirer(tossAcquirer(standIn));
  for (const [name, declined] of [['approved'], ['declined', 'REJECT_CARD_PAYMENT']] as const) {
    const session = await aCardSession(context);
    const page = await visitCardPage(context, session);
    if (page?.kind !== 'element') throw new Error('There is no element.');
    const returned = standIn.enterCard(page.element.parameters.customer_key ?? '', declined);
    const entered = await visitCardPage(context, session, returned);
    if (entered?.kind !== 'entered') throw new Error('No card was entered.');
    methods.set(name, entered.payment_method_id);
  }
  return {
    ...settlement,
    standIn,
    base: {
      ...base,
      async drop() {
        await standIn.close();
        await base.drop();
      },
    },
  };
}

/** The same whose only acquirer is Stripe, and whose cards are entered at Stripe's page. */
export async function aStripeSettlement() {
  const settlement = await aSettlement();
  const { context, base } = settlement;
  const standIn = await aStripe(base.clock);
  context.acquirers = onlyAcquirer(stripeAcquirer(standIn));
  return {
    ...settlement,
    standIn,
    async aCard(paymentMethod: string): Promise<string> {
      const session = await aCardSession(context);
      const page = await visitCardPage(context, session);
      if (page?.kind !== 'open') throw new Error('The page is not open.');
      standIn.enterCard(page.url, paymentMethod);
      const entered = await visitCardPage(context, session);
      if (entered?.kind !== 'entered') throw new Error('No card was entered.');
      return entered.payment_method_id;
    },
    async close() {
      await standIn.close();
      await base.drop();
    },
  };
}
