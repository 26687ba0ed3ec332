import Type from 'typebox';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { UNANSWERED_MAX } from '../due/silent-parties.ts';
import { closed, Timestamp } from '../http/shapes.ts';

/** Whom a server needs: card acquirers, banks, mobile operators, who sends texts and mails, the phone line, other servers. */
const PROVIDER_KINDS = ['acquirer', 'bank', 'operator', 'texts', 'email', 'voice', 'server'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/**
 * `spared`: it left several requests unanswered in a row, and is asked only now and then until it answers. `failing`: what it
 * was asked last went wrong. `idle`: nothing is known of it lately.
 */
export const PROVIDER_STATES = ['working', 'failing', 'spared', 'idle'] as const;

/** What is known of a provider, from what was asked of it lately. */
export type ProviderFacts = {
  kind: ProviderKind;
  name: string;
  last_success_at?: Date | null;
  last_failure_at?: Date | null;
  /** Of the newest requests: how many went well and wrong. */
  succeeded?: bigint;
  failed?: bigint;
  /** What waits for it, and since when. */
  waiting?: bigint;
  oldest_waiting_at?: Date | null;
};

export type Silence = {
  party: string;
  unanswered: number;
  since: Date;
  next_probe_at: Date;
  is_spared: boolean;
};

export const ProvidersShape = closed({
  at: Timestamp,
  providers: Type.Array(
    closed({
      kind: Type.Enum([...PROVIDER_KINDS]),
      name: Type.String(),
      state: Type.Enum([...PROVIDER_STATES]),
      last_success_at: Type.Optional(Timestamp),
      last_failure_at: Type.Optional(Timestamp),
      succeeded: Type.Integer({ minimum: 0, description: 'Of the newest requests.' }),
      failed: Type.Integer({ minimum: 0 }),
      waiting: Type.Integer({ minimum: 0 }),
      oldest_waiting_at: Type.Optional(Timestamp),
      /** How many requests in a row it left unanswered, and when it is asked again. */
      silent: Type.Optional(
        closed({ unanswered: Type.Integer({ minimum: 1 }), since: Timestamp, next_probe_at: Timestamp }),
      ),
    }),
  ),
});

/** Who left requests unanswered, by party; operators as `carrier:<name>`. */
export async function readSilences(executor: Executor): Promise<Map<string, Silence>> {
  const found = await sql<Omit<Silence, 'is_spared'>>`
    select party, unanswered, since, next_probe_at from silent_parties`.execute(executor);
  return new Map(
    found.rows.map((row) => [row.party, { ...row, is_spared: row.unanswered >= UNANSWERED_MAX }]),
  );
}

/** A provider as staff see it. */
export function providerHealth(facts: ProviderFacts, silence: Silence | undefined) {
  const { kind, name, last_success_at, last_failure_at, oldest_waiting_at } = facts;
  const failedAt = silence?.since ?? last_failure_at ?? null;
  return {
    kind,
    name,
    state: stateOf(last_success_at ?? null, failedAt, silence),
    ...(last_success_at == null ? {} : { last_success_at: last_success_at.toISOString() }),
    ...(failedAt === null ? {} : { last_failure_at: failedAt.toISOString() }),
    succeeded: Number(facts.succeeded ?? 0n),
    failed: Number(facts.failed ?? 0n),
    waiting: Number(facts.waiting ?? 0n),
    ...(oldest_waiting_at == null ? {} : { oldest_waiting_at: oldest_waiting_at.toISOString() }),
    ...(silence === undefined
      ? {}
      : {
          silent: {
            unanswered: silence.unanswered,
            since: silence.since.toISOString(),
            next_probe_at: silence.next_probe_at.toISOString(),
          },
        }),
  };
}

function stateOf(
  succeededAt: Date | null,
  failedAt: Date | null,
  silence: Silence | undefined,
): (typeof PROVIDER_STATES)[number] {
  if (silence?.is_spared) return 'spared';
  if (silence !== undefined) return 'failing';
  if (succeededAt === null && failedAt === null) return 'idle';
  return failedAt !== null && (succeededAt === null || failedAt >= succeededAt) ? 'failing' : 'working';
}
