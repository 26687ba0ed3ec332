import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { PAYMENT_METHOD_PATHS } from '../../contracts/settlement-payment-methods.ts';
import { PAYMENTS_PATH } from '../../contracts/settlement-payments.ts';
import { PAYOUTS_PATH } from '../../contracts/settlement-payouts.ts';
import { addMs, MINUTE_MS } from '../../kit/clock.ts';
import { type CardPart, sealCard } from '../../kit/sealed-card.ts';
import { pollAcquirer } from '../../servers/settlement/payments/poll-acquirer.ts';
import { pollRequests } from '../../servers/settlement/payments/poll-requests.ts';
import type { Door } from '../builders/door.ts';
import { PAYEE, PAYER, type Settlement } from '../builders/settlement.ts';
import type { Verb } from './every-statement.ts';

/** What is done with a payment, with whichever acquirer. */
export function paymentVerbs(settlement: Settlement, door: Door): Verb[] {
  const { authorisation, authorised, captured, expireClaim, janitor } = toolsOf(settlement, door);
  return [
    {
      name: 'authorise',
      async prepare() {
        const body = authorisation(randomUUID());
        return (key) => door('POST', PAYMENTS_PATH, body, key);
      },
      expireClaim,
      janitor,
    },
    {
      name: 'capture',
      async prepare() {
        const url = await authorised();
        return (key) => door('POST', `${url}/captures`, { amount_minor: 4_000 }, key);
      },
      expireClaim,
      janitor,
    },
    {
      name: 'void',
      async prepare() {
        const url = await authorised();
        return (key) => door('POST', `${url}/voids`, {}, key);
      },
      expireClaim,
      janitor,
    },
    {
      name: 'refund',
      async prepare() {
        const url = await captured();
        return (key) => door('POST', `${url}/refunds`, { amount_minor: 4_000, reason: 'refused' }, key);
      },
      expireClaim,
      janitor,
    },
  ];
}

/** Everything that settlement's peers have it do. */
export function settlementVerbs(settlement: Settlement, door: Door): Verb[] {
  const { captured, expireClaim } = toolsOf(settlement, door);
  return [
    ...paymentVerbs(settlement, door),
    {
      name: 'a keyed card',
      async prepare() {
        const card_entry_id = randomUUID();
        const sealed = (part: CardPart, digits: string) =>
          sealCard(settlement.sealing, { card_entry_id, part, digits });
        const body = {
          card_entry_id,
          payer_reference: randomUUID(),
          sealed_number: await sealed('number', '4242424242424242'),
          sealed_expiry: await sealed('expiry', '1290'),
          sealed_security_code: await sealed('security_code', '123'),
        };
        return (key) => door('POST', PAYMENT_METHOD_PATHS.keyedCards, body, key);
      },
      expireClaim,
    },
    {
      name: 'payout',
      async prepare() {
        await captured();
        const body = {
          payout_id: randomUUID(),
          payee: PAYEE,
          gross_minor: 3_000,
          commission_minor: 75,
          currency: 'KRW',
          used_from: '2026-01-01T00:00:00Z',
          used_until: '2026-02-01T00:00:00Z',
          reads_states: true,
        };
        return (key) => door('POST', PAYOUTS_PATH, body, key);
      },
    },
  ];
}

function toolsOf(settlement: Settlement, door: Door) {
  const authorisation = (order_id: string) => ({
    order_id,
    payer_reference: PAYER,
    payment_method_id: settlement.methods.get('approved'),
    payee: PAYEE,
    amount_minor: 5_000,
    currency: 'KRW',
  });
  async function authorised(): Promise<string> {
    const orderId = randomUUID();
    expect((await door('POST', PAYMENTS_PATH, authorisation(orderId))).status).toBe(201);
    return `${PAYMENTS_PATH}/by-order/${orderId}`;
  }
  async function captured(): Promise<string> {
    const url = await authorised();
    expect((await door('POST', `${url}/captures`, { amount_minor: 4_000 })).status).toBe(200);
    return url;
  }
  /** The acquirer is called between two transactions, so the dead process's claim must expire before a retry continues. */
  function expireClaim(): void {
    settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
  }
  async function janitor(): Promise<void> {
    expireClaim();
    await pollAcquirer(settlement.context);
    while ((await pollRequests(settlement.context)) > 0);
  }
  return { authorisation, authorised, captured, expireClaim, janitor };
}
