import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { count, ofThisProcess } from '../metrics/count.ts';
import { counter, processGauge } from '../metrics/definition.ts';
import { gaugeOf } from '../metrics/measure.ts';
import { phoneRegion } from '../phone.ts';
import { channelsOpenTo, ignoresStop, stopTexts } from './opt-outs.ts';
import {
  idAt,
  type Notice,
  OPTED_OUT,
  type ProviderTerms,
  type SendOutcome,
  type TextChannel,
  type TextProvider,
} from './port.ts';
import { numberFor, senderOf } from './senders.ts';
import { noteAttempt, noteOutcome } from './submissions.ts';

export const TEXT_PROVIDER_READY = processGauge(
  'seonmul_text_provider_ready',
  '1 while the provider of text messages can be reached and does not throttle, 0 while not; added up over processes.',
  ['provider'],
);
export const TEXTS_SENT = ofThisProcess(
  counter(
    'seonmul_texts_total',
    'Attempts to hand a text message to a provider, by what came of it: submitted, refused, not_sent, unknown.',
    ['provider', 'outcome'],
  ),
);

/** A provider and what was agreed with it. */
export type NamedProvider = { terms: ProviderTerms; provider: TextProvider };

export type OutgoingText = {
  message_id: string;
  /** E.164. */
  to: string;
  text: string;
  /** A line at the end, but not of what goes out on KakaoTalk, whose templates are registered word for word. */
  closing?: string | undefined;
  notice?: Notice | undefined;
  /** The shop it is about. */
  shop?: string | undefined;
  /** Where the phone's owner last wrote to, so that they see a single conversation. */
  by?: { provider: string; number: string | null } | undefined;
  /** A reply goes to whoever wrote, whatever they have stopped, and from the number that they wrote to. */
  is_reply?: boolean;
};

/** `suppressed`: the person wants no such texts. */
export type TextOutcome = SendOutcome | { kind: 'suppressed'; reason: string };

export type TextProviders = {
  send(text: OutgoingText): Promise<TextOutcome>;
  /** Which of them would accept a text at once. */
  health(): { name: string; ready: boolean }[];
  close(): Promise<void>;
};

/** How long a provider is avoided after a failure, since it may fail again. */
const STICKY_MS = 5 * 60_000;

type Member = NamedProvider & {
  /** The time of its last failure. */
  failedAt: number;
};

/** One provider's way to send a text. */
type Way = { member: Member; number: string; channels: ReadonlySet<TextChannel>; cost: number };

/** What is said to somebody who is reached so. */
function wordsOn(channels: ReadonlySet<TextChannel>, { text, closing }: OutgoingText): string {
  return closing === undefined || channels.has('kakao') ? text : `${text}\n${closing}`;
}

/**
 * Several providers as one. A text goes to the one that serves its country and costs least, and to the next one if that
 * certainly did not accept it: not connected, throttling, in trouble. After an unknown outcome or a refusal no other is
 * tried: the text may have been sent, or is itself at fault. Which one is avoided for its failures is only a preference of
 * this process.
 */
