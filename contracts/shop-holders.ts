import Type, { type Static } from 'typebox';
import { MAIN_LOCALES } from '../kit/format/locale.ts';
import { PHONE_CHECK_REFUSALS } from '../kit/phone-checks.ts';
import { PIN_REFUSALS } from '../kit/pin-policy.ts';
import { refusals } from '../kit/result.ts';
import { AmountMinorOrZero, Currency, closed, E164, Id, PersonName, Timestamp } from './common.ts';

/** Management → shop, all signed: what a holder does by telephone, without a page of the shop. All POSTs have an Idempotency-Key. */
export const HOLDER_PATHS = {
  balanceInquiries: '/v1/peer/balance-inquiries',
  unlockCodes: '/v1/peer/unlock-codes',
  unlocks: '/v1/peer/unlocks',
  pinChanges: '/v1/peer/pin-changes',
  handOvers: '/v1/peer/hand-overs',
  handOverConfirmations: '/v1/peer/hand-over-confirmations',
  handOverAcceptances: '/v1/peer/hand-over-acceptances',
  stores: '/v1/peer/stores',
} as const;

/** A pseudonym of the caller, by which the shop limits guesses as it does by address. Only management can resolve it. */
const caller = Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' });
/** How a code is to be told; by default as the phone number allows. */
const by = Type.Optional(Type.Enum(['text', 'call']));
/** A holder's phone number with its PIN and what belongs to it, sealed for the shop server (`HolderProof`). */
const proof = { proof_id: Id, caller, sealed_proof: Type.String({ minLength: 1, maxLength: 4096 }) };

/** POST balance-inquiries: the certificates of a phone number and PIN. */
export const ASK_BALANCE_REFUSALS = refusals(
  'sealed_pin_unreadable',
  'rate_limited',
  'certificate_locked',
  'certificate_frozen', // the PIN was right
  'certificate_expired', // the PIN was right; `expired_on` says on which day
  'pin_or_phone_wrong',
);
export const AskBalance = closed(proof);
export type AskBalance = Static<typeof AskBalance>;
export const Balances = closed({
  certificates: Type.Array(
    closed({
      last4: Type.String(),
      balance_minor: AmountMinorOrZero,
      currency: Currency,
      expires_at: Timestamp,
    }),
  ),
});
export type Balances = Static<typeof Balances>;

/**
 * POST unlock-codes: tells a code to the phone, by text or, where it takes none or the caller wishes so, by a call of
 * management's phone line; the answer is the same if it has no certificate.
 */
export const SEND_UNLOCK_CODE_REFUSALS = refusals('phone_number_invalid', 'rate_limited');
export const SendUnlockCode = closed({ phone: E164, locale: Type.Enum([...MAIN_LOCALES]), by, caller });
export type SendUnlockCode = Static<typeof SendUnlockCode>;
export const UnlockCodeSent = closed({
  expires_in_minutes: Type.Integer(),
  /** Missing from a shop that only texts. */
  sent_by: Type.Optional(Type.Enum(['text', 'call'])),
});

/** POST unlocks: unlocks with the code, and sets a new PIN. */
export const UNLOCK_REFUSALS = refusals(
  'sealed_pin_unreadable',
  'rate_limited',
  'phone_number_invalid',
  'code_not_digits',
  'verification_code_wrong',
  'verification_code_expired',
  ...PIN_REFUSALS,
  ...PHONE_CHECK_REFUSALS,
);
export const UnlockByProof = closed(proof);
export type UnlockByProof = Static<typeof UnlockByProof>;
export const Unlocked = closed({ unlocked: Type.Integer({ minimum: 0 }) });

/** POST pin-changes: a new PIN by the old one, for all certificates that the old one opens. The proof holds both. */
export const CHANGE_PIN_REFUSALS = refusals(
  ...ASK_BALANCE_REFUSALS,
  ...PIN_REFUSALS, // the new one
);
export const ChangePin = closed(proof);
export type ChangePin = Static<typeof ChangePin>;
export const PinChanged = closed({ changed: Type.Integer({ minimum: 1 }) });

