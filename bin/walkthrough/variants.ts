import { ANSWERS } from './variants/answers.ts';
import { ENDINGS } from './variants/endings.ts';
import { LANDLINES } from './variants/landlines.ts';
import { PAYMENTS } from './variants/payments.ts';
import { RECIPIENTS } from './variants/recipients.ts';
import { USES } from './variants/uses.ts';
import type { Variant } from './variants/variant.ts';

/** In this order: later ones use what earlier ones left. */
export const VARIANTS: readonly Variant[] = [
  ...RECIPIENTS,
  ...PAYMENTS,
  ...ANSWERS,
  ...USES,
  ...LANDLINES,
  ...ENDINGS,
];
