import Type, { type TSchema } from 'typebox';

/** Shapes that several contracts share. Requests between servers are closed: unknown members are refused. */
export {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Day,
  Id,
  Timestamp,
} from '../kit/http/shapes.ts';
/** What people typed, as its parser left it. Each server parses what people type at its own doors. */
export { E164, Email, PersonName } from '../kit/typed/shapes.ts';

/**
 * An object that may have members which the contract does not name. Notices are open, because each is sent only once, in
 * order, to a server whose version may be older than the sender's.
 */
export function open<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties);
}

/** The party that money is ultimately for, e.g. `shop:haneul`. */
export const Payee = Type.String({ minLength: 1, maxLength: 64 });

export const PaymentMethodId = Type.String({ pattern: '^pm_[A-Za-z0-9_]{4,60}$' });

/** Where the payer's browser goes after a page of settlement. It is part of a signed request, so nobody else can set it. */
export const ReturnUrl = Type.String({ pattern: '^https?://[^\\s"\';]+$', maxLength: 500 });
