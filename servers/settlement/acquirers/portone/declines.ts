import type { DeclineReason } from '../port.ts';
import { tossDecline } from '../toss/declines.ts';

/**
 * Why a charge failed, by the code of the payment company behind PortOne's channel. Each company has codes of its own; those of
 * Toss Payments are known. The others are only known to say no.
 */
export function portOneDecline(pgCode: string | undefined): DeclineReason {
  return tossDecline(pgCode ?? '') ?? 'do_not_honor';
}