/**
 * POST hand-overs: begins to hand a certificate over to another phone. A code is told to the holder's own phone, whoever
 * begins; nothing else happens until that code is entered.
 */
export const HAND_OVER_BY_PROOF_REFUSALS = refusals(
  ...ASK_BALANCE_REFUSALS,
  'certificate_not_found', // also if several are open and none, or not one of them, is named
  'phone_number_invalid', // of the other phone
  'verification_expired',
  'certificate_not_active',
  'hand_over_not_allowed', // to oneself, with no balance left, or during a hold
  ...PHONE_CHECK_REFUSALS,
);
export const HandOverByProof = closed({
  ...proof,
  to_phone: E164,
  /** Which certificate, by its last four digits as in the balances; needed only if several are open. */
  last4: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
  locale: Type.Enum([...MAIN_LOCALES]),
  /** How the holder is told the code. */
  by,
});
export type HandOverByProof = Static<typeof HandOverByProof>;
export const HandOverBegun = closed({
  /** Until when the holder's code can be entered. */
  expires_at: Timestamp,
  sent_by: Type.Enum(['text', 'call']),
});

/**
 * POST hand-over-confirmations: the hand-over that was begun last goes on with the holder's code, which the proof holds
 * beside phone number and PIN: the other phone is told a code of its own. The certificate stays the holder's until that
 * phone accepts it. A hand-over that was open already is replaced.
 */
export const CONFIRM_HAND_OVER_BY_PROOF_REFUSALS = refusals(
  ...ASK_BALANCE_REFUSALS,
  'verification_expired',
  'certificate_not_found',
  'certificate_not_active',
  'hand_over_not_found', // none was begun
  'hand_over_not_allowed', // by now, nothing is left, or there is a hold
  'code_not_digits',
  'verification_code_wrong',
  'verification_code_expired',
);
export const ConfirmHandOverByProof = closed({
  ...proof,
  locale: Type.Enum([...MAIN_LOCALES]),
  /** How the other phone is told its code. */
  by,
});
export type ConfirmHandOverByProof = Static<typeof ConfirmHandOverByProof>;
export const HandOverOpened = closed({
  /** Until when the other phone can accept it. */
  expires_at: Timestamp,
  sent_by: Type.Enum(['text', 'call']),
});

/**
 * POST hand-over-acceptances: the other phone takes all that was handed over to it, by the code and a new PIN. `name` is
 * the subscriber's as the carrier has it, if it has one; a member of the shop keeps the name that the shop knows.
 */
export const TAKE_HAND_OVER_REFUSALS = refusals(
  'sealed_pin_unreadable',
  'rate_limited',
  'phone_number_invalid',
  'code_not_digits',
  'verification_code_wrong',
  'verification_code_expired',
  'recipient_unknown', // neither a member nor named; the code stays valid
  ...PIN_REFUSALS, // the code stays valid
  'hand_over_not_found', // none is open, or its certificate can't be handed over now, such as during a hold
);
export const TakeHandOver = closed({ ...proof, name: Type.Optional(PersonName) });
export type TakeHandOver = Static<typeof TakeHandOver>;

/** A page of a map, which people open. */
export const MAP_URL = '^https://[^\\s"\'<>]+$';

/**
 * GET stores?locale=ko&with=maps: where certificates are accepted, for callers who ask; without the online shop. Maps are for
 * whoever asks for them: an older management server takes no answer that has any.
 */
export const AskStores = closed({
  locale: Type.Enum([...MAIN_LOCALES]),
  with: Type.Optional(Type.Literal('maps')),
});
export type AskStores = Static<typeof AskStores>;
export const Stores = closed({
  stores: Type.Array(
    closed({
      store_id: Id,
      name: Type.String(),
      /** Plain text of the shop's, as are the address and the opening hours: `종로구`, `매일 10:00–21:00`. */
      district: Type.Optional(Type.String()),
      address: Type.Optional(Type.String()),
      opening_hours: Type.Optional(Type.String()),
      phone: Type.Optional(E164),
      map_url: Type.Optional(Type.String({ maxLength: 500, pattern: MAP_URL })),
    }),
  ),
});
export type Stores = Static<typeof Stores>;
