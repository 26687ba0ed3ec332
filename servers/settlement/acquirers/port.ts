import type { DeclineReason } from '../../../contracts/settlement-payments.ts';
import type { CardPart } from '../../../kit/sealed-card.ts';

export type { DeclineReason };

export type Card = {
  card_number: string;
  expiry_month: number;
  expiry_year: number;
  /** Missing only in a card keyed in by phone, for an acquirer whose `keyed_cards` don't name it. */
  security_code?: string;
};

/** What settlement stores of a card. A digit of `last4` that the acquirer doesn't tell is `*`. */
export type CardToken = { token: string; brand: string; last4: string };

/** The month in which a card expires. */
export type CardExpiry = Pick<Card, 'expiry_month' | 'expiry_year'>;

/** A card that its payer entered at the acquirer. */
export type CardAtAcquirer = CardToken & {
  /** Null if the acquirer doesn't tell. */
  expiry: CardExpiry | null;
  /** The same for one card, whoever entered it; null if the acquirer has nothing of the kind. */
  fingerprint: string | null;
};

/** Where one card is entered at the acquirer. */
export type CardPageRequest = {
  setup_id: string;
  /** Where the browser goes when the card was entered, and when the payer goes back without entering one. */
  return_url: string;
  cancel_url: string;
};

/**
 * The acquirer's own element, where a card is entered, in a page of ours: its script is loaded from the acquirer, and started by
 * `web/recipient/card-element.js` with these parameters when the payer wants to enter a card.
 */
export type CardElement = {
  provider: 'portone' | 'toss';
  script: string;
  /** From where the script loads frames and data, and to where it sends the browser. */
  origins: readonly string[];
  parameters: Readonly<Record<string, string>>;
};

/** A page of the acquirer's own, or its element in a page of ours. */
export type CardPlace = { kind: 'open'; url: string } | { kind: 'element'; element: CardElement };

/** `returned` is what the browser brought back in the query of `return_url`. It is a stranger's word, to be checked by asking. */
export type CardPageVisit = CardPageRequest & {
  reference: string;
  returned: Readonly<Record<string, string>>;
};
export type CardPageState =
  /** With `failed`, the payer has just been there and no card was entered. */
  | (CardPlace & { failed?: boolean })
  | { kind: 'entered'; card: CardAtAcquirer }
  /** It ran out, or what was entered can't be paid with. */
  | { kind: 'closed' }
  | { kind: 'unknown' };

export type PaymentAtAcquirer = {
  /** Settlement's own payment id, which is the idempotency key: a repeated request does nothing. */
  payment_id: string;
  /** What the acquirer calls the payment; null if it takes none by announcement, or if this one was not announced. */
  reference: string | null;
};

export type AuthorisationRequest = PaymentAtAcquirer & {
  token: string;
  amount_minor: bigint;
  currency: string;
  /** Where the browser comes back to, if the acquirer sends it elsewhere for the second step. */
  return_url: string;
};

/**
 * The state of an authorisation. `unknown` means that no readable answer arrived; `not_found`, that the acquirer has never
 * received a request for this payment.
 */
export type Authorisation =
  | { kind: 'authorised' }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'processing' }
  /** With the address of the page where the payer takes it, unless that is a code given to `secondStep`. */
  | { kind: 'second_step'; url?: string }
  | { kind: 'not_found' }
  | { kind: 'unknown' };

/** A capture, void or refund. `request_id` is its idempotency key: a repeated request does nothing but say what came of it. */
export type ChangeRequest = PaymentAtAcquirer & {
  request_id: string;
  amount_minor: bigint;
  currency: string;
};

/** The card's token, for an acquirer that charges at capture; null for the others, which know it since the authorisation. */
export type CaptureRequest = ChangeRequest & { token: string | null };

/**
 * What came of a capture, void or refund. `refused` is final, and so is `declined`: the card's bank refuses to be charged, which
 * only an acquirer that charges at capture says. `not_found`: the acquirer has never received a request for the payment.
 * `unknown`: no readable answer arrived, or it is not decided yet; the request is repeated until it is.
 */
export type ChangeOutcome =
  /** With the number by which the card's bank approved a capture, if the acquirer tells it. */
  | { kind: 'done'; approval_number?: string | null }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'refused'; reason: string }
  | { kind: 'not_found' }
  | { kind: 'unknown' };

export type LogIn = { kind: 'done' } | { kind: 'refused' } | { kind: 'unknown' };

export type WebhookRequest = {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As it came, since a signature covers it. */
  body: string;
  now: Date;
};

/** What something was told of, by the acquirer's name for it or our own id: a reason to ask, and nothing more. */
export type Hint =
  | { kind: 'payment' | 'dispute'; reference: string }
  | { kind: 'payment'; payment_id: string };

