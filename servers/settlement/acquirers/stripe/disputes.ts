import type Stripe from 'stripe';
import type { DisputeAtAcquirer } from '../port.ts';
import { hasCode } from './errors.ts';

/** A dispute as Stripe has it now (https://docs.stripe.com/disputes/how-disputes-work). */
export async function lookUpDispute(stripe: Stripe, reference: string): Promise<DisputeAtAcquirer> {
  try {
    const { payment_intent, amount, currency, reason, status, evidence_details } =
      await stripe.disputes.retrieve(reference);
    if (typeof payment_intent !== 'string') return { kind: 'not_found' };
    const { due_by } = evidence_details;
    return {
      kind: 'found',
      payment_reference: payment_intent,
      amount_minor: BigInt(amount),
      currency: currency.toUpperCase(),
      reason,
      state: stateOf(status),
      respond_by: due_by === null ? null : new Date(due_by * 1_000),
    };
  } catch (error) {
    return { kind: hasCode(error, 'resource_missing') ? 'not_found' : 'unknown' };
  }
}

/** An inquiry (`warning_…`) moves no money, nor does a dispute that was prevented. */
function stateOf(status: string): 'open' | 'won' | 'lost' {
  if (status === 'lost') return 'lost';
  return ['won', 'warning_closed', 'prevented'].includes(status) ? 'won' : 'open';
}
