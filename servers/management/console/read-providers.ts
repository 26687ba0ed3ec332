import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { type ProviderFacts, providerHealth, readSilences } from '../../../kit/staff/provider-health.ts';
import type { ManagementContext } from '../context.ts';
import { CHANNELS } from '../messages/reach.ts';
import { ASKED_ONCE } from '../peer-calls.ts';

/** So many of the newest requests are looked at: a page of health must not read whole tables. */
const NEWEST = 2_000;

/** How other servers, mobile operators and providers of messages are doing, from what the tables say. */
export async function readProviders(context: Pick<ManagementContext, 'db' | 'parties' | 'carriers'>) {
  const { db, carriers } = context;
  const [silences, servers, channels, texts] = await Promise.all([
    readSilences(db),
    readServers(context),
    readChannels(db),
    readTextProviders(db),
  ]);
  return [
    ...servers.map((facts) => providerHealth(facts, silences.get(facts.name))),
    ...carriers.names.map((name) =>
      providerHealth({ kind: 'operator', name }, silences.get(`carrier:${name}`)),
    ),
    ...texts.map((facts) => providerHealth(facts, undefined)),
    ...channels.map((facts) => providerHealth(facts, undefined)),
  ];
}

/** Servers that are called: when each last signed something for us, and calls whose outcome is unknown. */
async function readServers({
  db,
  parties,
}: Pick<ManagementContext, 'db' | 'parties'>): Promise<ProviderFacts[]> {
  const names = parties
    .filter(({ role }) => role === 'settlement' || role === 'shop')
    .map((each) => each.party);
  const [heard, waiting] = await Promise.all([
    sql<{ party: string; at: Date; messages: bigint }>`
      select party, max(received_at) as at, count(*) as messages
      from (select party, received_at from signed_messages order by message_id desc limit ${NEWEST}) s
      group by party`.execute(db),
    sql<{ party: string; calls: bigint; since: Date }>`
      select party, count(*) as calls, min(created_at) as since from calls
      where state = 'unknown' and purpose <> all (${[...ASKED_ONCE]}::text[]) group by party`.execute(db),
  ]);
  return names.map((name) => {
    const of = heard.rows.find(({ party }) => party === name);
    const unknown = waiting.rows.find(({ party }) => party === name);
    return {
      ...{ kind: 'server', name, last_success_at: of?.at ?? null, succeeded: of?.messages ?? 0n },
      ...{ waiting: unknown?.calls ?? 0n, oldest_waiting_at: unknown?.since ?? null },
    };
  });
}

/** Texts, mails and calls, whoever carries them: how the newest messages fared, and what waits to be sent. */
async function readChannels(db: Db): Promise<ProviderFacts[]> {
  const [sent, waiting] = await Promise.all([
    sql<{
      channel: string;
      last_success_at: Date | null;
      last_failure_at: Date | null;
      succeeded: bigint;
      failed: bigint;
    }>`
      select channel, max(sent_at) filter (where state in ('sent', 'delivered')) as last_success_at,
        max(created_at) filter (where state in ('failed', 'unknown')) as last_failure_at,
        count(*) filter (where state in ('sent', 'delivered')) as succeeded,
        count(*) filter (where state in ('failed', 'unknown')) as failed
      from (select channel, state, sent_at, created_at from messages order by message_id desc limit ${NEWEST}) m
      group by channel`.execute(db),
    sql<{ channel: string; messages: bigint; since: Date }>`
      select channel, count(*) as messages, min(created_at) as since from messages
      where state = 'due' group by channel`.execute(db),
  ]);
  return CHANNELS.map((channel) => {
    const of = sent.rows.find((row) => row.channel === channel);
    const due = waiting.rows.find((row) => row.channel === channel);
    return {
      ...of,
      ...{ kind: channel === 'sms' ? 'texts' : channel, name: '' },
      ...{ waiting: due?.messages ?? 0n, oldest_waiting_at: due?.since ?? null },
    };
  });
}

/**
 * Providers of text messages by name: what they accepted and what of it did not arrive, and what they refused. Parts are
 * looked up for each of the newest messages, where a join might read all of them.
 */
async function readTextProviders(db: Db): Promise<ProviderFacts[]> {
  const found = await sql<{
    name: string;
    last_success_at: Date | null;
    last_failure_at: Date | null;
    succeeded: bigint;
    failed: bigint;
  }>`
    select provider as name, max(at) filter (where ok) as last_success_at, max(at) filter (where not ok) as last_failure_at,
      count(*) filter (where ok) as succeeded, count(*) filter (where not ok) as failed
    from (
      select split_part(p.provider_message_id, ':', 1) as provider, coalesce(p.received_at, m.created_at) as at,
        p.state <> 'failed' as ok
      from (select message_id, created_at from messages order by message_id desc limit ${NEWEST}) m
        cross join lateral (
          select provider_message_id, received_at, state from message_parts
          where message_id = m.message_id offset 0) p
      where p.provider_message_id like '%:%'
      union all
      select provider, begun_at, false
      from (
        select provider, begun_at, state, provider_message_id from text_submissions
        order by submission_id desc limit ${NEWEST}) s
      where state = 'ended' and provider_message_id is null) each
    group by provider order by provider`.execute(db);
  return found.rows.map((row) => ({ kind: 'texts', ...row }));
}
