import type { TestBankPayment, TestBatch } from '../../contracts/test-bank.ts';
import { type Clock, HOUR_MS } from '../../kit/clock.ts';

type Payment = TestBatch['payments'][number] & { at: Date };
type Fate = Pick<TestBankPayment, 'status' | 'reason'>;

/** How long the slow accounts take, and how long a payment stays on an account that sends it back. */
const SLOW_MS = HOUR_MS;
const SENT_BACK_MS = HOUR_MS;

/**
 * Stands in for a bank. What becomes of a payment follows from the last digits of its account: 0001 is closed, 0002 sends money
 * back after an hour, 0003 takes an hour, and every other one has it at once. Payments are kept in memory, and no money moves.
 */
export class TestBank {
  readonly #clock: Clock;
  readonly #payments = new Map<string, Payment>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Each payment is made once, whatever batch it comes in. Returns how many were new. */
  take({ payments }: TestBatch): number {
    const fresh = payments.filter(({ payout_id }) => !this.#payments.has(payout_id));
    for (const payment of fresh) this.#payments.set(payment.payout_id, { ...payment, at: this.#clock() });
    return fresh.length;
  }

  lookUp(payoutId: string): TestBankPayment | undefined {
    const payment = this.#payments.get(payoutId);
    if (payment === undefined) return undefined;
    const { amount_minor, currency } = payment;
    return { payout_id: payoutId, amount_minor, currency, ...this.#fateOf(payment) };
  }

  #fateOf({ account, at }: Payment): Fate {
    const waited = this.#clock().getTime() - at.getTime();
    if (account.endsWith('0001')) return { status: 'rejected', reason: 'AC04' };
    if (account.endsWith('0002') && waited >= SENT_BACK_MS) return { status: 'returned', reason: 'AC06' };
    return { status: account.endsWith('0003') && waited < SLOW_MS ? 'pending' : 'paid' };
  }
}
