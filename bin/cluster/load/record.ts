/** What became of a request, as far as its client can tell. Unknown: it may have been done, or not. */
export type Outcome = 'done' | 'refused' | 'unknown';
export type Kind = 'sale' | 'reversal' | 'order' | 'confirmation' | 'acceptance';

/** One request, in the client's own words: a line of its record. */
export type Entry = {
  kind: Kind;
  /** Its idempotency key. A sale carries it as its reference, an order as its message. */
  key: string;
  outcome: Outcome;
  /** The status, or why there is none. */
  why: string;
  begun: number;
  ended: number;
  /** What it is about: the redemption that was reversed, the order that was confirmed. */
  subject?: string;
  /** It got no answer in the time in which each must be answered. */
  hung?: true;
};

/** What the player is given. */
export type Settings = {
  file: string;
  run: string;
  urls: { management: string; shop: string; sandbox: string };
  tills: readonly { token: string; phone: string; pin: string; certificate_id: string }[];
  buyers: readonly { token: string; card: string }[];
  /** The first of the recipients that gifts are sent to. */
  firstRecipient: number;
};
