import type { IncomingHttpHeaders } from 'node:http';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Locale } from '../words/index.ts';

/** `text` is a text message; `kakao` a KakaoTalk notification message (알림톡). */
export const TEXT_CHANNELS = ['text', 'kakao'] as const;
export type TextChannel = (typeof TEXT_CHANNELS)[number];

/** `unknown`: it may have been sent, so it must not be sent again before the provider was asked. */
export type SendOutcome =
  | { kind: 'submitted'; provider_message_ids: string[] }
  | { kind: 'refused'; reason: string }
  | { kind: 'not_sent'; reason: string }
  | { kind: 'unknown'; reason: string };

/** The reason of a refusal because the person told the provider that they want no more texts from this number. */
export const OPTED_OUT = 'opted_out_at_provider';

/** What a text says: of which notice it is, unless it is a reply or an answer in somebody's own words. */
export type Notice = { kind: string; locale: Locale };

export type ProviderText = {
  /** Ours, and new for each attempt: a provider that can be asked finds the text by it. */
  reference: string;
  /** E.164. */
  to: string;
  text: string;
  /** The number that people see and reply to. */
  sender: string;
  notice?: Notice | undefined;
  /** The channels that the person has not opted out of; at least one. */
  channels: ReadonlySet<TextChannel>;
};

export type DeliveryState = 'delivered' | 'undeliverable' | 'expired' | 'rejected' | 'unknown';

/** `provider_message_id` is the provider's name and its id. */
export type Receipt = { provider_message_id: string; state: DeliveryState };

/** A text whose outcome is asked for. Before the provider's answer was heard there is no id. */
export type AskedText = {
  reference: string;
  provider_message_id: string | null;
  to: string;
  sender: string;
  begun_at: Date;
  now: Date;
  /** Ids of other texts to the same number, none of which it can be. */
  others: ReadonlySet<string>;
};

/** An id of ours: two providers may assign the same. */
export function idAt(provider: string, id: string): string {
  return `${provider}:${id}`;
}

/** `state` is null while the text is on its way. */
export type Asked =
  | { kind: 'found'; provider_message_id: string; state: DeliveryState | null }
  | { kind: 'missing' }
  | { kind: 'no_answer'; reason: string };

/** `id` is the provider's, by which one that is delivered twice is recognised; SMPP has none. */
export type IncomingText = { from: string; to: string; text: string; id?: string };

/** A webhook's report on one of our texts, by the provider's id or our reference. */
export type Report = {
  provider_message_id?: string | undefined;
  reference?: string | undefined;
  /** Believed only of a provider that can't be asked. Null while the text is on its way. */
  state: DeliveryState | null;
};

/** Somebody told the provider that they want no more texts from one of our numbers, or want them again. */
export type OptOutReport = { phone: string; sender: string; stopped: boolean };

export type WebhookRequest = {
  /** As the provider called it, for signatures that cover it. */
  url: string;
  query: Readonly<Record<string, string>>;
  headers: IncomingHttpHeaders;
  body: string;
};

export type Heard = {
  reports: readonly Report[];
  texts: readonly IncomingText[];
  opt_outs: readonly OptOutReport[];
};

/** How a provider tells us something. */
export type Webhook = {
  /** Undefined if the request is not the provider's. */
  hear(request: WebhookRequest): Heard | undefined;
  /** The answer to a request that was taken. */
  answer: { type: string; body: string };
};

/** A text message provider. Neither numbers nor texts are logged. docs/adapters/texts.md says how to add one. */
export type TextProvider = {
  send(text: ProviderText, patience?: { throttle_tries: number }): Promise<SendOutcome>;
  /** Whether a text would be sent at once. */
  isReady(): boolean;
  /** In how many parts the provider would charge for a text. */
  partsOf(text: string): number;
  /** The KakaoTalk channel that such a notice would go out on; undefined if it has no template for it. */
  kakaoChannelFor?(notice: Notice | undefined, text: string): string | undefined;
  /** What became of a text. A provider without this can't be asked. */
  ask?(text: AskedText): Promise<Asked>;
  webhook?: Webhook;
  /** Whether attempts are noted before they are made, so that they can be asked about after a crash, or reported on. */
  isNoted: boolean;
  close(): Promise<void>;
};

/** What a text costs to one country, in any one currency that is the same for all providers. */
export type Price = {
  /** One part. */
  text: number;
  /** A text of more than one part, whatever its length (LMS); without it each part costs the same. */
  long_text?: number;
  kakao?: number;
};

/** What every provider's entry in TEXT_PROVIDERS_FILE says beside how to reach it. */
export type ProviderTerms = {
  /** In ids, metrics, logs and the webhook's address. It stays as long as texts are on their way. */
  name: string;
  /** The number texts are sent from, by shop; `*` for all others. */
  senders: Readonly<Record<string, string>>;
  /** All, if missing. */
  countries?: readonly CountryCode[];
  /** By country; `*` for all others. */
  prices?: Readonly<Record<string, Price>>;
};
