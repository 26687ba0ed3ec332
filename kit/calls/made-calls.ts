import { sql } from '../db/sql.ts';
import type { Db, Executor } from '../db/transaction.ts';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { instantOf } from '../http/instant.ts';
import { IS_RECONCILED } from '../journal/epoch.ts';
import { done } from '../result.ts';
import { peerOf } from '../signing/fastify.ts';
import { EVIDENCE_COLUMNS, type StoredEvidence, unpackBody } from '../signing/stored-body.ts';
import { AskMadeCalls, MadeCalls, type SignedThen } from './made-calls-shape.ts';

const CALLS_MAX = 50;
const NO_CALL = '00000000-0000-0000-0000-000000000000';

type Row = { [Column in keyof StoredEvidence]: StoredEvidence[Column] | null } & {
  call_id: string;
  call_method: string;
  path: string;
  call_body: string;
  settled_at: Date;
  call_status: number | null;
  answer: string | null;
  is_forgotten: boolean;
};

/**
 * What a server that was restored from a backup asks for: what was done there for this one, and it no longer knows. `purposes`
 * are those of calls that change something there, by the role of the server that asks.
 */
export function madeCallRoutes(
  app: App,
  { db, path }: { db: Db; path: string },
  purposes: Readonly<Record<string, readonly string[]>>,
): void {
  app.get(
    path,
    {
      config: { callers: Object.keys(purposes) },
      schema: {
        tags: ['after a restore'],
        summary: 'Get what this server had done at the caller since a moment',
        security: [{ signature: [] }],
        querystring: AskMadeCalls,
        response: { 200: MadeCalls },
      },
    },
    async (request, reply) => {
      const { since, after } = request.query;
      const { party, role } = peerOf(request);
      const asked = { since: instantOf(since, '/since'), after, purposes: purposes[role] ?? [] };
      return sendResult(request, reply, done(await listMadeCalls(db, party, asked)));
    },
  );
}

/** In the order of the answers. What was forgotten is not among it. */
async function listMadeCalls(
  executor: Executor,
  party: string,
  {
    since,
    after = NO_CALL,
    purposes,
  }: { since: Date; after: string | undefined; purposes: readonly string[] },
): Promise<MadeCalls> {
  const found = await sql<Row>`
    select c.call_id, c.call_method, c.path, c.call_body, c.settled_at, c.call_status, c.answer,
      m.forgotten_at is not null as is_forgotten, ${EVIDENCE_COLUMNS}
    from (
      select call_id, method as call_method, path, body as call_body, settled_at, status as call_status, answer, evidence_id
      from calls
      where party = ${party} and state = 'done' and purpose = any(${[...purposes]}) and forgotten_at is null
        and settled_at >= ${since}::timestamptz and (settled_at, call_id) > (${since}::timestamptz, ${after}::uuid)
      order by settled_at, call_id limit ${CALLS_MAX}) c
    left join signed_messages m on m.message_id = c.evidence_id order by c.settled_at, c.call_id`.execute(
    executor,
  );
  const standing = await sql<{ is_reconciled: boolean }>`select ${IS_RECONCILED} as is_reconciled`.execute(
    executor,
  );
  return {
    calls: found.rows.map((row) => {
      const signed = signedThen(row);
      return {
        call_id: row.call_id,
        method: row.call_method,
        path: row.path,
        body: row.call_body,
        settled_at: row.settled_at.toISOString(),
        ...(row.call_status === null ? {} : { status: row.call_status }),
        ...(row.answer === null ? {} : { answer: row.answer }),
        ...(signed === undefined ? {} : { signed }),
      };
    }),
    ...(standing.rows[0]?.is_reconciled === false ? { is_restoring: true } : {}),
  };
}

function signedThen(row: Row): SignedThen | undefined {
  const { keyid, target_uri, headers, request_headers, body, encoding } = row;
  if (row.is_forgotten || row.direction !== 'received_response') return undefined;
  if (keyid === null || target_uri === null || headers === null || request_headers === null || body === null)
    return undefined;
  return { keyid, target_uri, headers, request_headers, body: unpackBody({ body, encoding }).toString() };
}
