import Type, { type Static } from 'typebox';
import { MAIN_LOCALES } from '../kit/format/locale.ts';
import { refusals } from '../kit/result.ts';
import { AmountMinorOrZero, Currency, closed, E164, Id, Timestamp } from './common.ts';

/**
 * POST, at management: a shop has something said by phone to somebody whose number takes no texts, or who asked for a
 * call. The words are management's; the shop names their kind and variables. The notice's id is the idempotency key.
 */
export const SPOKEN_NOTICES_PATH = '/v1/peer/spoken-notices';

const About = {
  notice_id: Id,
  phone: E164,
  locale: Type.Enum([...MAIN_LOCALES]),
} as const;
const Money = closed({ amount_minor: AmountMinorOrZero, currency: Currency });

/** A code that its owner is waiting for: called at once, at any time of day, and not after `expires_at`. */
const SpokenCode = closed({
  ...About,
  kind: Type.Enum([
    'account.verification_code',
    'account.unlock_code',
    'account.checkout_code',
    'recipient.hand_over_begun',
    'recipient.hand_over',
  ]),
  /** {notice_id, code} for management alone (`kit/sealed-code.ts`): a signed request is kept as evidence. */
  sealed_code: Type.String({ minLength: 1, maxLength: 4096 }),
  expires_at: Timestamp,
  /** Who is to have the certificate, for its holder who hands it over. */
  to_phone: Type.Optional(E164),
  /** What a hand-over is about; masked name of the holder, and the balance. */
  giver_name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  left: Type.Optional(Money),
  /** What a checkout is about to take. */
  amount: Type.Optional(Money),
});

/** News of a certificate for whoever holds it: gathered into one call within the permitted hours. */
const SpokenNews = closed({
  ...About,
  kind: Type.Enum([
    'recipient.handed_over',
    'recipient.pin_changed',
    'recipient.certificate_locked',
    'recipient.opened_by_clerk',
    'recipient.certificate_expiring',
    'recipient.certificate_expired',
    'recipient.certificate_frozen',
    'recipient.certificate_unfrozen',
    'recipient.locked_by_staff',
    'recipient.unlocked_by_staff',
    'recipient.certificate_charged_back',
    'recipient.certificate_used',
    'recipient.use_reversed',
  ]),
  /** The certificate that it is about. */
  certificate_id: Id,
  /** The balance; of a use or reversal, after it. */
  left: Type.Optional(Money),
  /** The amount used or given back. */
  amount: Type.Optional(Money),
  /** Where it was used, given back or opened. */
  store_name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** When it happened or, of an expiry, when it will. */
  at: Timestamp,
});

export const SpokenNotice = Type.Union([SpokenCode, SpokenNews]);
export type SpokenNotice = Static<typeof SpokenNotice>;
export type SpokenCode = Static<typeof SpokenCode>;
export type SpokenNews = Static<typeof SpokenNews>;

/** The answer: it will be said. Whether it was heard is management's business. */
export const SpokenNoticeTaken = closed({ notice_id: Id });

export const TAKE_SPOKEN_NOTICE_REFUSALS = refusals(
  'validation_failed', // something is missing that this kind of notice says
  'phone_number_invalid', // a number that nobody can be called at
  'service_unavailable', // no phone line
  'rate_limited', // calls to that phone
  'sealed_code_unreadable',
  'certificate_not_found', // news of a certificate that is not the shop's
);
