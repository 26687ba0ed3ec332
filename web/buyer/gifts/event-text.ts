import type { Order, Timeline } from '../api.ts';
import type { useWords } from '../words.ts';

type Words = ReturnType<typeof useWords>;
type Event = Timeline['events'][number];

/** Events that concern the buyer and need no detail; the rest is between the servers. */
const WITHOUT_DETAIL = [
  'ordered',
  'payment_authorised',
  'payment_declined',
  'recipient_confirmed',
  'payment_captured',
  'registered',
  'delivery_day_came',
  'resent',
  'recipient_called',
  'phone_check_failed',
  'calls_given_up',
  'recipient_corrected',
  'correction_refused',
  'accepted',
  'refused',
  'not_answered',
  'cancelled_by_buyer',
  'withdrawn_by_buyer',
  'cancelled_by_staff',
  'withdrawn_by_staff',
  'cancelled_by_shop',
  'withdrawn_by_shop',
  'shop_refused',
  'given_up',
  'left_out',
  'not_confirmed',
  'authorisation_released',
  'refunded',
  'refund_failed',
  'payment_disputed',
  'dispute_won',
  'dispute_lost',
  'certificate_unfrozen',
] as const;

const WITH_AMOUNT = ['certificate_expired', 'certificate_frozen', 'charged_back'] as const;

type UseDetail = { amount_minor: number; balance_minor?: number; currency: string; store_name?: string };

/** What is said otherwise of a gift that was paid for in cash. */
function cashTextOf(kind: string, { receipt_no }: NonNullable<Order['cash']>) {
  if (kind === 'payment_authorised') return 'cash_taken';
  if (kind === 'payment_declined') return 'cash_declined';
  const isOwed = kind === 'refunded' || (kind === 'authorisation_released' && receipt_no !== undefined);
  return isOwed ? 'cash_waits' : undefined;
}

/** An event in words, or undefined when it does not concern the buyer. */
export function eventText(
  { t }: Pick<Words, 't'>,
  { kind, detail }: Event,
  cash: Order['cash'],
): string | undefined {
  const ofCash = cash && cashTextOf(kind, cash);
  if (ofCash !== undefined) return t(`gifts.at_${ofCash}`);
  const known = WITHOUT_DETAIL.find((known) => known === kind);
  if (known !== undefined) return t(`gifts.at_${known}`);
  if (kind === 'letter_printed')
    return t(Object(detail).to === 'buyer' ? 'gifts.at_letter_to_buyer' : 'gifts.at_letter_to_recipient');
  if (kind === 'delivery_day_changed') {
    const day: unknown = Object(detail).after;
    return typeof day === 'string' ? t('gifts.at_delivery_day_changed', { day }) : t('gifts.at_sent_at_once');
  }
  const store = storeIn(detail);
  if (kind === 'issued') return t('gifts.at_issued', { store });
  if (!isUse(detail)) return undefined;
  const { currency } = detail;
  const amount = { amount_minor: detail.amount_minor, currency };
  const about = WITH_AMOUNT.find((known) => known === kind);
  if (about !== undefined) return t(`gifts.at_${about}`, { amount });
  if (kind !== 'used' && kind !== 'use_reversed') return undefined;
  return t(`gifts.at_${kind}`, {
    store,
    amount,
    left: { amount_minor: detail.balance_minor ?? 0, currency },
  });
}

function isUse(detail: unknown): detail is UseDetail {
  return (
    typeof detail === 'object' &&
    detail !== null &&
    'amount_minor' in detail &&
    typeof detail.amount_minor === 'number' &&
    'currency' in detail &&
    typeof detail.currency === 'string'
  );
}

function storeIn(detail: unknown): string {
  return typeof detail === 'object' &&
    detail !== null &&
    'store_name' in detail &&
    typeof detail.store_name === 'string'
    ? detail.store_name
    : '';
}
