import Type, { type Static } from 'typebox';
import { addMs, HOUR_MS } from '../../../../kit/clock.ts';
import type { Acquirer, Movement, MovementsPage, MovementsRequest } from '../port.ts';
import { findTossPayment, readToss, type TossApi } from './api.ts';

const PAGE = 100;
/** Toss Payments writes Korean time, with or without saying so. */
const OFFSET = '+09:00';
const OFFSET_MS = 9 * HOUR_MS;

const Transaction = Type.Object({
  transactionKey: Type.String(),
  orderId: Type.String(),
  status: Type.String(),
  transactionAt: Type.String(),
  currency: Type.String(),
  amount: Type.Integer(),
});
const Settlement = Type.Object({
  transactionKey: Type.String(),
  orderId: Type.String(),
  currency: Type.String(),
  amount: Type.Integer(),
  payOutAmount: Type.Integer(),
  paidOutDate: Type.String(),
});

/**
 * Toss Payments' own books: first its transactions (https://docs.tosspayments.com/reference#거래-조회), then what it paid out
 * (https://docs.tosspayments.com/reference#정산), line by line and by the day, from which its fees follow. The pages of the second list
 * begin with `paid:`.
 */
export function tossList(ask: TossApi): NonNullable<Acquirer['list']> {
  return (request) =>
    request.after?.startsWith(PAID) === true ? paidOut(ask, request) : transactions(ask, request);
}

const PAID = 'paid:';
const UNKNOWN = { kind: 'unknown' } as const;

async function transactions(ask: TossApi, { from, until, after }: MovementsRequest): Promise<MovementsPage> {
  const query = new URLSearchParams({
    ...{ startDate: inKorea(from, 19), endDate: inKorea(until, 19), limit: String(PAGE) },
    ...(after === null ? {} : { startingAfter: after }),
  });
  const listed = readToss(Type.Array(Transaction), await ask('GET', `/v1/transactions?${query}`));
  if (listed.kind !== 'found') return UNKNOWN;
  const movements: Movement[] = [];
  for (const line of listed.body.filter(({ transactionAt }) =>
    isWithin(timeOf(transactionAt), { from, until }),
  )) {
    const movement = await movementOf(ask, line);
    if (movement === undefined) return UNKNOWN;
    movements.push(...movement);
  }
  const last = listed.body.at(-1)?.transactionKey;
  return { kind: 'page', movements, next: listed.body.length === PAGE && last ? last : `${PAID}1` };
}

/** Of a cancellation, the list has the payment's status and not surely its own amount, which is in the payment. */
async function movementOf(
  ask: TossApi,
  { transactionKey, orderId, status, transactionAt, currency, amount }: Static<typeof Transaction>,
): Promise<Movement[] | undefined> {
  const line = { reference: transactionKey, currency, fee_minor: 0n, at: timeOf(transactionAt) };
  const payment = { by: 'id', value: orderId } as const;
  if (status === 'DONE') return [{ ...line, kind: 'charge', payment, amount_minor: BigInt(amount) }];
  if (status !== 'CANCELED' && status !== 'PARTIAL_CANCELED') return [];
  const found = await findTossPayment(ask, orderId);
  if (found.kind !== 'found') return undefined;
  const cancel = found.body.cancels?.find((each) => each.transactionKey === transactionKey);
  const cancelled = BigInt(cancel?.cancelAmount ?? Math.abs(amount));
  return [{ ...line, kind: 'refund', payment, amount_minor: -cancelled }];
}

async function paidOut(ask: TossApi, { from, until, after }: MovementsRequest): Promise<MovementsPage> {
  const page = Number(after?.slice(PAID.length));
  const query = new URLSearchParams({
    ...{ startDate: inKorea(from, 10), endDate: inKorea(until, 10), dateType: 'paidOutDate' },
    ...{ page: String(page), size: String(PAGE) },
  });
  const listed = readToss(Type.Array(Settlement), await ask('GET', `/v1/settlements?${query}`));
  if (listed.kind !== 'found') return UNKNOWN;
  const movements = listed.body
    .filter(({ paidOutDate }) => isWithin(dayOf(paidOutDate), { from, until }))
    .flatMap(({ transactionKey, orderId, currency, amount, payOutAmount, paidOutDate }): Movement[] => {
      const at = dayOf(paidOutDate);
      const payment = { by: 'id', value: orderId } as const;
      const fee = amount - payOutAmount;
      return [
        {
          ...{ reference: `fee/${transactionKey}`, kind: 'fee', payment, currency, at },
          ...{ amount_minor: 0n, fee_minor: BigInt(fee) },
        },
        {
          ...{ reference: `payout/${transactionKey}`, kind: 'payout', payment, currency, at },
          ...{ amount_minor: BigInt(-payOutAmount), fee_minor: 0n },
        },
      ];
    });
  return { kind: 'page', movements, next: listed.body.length === PAGE ? `${PAID}${page + 1}` : null };
}

/** Its wall clock, to the second (19 characters) or the day (10). */
function inKorea(at: Date, characters: 10 | 19): string {
  return addMs(at, OFFSET_MS).toISOString().slice(0, characters);
}

function timeOf(written: string): Date {
  return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(written) ? written : `${written}${OFFSET}`);
}

const dayOf = (date: string) => timeOf(`${date}T00:00:00`);

function isWithin(at: Date, { from, until }: { from: Date; until: Date }): boolean {
  return at >= from && at < until;
}
