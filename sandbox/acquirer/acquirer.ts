import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  TEST_CHANGES,
  TestAuthorisation,
  TestChange,
  TestMovements,
  TestPayment,
} from '../../contracts/test-acquirer.ts';
import { type Clock, SECOND_MS } from '../../kit/clock.ts';
import type { MovementFile } from './movement-file.ts';

type Card = { number: string; brand: string; behaviour: string };
type Authorisation = {
  behaviour: string;
  at: Date;
  code?: string;
  amount_minor: number;
  captured_minor: number | null;
  refunded_minor: number;
  voided: boolean;
  /** The captures, voids and refunds that were done. */
  changes: Set<string>;
};

const LATE_MS = 5 * SECOND_MS;
/** The correct code of the second step. */
const CORRECT_CODE = '123456';
const UNKNOWN_CARD = { token: 'card_unknown', brand: 'unknown', behaviour: 'declined:do_not_honor' };

/**
 * Stands in for a card network. Like the test cards of payment providers, each card of `demo/cards.json` has a behaviour:
 * approved, declined:<reason>, second_step, late or never. Authorisations are kept in memory, and no money moves; what would
 * have moved is kept in a file, since it is asked for days later.
 */
export class TestAcquirer {
  readonly #clock: Clock;
  readonly #cards: ReadonlyMap<string, Card>;
  readonly #payments = new Map<string, Authorisation>();
  readonly #movements: MovementFile;

  constructor(demoDataDir: string, clock: Clock, movements: MovementFile) {
    this.#clock = clock;
    this.#movements = movements;
    const cards: Card[] = JSON.parse(readFileSync(join(demoDataDir, 'cards.json'), 'utf8'));
    this.#cards = new Map(cards.map((card) => [tokenOf(card.number), card]));
  }

  /** All cards that are not test cards share one token, which reveals nothing of their numbers. */
  tokenise(number: string): { token: string; brand: string; last4: string } {
    const token = tokenOf(number);
    const { brand } = this.#cards.get(token) ?? UNKNOWN_CARD;
    return { token: this.#cards.has(token) ? token : UNKNOWN_CARD.token, brand, last4: number.slice(-4) };
  }

  authorise(paymentId: string, { token, amount_minor }: TestAuthorisation): TestPayment {
    const { behaviour } = this.#cards.get(token) ?? UNKNOWN_CARD;
    if (!this.#payments.has(paymentId))
      this.#payments.set(paymentId, anAuthorisation(behaviour, amount_minor, this.#clock()));
    return this.lookUp(paymentId) as TestPayment;
  }

  secondStep(paymentId: string, code: string): TestPayment | undefined {
    const authorisation = this.#payments.get(paymentId);
    if (authorisation !== undefined) authorisation.code ??= code;
    return this.lookUp(paymentId);
  }

  /**
   * Undefined if it can't be done. What was authorised before this process was started is forgotten: such a payment may
   * have been of any amount.
   */
  change(
    kind: (typeof TEST_CHANGES)[number],
    paymentId: string,
    requestId: string,
    { amount_minor: amount, currency }: TestChange,
  ): TestPayment | undefined {
    const forgotten = anAuthorisation('approved', Number.MAX_SAFE_INTEGER, this.#clock());
    const payment = this.#payments.get(paymentId) ?? forgotten;
    if (payment === forgotten && kind === 'refunds') payment.captured_minor = payment.amount_minor;
    this.#payments.set(paymentId, payment);
    if (!payment.changes.has(requestId)) {
      if (!change(payment, kind, amount, this.#clock())) return undefined;
      payment.changes.add(requestId);
      if (kind !== 'voids')
        this.#movements.add({
          reference: requestId,
          kind: kind === 'captures' ? 'charge' : 'refund',
          payment_id: paymentId,
          ...{ amount_minor: amount, currency },
          at: this.#clock().toISOString(),
        });
    }
    return this.lookUp(paymentId);
  }

  movements(from: string, until: string, after: number): TestMovements {
    return this.#movements.page(new Date(from), new Date(until), after);
  }

  lookUp(payment_id: string): TestPayment | undefined {
    const authorisation = this.#payments.get(payment_id);
    if (authorisation === undefined) return undefined;
    const state = stateOf(authorisation, this.#clock());
    const approval_number = approvalNumberOf(payment_id);
    return { payment_id, ...state, ...(state.status === 'captured' ? { approval_number } : {}) };
  }
}

/** Eight digits, as a card's bank would give. */
function approvalNumberOf(paymentId: string): string {
  const digest = createHash('sha256').update(paymentId).digest();
  return String(digest.readUInt32BE() % 100_000_000).padStart(8, '0');
}

function anAuthorisation(behaviour: string, amount_minor: number, at: Date): Authorisation {
  const untouched = { captured_minor: null, refunded_minor: 0, voided: false };
  return { behaviour, at, amount_minor, ...untouched, changes: new Set() };
}

function change(
  payment: Authorisation,
  kind: (typeof TEST_CHANGES)[number],
  amount: number,
  now: Date,
): boolean {
  const { status } = stateOf(payment, now);
  switch (kind) {
    case 'captures':
      if (status !== 'authorised' || amount > payment.amount_minor) return false;
      payment.captured_minor = amount;
      return true;
    case 'voids':
      if (status === 'captured') return false;
      payment.voided = true;
      return true;
    case 'refunds':
      if (payment.captured_minor === null || payment.refunded_minor + amount > payment.captured_minor)
        return false;
      payment.refunded_minor += amount;
      return true;
  }
}

function stateOf(
  { behaviour, at, code, captured_minor, voided }: Authorisation,
  now: Date,
): Omit<TestPayment, 'payment_id'> {
  if (voided) return { status: 'voided' };
  if (captured_minor !== null) return { status: 'captured' };
  const [kind, reason] = behaviour.split(':');
  switch (kind) {
    case 'approved':
      return { status: 'authorised' };
    case 'second_step':
      if (code === undefined) return { status: 'second_step' };
      return code === CORRECT_CODE
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
