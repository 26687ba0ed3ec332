import { StateBadge } from '../parts.tsx';
import { useCodes } from '../words.ts';

/** The states of a payment, and the colour of each. */
const COLORS = {
  processing: 'yellow',
  requires_action: 'yellow',
  authorised: 'blue',
  captured: 'teal',
  refunded: 'gray',
  voided: 'gray',
  expired: 'gray',
  declined: 'red',
} as const;
type State = keyof typeof COLORS;
export const PAYMENT_STATES = Object.keys(COLORS).filter(isState);

function isState(text: string): text is State {
  return Object.hasOwn(COLORS, text);
}

export function PaymentState({ of }: { of: string }) {
  const codes = useCodes();
  return <StateBadge color={isState(of) ? COLORS[of] : 'gray'}>{codes('state', of)}</StateBadge>;
}
