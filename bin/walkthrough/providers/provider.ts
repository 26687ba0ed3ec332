/** A payment provider that stands in for the real one, as the walk-through meets it. */
export type Provider = {
  name: string;
  /** Its entry in `ACQUIRERS_FILE`. */
  entry: Record<string, unknown> & { name: string };
  /** What a payer does who opens a card session's link; returns the address at which their browser comes back to us. */
  enterCard(link: string, card: 'plain' | 'second_step'): Promise<string>;
  /** The same with the link of a second step; missing where there is none. */
  takeSecondStep?(link: string): Promise<string>;
  /** How much was captured and refunded there, in all. */
  moved(): { captured: number; refunded: number };
  close(): Promise<void>;
};
