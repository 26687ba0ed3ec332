import { sql } from '../db/sql.ts';
import type { Db, Executor } from '../db/transaction.ts';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { instantOf } from '../http/instant.ts';
import { IS_RECONCILED } from '../journal/epoch.ts';
import { done } from '../result.ts';
import { peerOf } from '../signing/fastify.ts';
import { EVIDENCE_COLUMNS, evidenceOf, type StoredEvidence } from '../signing/stored-body.ts';
import { AskReceivedCalls, ReceivedCalls } from './received-calls-shape.ts';

const CALLS_MAX = 50;
const NO_MESSAGE = '00000000-0000-0000-0000-000000000000';

/** What a server that was restored from a backup asks for: what it had this one do, and no longer knows. */
export function receivedCallRoutes(
  app: App,
  { db, path }: { db: Db; path: string },
  callers: readonly string[],
): void {
  app.get(
    path,
    {
      config: { callers },
      schema: {
        tags: ['after a restore'],
        summary: 'Get what the caller had this server do since a moment',
        security: [{ signature: [] }],
        querystring: AskReceivedCalls,
        response: { 200: ReceivedCalls },
      },
    },
    async (request, reply) => {
      const { since, after } = request.query;
      const { party } = peerOf(request);
      const asked = { since: instantOf(since, '/since'), after };
      return sendResult(request, reply, done(await listReceivedCalls(db, party, asked)));
    },
  );
}

/** In the order in which they came. What was forgotten is not among it. */
async function listReceivedCalls(
  executor: Executor,
  party: string,
  { since, after = NO_MESSAGE }: { since: Date; after: string | undefined },
): Promise<ReceivedCalls> {
  const found = await sql<StoredEvidence & { message_id: string; call_id: string }>`
    select message_id, headers ->> 'idempotency-key' as call_id, ${EVIDENCE_COLUMNS} from signed_messages
    where party = ${party} and direction = 'received_request' and headers ? 'idempotency-key' and forgotten_at is null
      and received_at >= ${since}::timestamptz
      and (received_at, message_id) > (${since}::timestamptz, ${after}::uuid)
    order by received_at, message_id limit ${CALLS_MAX}`.execute(executor);
  const standing = await sql<{ is_reconciled: boolean }>`select ${IS_RECONCILED} as is_reconciled`.execute(
    executor,
  );
  return {
    calls: found.rows.map(({ message_id, call_id, ...stored }) => {
      const { method, target_uri, keyid, headers, body, received_at } = evidenceOf(stored);
      return {
        ...{ message_id, call_id, method, target_uri, keyid, headers },
        body: body.toString(),
        received_at: received_at.toISOString(),
      };
    }),
    ...(standing.rows[0]?.is_reconciled === false ? { is_restoring: true } : {}),
  };
}
