import { newId } from '../../kit/ids.ts';

type Content = Record<string, unknown>;

const STORE = { store_id: newId(), store_name: '하늘상점 종로점' };

/** What a shop's notice about a certificate says; the certificate has the order's id. */
export function aboutCertificate(orderId: string, more: Content = {}): Content {
  return { certificate_id: orderId, order_id: orderId, ...STORE, ...more };
}

/** A use in a store. Entry 1 of a certificate is its acceptance. */
export function aUseOf(
  orderId: string,
  amount: number,
  balance: number,
  entry: number,
  more: Content = {},
): Content {
  return aboutCertificate(orderId, {
    redemption_id: newId(),
    amount_minor: amount,
    balance_minor: balance,
    currency: 'KRW',
    entry_no: entry,
    channel: 'store',
    ...more,
  });
}

/** A reversal of that use, or of a part of it. */
export function aReversalOf(use: Content, amount: number, balance: number, entry: number): Content {
  const { channel: _channel, ...rest } = use;
  return { ...rest, amount_minor: amount, balance_minor: balance, entry_no: entry, reversal_id: newId() };
}
