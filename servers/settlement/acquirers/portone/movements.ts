import Type from 'typebox';
import type { Acquirer, Movement } from '../port.ts';
import { type PortOneApi, PortOnePayment, readPortOne } from './api.ts';

const PAGE = 100;
const Page = Type.Object({ items: Type.Array(PortOnePayment) });

/**
 * What PortOne knows of money: payments with their refunds (https://developers.portone.io/api/rest-v2/payment). They are found by
 * when their state last changed, and those that changed later are among them, since that change isn't the first. The oldest come first,
 * so nothing is skipped while the list grows. Fees and payouts are known to the payment company alone.
 */
export function portOneList(ask: PortOneApi, storeId: string): NonNullable<Acquirer['list']> {
  return async ({ from, until, after }) => {
    const number = Number(after ?? 0);
    const filter = {
      ...{ storeId, timestampType: 'STATUS_CHANGED_AT', from: from.toISOString() },
      ...{ sortBy: 'REQUESTED_AT', sortOrder: 'ASC' },
    };
    const query = new URLSearchParams({
      requestBody: JSON.stringify({ page: { number, size: PAGE }, filter }),
    });
    const listed = readPortOne(Page, await ask('GET', `/payments?${query}`));
    if (listed.kind !== 'found') return { kind: 'unknown' };
    const { items } = listed.body;
    return {
      kind: 'page',
      movements: items.flatMap(movementsOf).filter(({ at }) => at >= from && at < until),
      next: items.length === PAGE ? String(number + 1) : null,
    };
  };
}

function movementsOf(payment: PortOnePayment): Movement[] {
  const { id, amount, currency, paidAt, cancellations = [] } = payment;
  // It failed, or is not decided yet.
  if (paidAt === undefined) return [];
  const line = { currency, payment: { by: 'id', value: id }, fee_minor: 0n } as const;
  return [
    {
      ...{ ...line, reference: `charge/${id}`, kind: 'charge', at: new Date(paidAt) },
      amount_minor: BigInt(amount.total),
    },
    ...cancellations
      .filter(({ status }) => status === 'SUCCEEDED')
      .map((made) => ({
        ...{ ...line, reference: `refund/${made.id}`, kind: 'refund' as const },
        at: new Date(made.cancelledAt ?? made.requestedAt),
        amount_minor: BigInt(-made.totalAmount),
      })),
  ];
}
