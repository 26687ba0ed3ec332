import type { Registry } from 'prom-client';
import type { Clock } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { ageSeconds, type Sample } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { MESSAGES_WAITING, MESSAGES_WAITING_AGE } from '../../../kit/texts/waiting.ts';

export function measureMessages(registry: Registry, context: { db: Db; clock: Clock }): void {
  measure(registry, context, [MESSAGES_WAITING, MESSAGES_WAITING_AGE], async (tx) => {
    const now = context.clock();
    const found = await sql<{ channel: string; messages: bigint; since: Date }>`
      select channel, count(*) as messages, min(due_at) as since from messages
      where state = 'due' and due_at <= ${now} group by channel`.execute(tx);
    return found.rows.flatMap(({ channel, messages, since }): Sample[] => [
      [MESSAGES_WAITING, messages, { channel }],
      [MESSAGES_WAITING_AGE, ageSeconds(since, now), { channel }],
    ]);
  });
}
