import { NOTICES_AGAIN_PATH } from '../../../contracts/notices.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { type Party, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ManagementContext } from '../context.ts';
import { find } from './told-calls.ts';

const TIMEOUT_MS = 15 * SECOND_MS;

/** Has a shop tell its notices again, after the last that is here. False if it can't be asked now. */
export async function askNotices(context: ManagementContext, party: Party): Promise<boolean> {
  if (party.role !== 'shop') return true;
  const held = await sql<{ last_batch_no: bigint }>`
    select last_batch_no from inbox_positions where sender = ${party.party}`.execute(context.db);
  const after = Number(held.rows[0]?.last_batch_no ?? 0n);
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'POST',
    path: NOTICES_AGAIN_PATH,
    body: Buffer.from(JSON.stringify({ after })),
    idempotency_key: newId(),
    clock: context.clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return false;
  // An earlier version tells them again with the next notice that it has.
  if (answer.status === 404) await find(context, { kind: 'notices_come_later', party: party.party });
  return answer.status === 200 || answer.status === 404;
}
