import type { Authorisation, ChangeOutcome, ChangeRequest } from './port.ts';

export const UNKNOWN = { kind: 'unknown' } as const;
export const DONE = { kind: 'done' } as const;

/** What a provider that can't hold an amount says of a charge. A charge stays one when it is refunded. */
export type Charge = {
  state: { kind: 'charged' } | Extract<Authorisation, { kind: 'declined' | 'processing' }>;
  amount_minor: bigint;
  currency: string;
  approval_number: string | null;
};

/** A payment that was charged counts as authorised: a capture finds out that it has been made. */
export function authorisationOf({ state }: Charge): Authorisation {
  return state.kind === 'charged' ? { kind: 'authorised' } : state;
}

/** Whether this charge is the capture that was asked for. */
export function captureOf(
  { state, approval_number, ...charged }: Charge,
  { amount_minor, currency }: Pick<ChangeRequest, 'amount_minor' | 'currency'>,
): ChangeOutcome {
  if (state.kind === 'processing') return UNKNOWN;
  if (state.kind === 'declined') return state;
  return charged.amount_minor === amount_minor && charged.currency === currency
    ? { ...DONE, approval_number }
    : { kind: 'refused', reason: 'captured_otherwise' };
}

/** There is nothing to void but a charge, which can only be refunded. */
export function voidOf(found: Authorisation): ChangeOutcome {
  if (found.kind === 'authorised') return { kind: 'refused', reason: 'captured' };
  return found.kind === 'not_found' || found.kind === 'declined' ? DONE : UNKNOWN;
}
