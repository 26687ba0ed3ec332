import { sql } from '../../../kit/db/sql.ts';
import type { TextOutcome } from '../../../kit/texts/providers.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { Channel } from '../messages/reach.ts';

export type Message = {
  message_id: string;
  subject_id: string;
  channel: Channel;
  address: string;
  fallback_channel: Channel | null;
  fallback_address: string | null;
  locale: Locale;
  kind: string;
  vars_sealed: Buffer | null;
  /** The entry of its gift's certificate that it tells of, where what it says is read from the books. */
  entry_no: bigint | null;
  attempts: number;
  /** Whose attempt this is, while it is being sent. */
  sending_claim: string | null;
};

/** The columns of `messages` that make a `Message`. */
export const MESSAGE_COLUMNS = sql`
  message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed, entry_no,
  attempts, sending_claim`;

/** The outcome of an attempt to send a message. */
export type AttemptOutcome = TextOutcome;
