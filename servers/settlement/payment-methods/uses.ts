import type { PaymentMethodUses } from '../../../contracts/settlement-payment-methods.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { SettlementContext } from '../context.ts';

type Method = { payment_method_id: string; acquirer: string | null };

/**
 * Where a party's payment methods can be used, by how their acquirers are set up now. One from before there were acquirers'
 * tokens can't be used anywhere, nor can one whose acquirer is gone.
 */
export async function readUses(
  { db, acquirers }: Pick<SettlementContext, 'db' | 'acquirers'>,
  payerParty: string,
  { ids, currencies }: { ids: readonly string[]; currencies: readonly string[] },
): Promise<PaymentMethodUses> {
  const found = await sql<Method>`
    select payment_method_id, acquirer from payment_methods
    where payment_method_id = any(${ids}) and payer_party = ${payerParty}`.execute(db);
  return {
    payment_methods: found.rows.map(({ payment_method_id, acquirer }) => ({
      payment_method_id,
      ...(acquirer === null ? { currencies: [] } : { acquirer, ...acquirers.uses(acquirer, currencies) }),
    })),
  };
}
