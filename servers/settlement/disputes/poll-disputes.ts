import { sql } from '../../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { takeDispute } from './take-dispute.ts';

const ACQUIRERS = sql`select distinct acquirer as party from disputes where due_at is not null`;

/** Asks acquirers about disputes that were heard of or are open. Returns how many have moved. */
export function pollDisputes(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select dispute_id::text as subject_id, due_at from disputes where acquirer = p.party and due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, ACQUIRERS, due(claim.now)).execute(context.db);
  return eachDue(context, 'disputes', find, (_within, { subject_id }) => takeDispute(context, subject_id));
}