export function textProviders(
  { db, clock }: { db: Db; clock: Clock },
  providers: readonly NamedProvider[],
): TextProviders {
  const members: Member[] = providers.map((each) => ({ ...each, failedAt: Number.NEGATIVE_INFINITY }));
  const isSteady = ({ failedAt }: Member) => Date.now() - failedAt >= STICKY_MS;
  const patience = members.length > 1 ? { throttle_tries: 2 } : undefined;

  function wayOf(member: Member, text: OutgoingText, sender: string, open: ReadonlySet<TextChannel>): Way[] {
    const { terms, provider } = member;
    const country = phoneRegion(text.to);
    if (terms.countries !== undefined && (country === undefined || !terms.countries.includes(country)))
      return [];
    const own = text.is_reply === true && text.by?.provider === terms.name ? text.by.number : null;
    const number = own ?? numberFor(member, sender);
    if (number === undefined) return [];
    const hasKakao = provider.kakaoChannelFor?.(text.notice, text.text) !== undefined;
    const channels = new Set(
      [...open].filter((channel) => channel === 'text' || (channel === 'kakao' && hasKakao)),
    );
    if (channels.size === 0) return [];
    const cost = costOf(terms, country, provider.partsOf(wordsOn(channels, text)), channels.has('kakao'));
    return [{ member, number, channels, cost }];
  }

  /** Those that can send at once first; among them those without a recent failure; the phone's own; the cheapest. */
  function inOrder(ways: readonly Way[], by: string | undefined): Way[] {
    const rank = ({ member }: Way) =>
      (member.provider.isReady() ? 0 : 4) + (isSteady(member) ? 0 : 2) + (member.terms.name === by ? 0 : 1);
    return [...ways].sort((a, b) => rank(a) - rank(b) || compareCosts(a.cost, b.cost));
  }

  async function attempt({ member, number, channels }: Way, text: OutgoingText): Promise<SendOutcome> {
    const { terms, provider } = member;
    const { message_id, to: phone, notice } = text;
    const submission_id = newId();
    const canAsk = provider.ask !== undefined;
    if (provider.isNoted) {
      const begun = {
        submission_id,
        message_id,
        provider: terms.name,
        phone,
        sender: number,
        begun_at: clock(),
      };
      await noteAttempt(db, begun, { canAsk });
    }
    const outcome = await provider.send(
      {
        reference: submission_id,
        to: phone,
        text: wordsOn(channels, text),
        sender: number,
        notice,
        channels,
      },
      patience,
    );
    count(TEXTS_SENT, { provider: terms.name, outcome: outcome.kind });
    if (provider.isNoted) await noteOutcome(db, submission_id, outcome, { canAsk, now: clock() });
    return outcome;
  }

  return {
    async send(text) {
      const sender = senderOf(members, text.shop);
      const open: ReadonlySet<TextChannel> = ignoresStop(text)
        ? EVERY_CHANNEL
        : await channelsOpenTo(db, { phone: text.to, sender });
      if (open.size === 0) return { kind: 'suppressed', reason: 'stopped_by_owner' };
      const ways = members.flatMap((member) => wayOf(member, text, sender, open));
      if (ways.length === 0 && !open.has('text')) return { kind: 'suppressed', reason: 'stopped_by_owner' };
      let last: SendOutcome = { kind: 'refused', reason: 'country_not_served' };
      for (const way of inOrder(ways, text.by?.provider)) {
        last = await attempt(way, text);
        const { name } = way.member.terms;
        if (last.kind === 'submitted')
          return { ...last, provider_message_ids: last.provider_message_ids.map((id) => idAt(name, id)) };
        if (last.kind === 'refused' && last.reason === OPTED_OUT)
          await stopTexts(db, { phone: text.to, sender, told_by: 'provider' }, clock());
        if (last.kind !== 'refused') way.member.failedAt = Date.now();
        if (last.kind !== 'not_sent') return last;
      }
      return last;
    },
    health: () => members.map(({ terms, provider }) => ({ name: terms.name, ready: provider.isReady() })),
    async close() {
      await Promise.all(members.map(({ provider }) => provider.close()));
    },
  };
}

const EVERY_CHANNEL: ReadonlySet<TextChannel> = new Set(['text', 'kakao']);

/** Infinite if no price was agreed, so that those with one are preferred, and the file's order decides among the others. */
function costOf(
  { prices = {} }: ProviderTerms,
  country: string | undefined,
  parts: number,
  asKakao: boolean,
): number {
  const price = prices[country ?? '*'] ?? prices['*'];
  if (price === undefined) return Number.POSITIVE_INFINITY;
  if (asKakao && price.kakao !== undefined) return price.kakao;
  return parts > 1 ? (price.long_text ?? parts * price.text) : price.text;
}

function compareCosts(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Shows at `/metrics` which providers would accept a text. */
export function measureProviders(registry: Registry, texts: TextProviders): void {
  const ready = gaugeOf(registry, TEXT_PROVIDER_READY, async () => {
    for (const each of texts.health()) ready.set({ provider: each.name }, each.ready ? 1 : 0);
  });
}
