/**
 * Terminal → management → shop: a gift of the shop that is bought for cash at one of its own tills. The shop itself is the
 * payment's books: it has the money, and settlement is not asked. To management it is a payment through the shop, with the
 * bodies and answers of `settlement-payments.ts`, whose payment method names the terminal.
 */

/** What a terminal's page orders with in place of a card. */
export const CASH = 'cash';

/** The beginning of every payment method that is cash; a shop that takes none knows no such method. */
export const CASH_METHODS = 'pm_cash_';
const FORM = /^pm_cash_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The payment method: cash at this terminal. */
export function cashMethodAt(terminalId: string): string {
  return `${CASH_METHODS}${terminalId.replaceAll('-', '').toLowerCase()}`;
}

/** The terminal at which it is paid in cash; undefined if it is a card. */
export function cashTerminalOf(paymentMethodId: string): string | undefined {
  const parts = FORM.exec(paymentMethodId)?.slice(1);
  return parts?.join('-');
}

export function isCash(paymentMethodId: string): boolean {
  return cashTerminalOf(paymentMethodId) !== undefined;
}
