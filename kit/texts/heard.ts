import { addMs, type Clock, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { ProblemError } from '../http/problem.ts';

/** Longer than a text takes to be handled. Then its process has died, and the provider may deliver it again. */
const CLAIM_MS = 2 * MINUTE_MS;

/**
 * Handles a text from a phone once, however often its provider delivers it: a PIN that came twice would count as repeated
 * by its owner. While another process handles it, or after a failure, throws, so that it is delivered again.
 */
export async function takeOnce(
  { db, clock }: { db: Executor; clock: Clock },
  { provider, id }: { provider: string; id: string },
  handle: () => Promise<void>,
): Promise<void> {
  const now = clock();
  const claimed = await sql`
    insert into texts_heard as h (provider, provider_message_id, claimed_until)
    values (${provider}, ${id}, ${addMs(now, CLAIM_MS)})
    on conflict (provider, provider_message_id) do update set claimed_until = excluded.claimed_until
      where h.done_at is null and h.claimed_until <= ${now}
    returning 1`.execute(db);
  if (claimed.rows.length === 0) {
    const done = await sql<{ done: boolean }>`
      select done_at is not null as done from texts_heard
      where provider = ${provider} and provider_message_id = ${id}`.execute(db);
    if (done.rows[0]?.done !== true) throw new ProblemError('service_unavailable');
    return;
  }
  try {
    await handle();
  } catch (error) {
    await sql`
      update texts_heard set claimed_until = ${clock()}
      where provider = ${provider} and provider_message_id = ${id}`.execute(db);
    throw error;
  }
  await sql`
    update texts_heard set done_at = ${clock()}
    where provider = ${provider} and provider_message_id = ${id}`.execute(db);
}
