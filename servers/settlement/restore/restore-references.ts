import { sql } from '../../../kit/db/sql.ts';
import type { SettlementContext } from '../context.ts';
import { cardToken } from '../payments/card-token.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from '../payments/payment.ts';
import { find } from './made-payment.ts';

/**
 * What an acquirer calls the payments that were restored. Announcing one again gives its name of then, as long as the acquirer
 * remembers our id of it (a day, say); it counts only if the acquirer knows the authorisation by it.
 */
export async function restoreReferences(context: SettlementContext): Promise<void> {
  const named = context.acquirers.all().filter(({ announce }) => announce !== undefined);
  const found = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments
    where acquirer = any(${named.map(({ name }) => name)}) and acquirer_reference is null
      and status in ('authorised', 'captured')
    order by payment_id`.execute(context.db);
  for (const payment of found.rows) {
    const reference = await announcedAs(context, payment);
    const { payment_id, payer_party } = payment;
    if (reference === undefined)
      await find(context, payer_party, 'acquirer_reference_not_restored', { subject_id: payment_id });
    else
      await sql`
        update payments set acquirer_reference = ${reference}
        where payment_id = ${payment_id} and acquirer_reference is null`.execute(context.db);
  }
}

async function announcedAs(
  { db, acquirers, publicUrl }: SettlementContext,
  payment: PaymentRow,
): Promise<string | undefined> {
  const acquirer = acquirers.named(payment.acquirer);
  const token = await cardToken(db, payment);
  if (token === undefined) return undefined;
  const { payment_id, amount_minor, currency } = payment;
  const request = { payment_id, reference: null, token, amount_minor, currency, return_url: publicUrl };
  const announced = await acquirer.announce?.(request);
  if (announced?.kind !== 'done') return undefined;
  const { reference } = announced;
  const { kind } = await acquirer.lookUp({ payment_id, reference });
  return kind === 'authorised' ? reference : undefined;
}
