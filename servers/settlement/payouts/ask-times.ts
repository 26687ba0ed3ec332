import { addMs, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import type { Bank } from '../banks/port.ts';
import type { PayoutRow } from './payout.ts';

const FIRST_MS = 5 * SECOND_MS;
const LATER_MS_MAX = 30 * MINUTE_MS;
/** A payment may come back for some days after it was made. */
const COMES_BACK_MS = 14 * DAY_MS;
const PAID_MS = 6 * HOUR_MS;

/** When a bank is first asked about a payment that it has just been sent. One that reports in files is not asked. */
export function firstAsk(bank: Bank, now: Date): Date | null {
  return bank.lookUp === undefined ? null : addMs(now, FIRST_MS);
}

/** When it is asked again about a payment that it is still at: soon at first, then now and then. */
export function nextAsk({ sent_at }: Pick<PayoutRow, 'sent_at'>, now: Date): Date {
  const waited = now.getTime() - (sent_at ?? now).getTime();
  return addMs(now, Math.min(Math.max(FIRST_MS, waited), LATER_MS_MAX));
}

/** When it is asked whether a payment came back after all; null once that is over. */
export function nextAskOfPaid(bank: Bank, { paid_at }: Pick<PayoutRow, 'paid_at'>, now: Date): Date | null {
  const isOver = now.getTime() - (paid_at ?? now).getTime() >= COMES_BACK_MS;
  return bank.lookUp === undefined || isOver ? null : addMs(now, PAID_MS);
}
