import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestAuthorisation, TestPayment } from '../../contracts/test-acquirer.ts';
import { type Clock, SECOND_MS } from '../../kit/clock.ts';

type Card = { number: string; brand: string; behaviour: string };
type Asked = { behaviour: string; at: Date; code?: string };

const LATE_MS = 5 * SECOND_MS;
/** What the second step takes for the right answer. */
const RIGHT_CODE = '123456';
const UNKNOWN_CARD = { token: 'card_unknown', brand: 'unknown', behaviour: 'declined:do_not_honor' };

/**
 * Stands where a card network would: the cards of `demo/cards.json` behave as their row says, in the manner of the test
 * cards of payment providers. Behaviours: approved, declined:<reason>, second_step, late, never. What it was asked it
 * knows as long as it runs; it moves no money.
 */
export class TestAcquirer {
  readonly #clock: Clock;
  readonly #cards: ReadonlyMap<string, Card>;
  readonly #payments = new Map<string, Asked>();

  constructor(demoDataDir: string, clock: Clock) {
    this.#clock = clock;
    const cards: Card[] = JSON.parse(readFileSync(join(demoDataDir, 'cards.json'), 'utf8'));
    this.#cards = new Map(cards.map((card) => [tokenOf(card.number), card]));
  }

  /** A card that is none of ours has the same token as every other: nothing of its number is in it. */
  tokenise(number: string): { token: string; brand: string; last4: string } {
    const token = tokenOf(number);
    const { brand } = this.#cards.get(token) ?? UNKNOWN_CARD;
    return { token: this.#cards.has(token) ? token : UNKNOWN_CARD.token, brand, last4: number.slice(-4) };
  }

  authorise(paymentId: string, { token }: TestAuthorisation): TestPayment {
    const { behaviour } = this.#cards.get(token) ?? UNKNOWN_CARD;
    if (!this.#payments.has(paymentId)) this.#payments.set(paymentId, { behaviour, at: this.#clock() });
    return this.lookUp(paymentId) as TestPayment;
  }

  secondStep(paymentId: string, code: string): TestPayment | undefined {
    const asked = this.#payments.get(paymentId);
    if (asked !== undefined) asked.code ??= code;
    return this.lookUp(paymentId);
  }

  lookUp(payment_id: string): TestPayment | undefined {
    const asked = this.#payments.get(payment_id);
    return asked === undefined ? undefined : { payment_id, ...standingOf(asked, this.#clock()) };
  }
}

function standingOf({ behaviour, at, code }: Asked, now: Date): Omit<TestPayment, 'payment_id'> {
  const [kind, reason] = behaviour.split(':');
  switch (kind) {
    case 'approved':
      return { status: 'authorised' };
    case 'second_step':
      if (code === undefined) return { status: 'second_step' };
      return code === RIGHT_CODE
        ? { status: 'authorised' }
        : { status: 'declined', decline_reason: 'authentication_failed' };
    case 'late':
      return { status: now.getTime() >= at.getTime() + LATE_MS ? 'authorised' : 'processing' };
    case 'never':
      return { status: 'processing' };
    default:
      return { status: 'declined', decline_reason: reason as NonNullable<TestPayment['decline_reason']> };
  }
}

function tokenOf(number: string): string {
  return `card_${createHash('sha256').update(number).digest('hex').slice(0, 24)}`;
}