/** A dispute between a card's owner and us, which the card's bank decides. A lost one takes the money back. */
export type DisputeAtAcquirer =
  | {
      kind: 'found';
      payment_reference: string;
      amount_minor: bigint;
      currency: string;
      reason: string;
      state: 'open' | 'won' | 'lost';
      /** Until when the acquirer takes what speaks against it. */
      respond_by: Date | null;
    }
  | { kind: 'not_found' }
  | { kind: 'unknown' };

/** What an acquirer says it did with money: one line of its own books. */
export type Movement = {
  /** The acquirer's name for this line, which is never used again. */
  reference: string;
  kind: 'charge' | 'refund' | 'charge_back' | 'charge_back_reversal' | 'fee' | 'payout' | 'other';
  /** Which payment it belongs to: by our own id, or by the acquirer's reference. Null if it belongs to none. */
  payment: { by: 'id' | 'reference'; value: string } | null;
  /** Before the fee. Positive: towards us. */
  amount_minor: bigint;
  /** What the acquirer keeps of it; negative if it gives a fee back. */
  fee_minor: bigint;
  currency: string;
  at: Date;
};

/** Of the movements from `from` until just before `until`; `after` is the `next` of the page before, and null for the first. */
export type MovementsRequest = { from: Date; until: Date; after: string | null };
export type MovementsPage =
  | { kind: 'page'; movements: Movement[]; next: string | null }
  | { kind: 'unknown' };

/**
 * A provider that authorises card payments; each has a folder beside this file. It is called outside any transaction, and
 * any call may be repeated. Nothing here throws when the provider cannot be reached: the result is `unknown`.
 */
export type Acquirer = {
  /** As the operator named it. Stored with each token, because a token is only valid where it was issued. */
  name: string;
  /** Whether no money moves; the payer's pages then say so and show the code of the second step. */
  is_test: boolean;
  /** Which parts it needs of a card that the payer keys in on a phone; false if it takes no such cards. */
  keyed_cards: false | readonly CardPart[];
  /**
   * Whether it can't hold an amount: `authorise` checks what can be checked and holds nothing, and `capture` charges, which the
   * card's bank may decline. `void` makes sure that nothing was charged.
   */
  charges_at_capture: boolean;
  /** Whether it counts amounts of this currency in the same minor unit as we do. */
  takes(currency: string): boolean;
  /** Missing if cards are only entered at a page of its own. */
  tokenise?(
    card: Card,
  ): Promise<{ kind: 'done'; card: CardToken } | { kind: 'refused' } | { kind: 'unknown' }>;
  /** Missing if cards are entered at our page. Opening one twice is harmless. */
  card_page?: {
    open(
      request: CardPageRequest,
    ): Promise<{ kind: 'done'; reference: string; at: CardPlace } | { kind: 'unknown' }>;
    read(visit: CardPageVisit): Promise<CardPageState>;
  };
  /**
   * Of an acquirer that names payments itself: announces one, which moves no money. Its reference is saved before the payment
   * is authorised, so no payment is ever authorised that can't be asked about and voided.
   */
  announce?(
    request: AuthorisationRequest,
  ): Promise<{ kind: 'done'; reference: string } | { kind: 'unknown' }>;
  authorise(request: AuthorisationRequest): Promise<Authorisation>;
  /** Submits the code that the card's bank sent to the payer. Missing if the second step is taken at a page of others. */
  secondStep?(paymentId: string, code: string): Promise<Authorisation>;
  /** Whether it lets us in; moves no money. `unknown`: it can't be reached, or its answer says nothing. */
  logIn(): Promise<LogIn>;
  lookUp(payment: PaymentAtAcquirer): Promise<Authorisation>;
  /** Charges an authorised amount, in full or in part; the rest is released. Once for a payment. */
  capture(request: CaptureRequest): Promise<ChangeOutcome>;
  /** Releases what was authorised. Done, too, if nothing is authorised any more, and if it was declined. */
  void(request: ChangeRequest): Promise<ChangeOutcome>;
  /** Returns captured money, in full or in part, as often as something is left. */
  refund(request: ChangeRequest): Promise<ChangeOutcome>;
  /** Missing if nothing can be disputed there. */
  lookUpDispute?(reference: string): Promise<DisputeAtAcquirer>;
  /** One page of what it did with money, for reconciliation. Missing if the acquirer has no such list. */
  list?(request: MovementsRequest): Promise<MovementsPage>;
  /**
   * The same of what a payout of its list pays, known by the payout's reference; the payout itself may be among it. Missing if
   * the acquirer says it of none.
   */
  listPaid?(request: { payout: string; after: string | null }): Promise<MovementsPage | { kind: 'not_told' }>;
  /** Missing if it tells nothing by itself. `hear` returns undefined for whatever the acquirer can't have sent, and never throws. */
  webhook?: { hear(request: WebhookRequest): Hint[] | undefined };
};
