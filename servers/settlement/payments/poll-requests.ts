import { sql } from '../../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { readRequest } from './acquirer-requests.ts';
import { performRequest } from './perform-request.ts';

const ACQUIRERS = sql`select distinct acquirer as party from acquirer_requests where state = 'open'`;

/**
 * Asks the acquirer for voids, and again for what it left unanswered. Returns how many requests ended. Throws what it
 * contradicts, so that staff see it among the failed work.
 */
export function pollRequests(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select request_id::text as subject_id, due_at from acquirer_requests
    where acquirer = p.party and state = 'open' and due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, ACQUIRERS, due(claim.now)).execute(context.db);
  return eachDue(context, 'acquirer_requests', find, async (_within, { subject_id }) => {
    const request = await readRequest(context.db, subject_id);
    const { state, contradicted } = await performRequest(context, request);
    if (contradicted !== undefined)
      throw new Error(`The acquirer refused the ${request.kind} ${subject_id}: ${contradicted}.`);
    return state !== 'open';
  });
}
