import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { type OwnFact, writeFacts } from '../../../kit/journal/write.ts';
import { type AccountKey, postTransfer } from '../../../kit/ledger/ledger.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { Movement } from '../acquirers/port.ts';
import { acquirerFees, cardReceivable, paidIn } from '../books/accounts.ts';
import { OWN_PARTY } from '../context.ts';

/** A movement with the id that its acquirer and its reference give it. */
export type NamedMovement = Movement & { movement_id: string };

type Booking = { kind: 'acquirer_fee' | 'acquirer_payout'; to: AccountKey; amount_minor: bigint };

/**
 * Books what only the acquirer can tell: its fees, and what it paid to our bank account. Both lower what it owes us. Everything
 * else that it tells moves nothing in our books, since payments and disputes are booked by what was asked and answered.
 */
export async function bookMovements(
  tx: Tx,
  acquirer: string,
  movements: readonly NamedMovement[],
  now: Date,
): Promise<void> {
  const facts: OwnFact[] = [];
  for (const movement of movements) {
    const { movement_id, reference, currency } = movement;
    for (const { kind, to, amount_minor } of bookingsOf(acquirer, movement)) {
      const owed = cardReceivable(currency);
      const sides = amount_minor > 0n ? { debit: to, credit: owed } : { debit: owed, credit: to };
      const amount = amount_minor > 0n ? amount_minor : -amount_minor;
      await postTransfer(tx, { ...sides, amount_minor: amount, code: kind, subject_id: movement_id }, now);
      facts.push({
        ...{
          party: OWN_PARTY,
          kind,
          fact_id: derivedId(kind, movement_id),
          at: now,
          subject_id: movement_id,
        },
        content: { acquirer, reference, currency, amount_minor: minorToJson(amount_minor) },
      });
    }
  }
  await writeFacts(tx, facts);
}

function bookingsOf(acquirer: string, movement: Movement): Booking[] {
  const { kind, amount_minor, fee_minor, currency } = movement;
  const fee = kind === 'fee' ? fee_minor - amount_minor : fee_minor;
  const payout = kind === 'payout' ? -amount_minor : 0n;
  const all: Booking[] = [
    { kind: 'acquirer_fee', to: acquirerFees(acquirer, currency), amount_minor: fee },
    { kind: 'acquirer_payout', to: paidIn(acquirer, currency), amount_minor: payout },
  ];
  return all.filter((booking) => booking.amount_minor !== 0n);
}
