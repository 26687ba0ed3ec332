import type { CHARGE_BACK_REFUSALS, ChargeBack, ChargedBack } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { takeCancelled } from './cancel-certificate.ts';
import { certificateState, lockCertificate } from './certificates.ts';
import { tellHolder } from './tell-holder.ts';
import { unfreeze } from './unfreeze-certificate.ts';

/**
 * The dispute was lost: cancels what is left, if the loss is no less, and tells the holder. What is still held at a till is
 * released. If more is left than was lost, the certificate is freed: nobody takes a part of it.
 */
export async function chargeBack(
  context: ShopContext,
  tx: Tx,
  { operator, certificateId, factId }: { operator: string; certificateId: string; factId: string },
  { uncovered_minor }: ChargeBack,
  evidence: Evidence,
): Promise<Result<ChargedBack, RefusalOf<typeof CHARGE_BACK_REFUSALS>>> {
  const certificate = await lockCertificate(tx, operator, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  const { state, balance_minor, currency, expires_at } = certificate;
  const now = context.clock();
  const state_now = state === 'active' && expires_at <= now ? 'expired' : state;
  if (state_now !== 'frozen' && state_now !== 'active') return refuse('wrong_state', { state_now });
  const evidenceId = await storeEvidence(tx, evidence);
  if (balance_minor > minorFromJson(uncovered_minor)) {
    const freed =
      state === 'frozen'
        ? await unfreeze(context, tx, certificate, { factId, evidenceId })
        : certificateState(certificate);
    return done({ ...freed, cancelled_minor: 0 });
  }
  await releaseHolds(tx, certificateId);
  await takeCancelled(context, tx, certificate, { reason: 'charged_back', evidenceId });
  const cancelled_minor = minorToJson(balance_minor);
  const left = { amount_minor: cancelled_minor, currency };
  await tellHolder(context, tx, certificateId, { kind: 'recipient.certificate_charged_back', left, at: now });
  return done({
    ...certificateState({ ...certificate, state: 'cancelled', balance_minor: 0n }),
    cancelled_minor,
  });
}

async function releaseHolds(tx: Tx, certificateId: string): Promise<void> {
  await sql`
    with released as (
      update holds set state = 'released' where certificate_id = ${certificateId} and state = 'held')
    update certificate_balances set held_minor = 0 where certificate_id = ${certificateId}`.execute(tx);
}
