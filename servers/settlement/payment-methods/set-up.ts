import type { PaymentMethodSetup, SET_UP_REFUSALS } from '../../../contracts/settlement-payment-methods.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Use } from '../acquirers/acquirers.ts';
import type { SettlementContext } from '../context.ts';

const SETUP_MINUTES = 30;

/** Creates a card session, where a party's customer enters a card. Only the digest of its token is stored. */
export async function setUpPaymentMethod(
  context: SettlementContext,
  {
    payerParty,
    payerReference,
    returnUrl,
    sharedDevice = false,
    use = {},
    evidence,
  }: {
    payerParty: string;
    payerReference: string;
    returnUrl?: string | undefined;
    sharedDevice?: boolean | undefined;
    /** What the card is to pay for: one acquirer or another does. */
    use?: Use;
    evidence: Evidence;
  },
): Promise<Result<PaymentMethodSetup, RefusalOf<typeof SET_UP_REFUSALS>>> {
  const acquirer = context.acquirers.choose(use);
  if (acquirer === undefined) return refuse('currency_unsupported');
  const now = context.clock();
  const expires = addMs(now, SETUP_MINUTES * MINUTE_MS);
  const token = newToken('setup', context.random);
  const setupId = newId();
  await inTransaction(context.db, async (tx) => {
    const evidenceId = await storeEvidence(tx, evidence);
    await sql`
      insert into payment_method_setups
        (setup_id, payer_party, payer_reference, return_url, shared_device, token_digest, expires_at, evidence_id,
          acquirer, created_at)
      values (${setupId}, ${payerParty}, ${payerReference}, ${returnUrl ?? null},
        ${sharedDevice && returnUrl !== undefined}, ${tokenDigest(token)}, ${expires}, ${evidenceId}, ${acquirer.name}, ${now})`.execute(
      tx,
    );
  });
  return done({
    setup_id: setupId,
    card_entry_url: `${context.publicUrl}/v1/card-entries/${token}`,
    expires_at: expires.toISOString(),
  });
}
