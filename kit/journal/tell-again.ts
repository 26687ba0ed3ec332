import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db, Tx } from '../db/transaction.ts';
import { sendAnswer } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { type Done, done } from '../result.ts';
import { peerOf } from '../signing/fastify.ts';
import { AskNoticesAgain, NoticesAgain } from './tell-again-shape.ts';

/** Of a server that tells others, for those that were restored from a backup. */
export function tellAgainRoutes(
  app: App,
  { db, clock, path }: { db: Db; clock: Clock; path: string },
  callers: readonly string[],
): void {
  app.post(
    path,
    {
      config: { callers },
      schema: {
        tags: ['after a restore'],
        summary: 'Be told again what the caller holds no more',
        security: [{ signature: [] }],
        body: AskNoticesAgain,
        response: { 200: NoticesAgain },
        refusals: withIdempotencyKey([]),
      },
    },
    async (request, reply) => {
      const { party } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => tellAgain(tx, party, request.body, clock())),
      );
    },
  );
}

/**
 * Has the last range sent once more, if the party lacks it: it answers with the first that is missing, and the sender goes on from
 * there. Ranges that are not acknowledged are sent anyhow.
 */
async function tellAgain(
  tx: Tx,
  party: string,
  { after }: AskNoticesAgain,
  now: Date,
): Promise<Done<NoticesAgain>> {
  const found = await sql<{ range_no: bigint }>`
    select range_no from journal_ranges where party = ${party} order by range_no desc limit 1`.execute(tx);
  const last = found.rows[0]?.range_no ?? 0n;
  if (last > BigInt(after))
    await sql`
      update journal_ranges set acknowledged_at = null, next_attempt_at = ${now}
      where party = ${party} and range_no = ${last} and acknowledged_at is not null`.execute(tx);
  return done({ last_batch_no: Number(last) });
}
