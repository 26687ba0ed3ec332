import { count, ofThisProcess } from './metrics/count.ts';
import { counter } from './metrics/definition.ts';
import { type Refusal, refuse } from './result.ts';

export const LOG_INS_FAILED = ofThisProcess(
  counter(
    'seonmul_log_ins_failed_total',
    'Log-ins with a wrong password, code or PIN, by who tried: staff, member or clerk.',
    ['who'],
  ),
);

/** Refuses a log-in for what was entered, and counts that. */
export function refuseLogIn<
  const Code extends 'credentials_wrong' | 'second_factor_wrong' | 'clerk_pin_wrong',
>(who: 'staff' | 'member' | 'clerk', code: Code, extra?: Readonly<Record<string, unknown>>): Refusal<Code> {
  count(LOG_INS_FAILED, { who });
  return refuse(code, extra);
}
