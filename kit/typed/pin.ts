import { done, type Result, refuse } from '../result.ts';
import { groupedDigits } from './digits.ts';

/** Every shop's policy must lie within these bounds. */
export const PIN_DIGITS_MIN = 4;
export const PIN_DIGITS_MAX = 12;

/**
 * Parses a PIN as people write it, `486 215` or `４８６２１５`. What can't be anybody's PIN is refused and is no attempt at
 * one. Whether a new PIN is a good one is the policy's question (`kit/pin-policy.ts`).
 */
export function parsePin(raw: string): Result<string, 'pin_not_digits' | 'pin_wrong_length'> {
  const pin = groupedDigits(raw);
  if (pin === undefined) return refuse('pin_not_digits');
  if (pin.length < PIN_DIGITS_MIN || pin.length > PIN_DIGITS_MAX) return refuse('pin_wrong_length');
  return done(pin);
}
