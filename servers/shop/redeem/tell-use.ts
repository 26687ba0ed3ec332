import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { tellHolder } from '../certificates/tell-holder.ts';
import type { ShopContext } from '../context.ts';

/**
 * Tells whoever a certificate was handed over to that it was used, or a use reversed. Management tells the recipient, but
 * does not know later holders.
 */
export async function tellUse(
  context: ShopContext,
  tx: Tx,
  certificateId: string,
  kind: 'recipient.certificate_used' | 'recipient.use_reversed',
  {
    amount_minor,
    after_minor,
    currency,
    store_name,
  }: { amount_minor: bigint; after_minor: bigint; currency: string; store_name: string },
): Promise<void> {
  await tellHolder(context, tx, certificateId, {
    kind,
    amount: { amount_minor: minorToJson(amount_minor), currency },
    left: { amount_minor: minorToJson(after_minor), currency },
    store_name,
    at: context.clock(),
  });
}
