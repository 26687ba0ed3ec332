import type { WordingPart } from '../../../../kit/wordings/kinds.ts';
import type { IdempotencyHeaders } from '../../idempotent-mutation.ts';

/** What the lists of messages are kept under. */
export const WORDINGS = ['wordings'];

/** A message with the texts that its owner may word, and what may stand in them. */
export type WordedMessage = {
  kind: string;
  variables: readonly string[];
  /** A value for each variable. */
  examples: Readonly<Record<string, unknown>>;
  texts: readonly {
    part: WordingPart;
    standard: string;
    /** 0 before the first. */
    version: number;
    /** Null where the standard text is used. */
    wording: string | null;
  }[];
};

/** The texts as they stand in the form. */
export type Drafts = Readonly<Partial<Record<WordingPart, string>>>;
/** What is published of them: new versions, null to go back to the standard text. */
export type Changes = Partial<Record<WordingPart, { after: number; wording: string | null }>>;

/** How a message is tried out. */
export const CHANNELS = { sms: ['sms'], email: ['mail_subject', 'mail_text'] } as const satisfies Record<
  string,
  readonly WordingPart[]
>;
export type Channel = keyof typeof CHANNELS;

/** What a server does with the texts of one message. */
export type WordingActs = {
  publish(changes: Changes, headers: IdempotencyHeaders): Promise<unknown>;
  /** `texts` are those of the channel. */
  sendTest(
    test: { channel: Channel; address: string; texts: Drafts },
    headers: IdempotencyHeaders,
  ): Promise<unknown>;
};
