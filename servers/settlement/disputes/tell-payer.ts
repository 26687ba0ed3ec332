import { DISPUTES_MAX, type Dispute, type Disputes } from '../../../contracts/settlement-disputes.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';

type Row = {
  dispute_id: string;
  order_id: string;
  state: Dispute['state'];
  amount_minor: bigint;
  currency: string;
  reason: string;
  respond_by: Date | null;
  position: bigint;
};

/** What a payer is told of the disputes about its payments, from a position on. */
export async function tellDisputes(executor: Executor, payerParty: string, after: bigint): Promise<Disputes> {
  const found = await sql<Row>`
    select d.dispute_id, p.order_id,
      case d.state when 'open' then 'open' when 'won' then 'won' else 'lost' end as state, d.amount_minor, p.currency, d.reason, d.respond_by, d.position
    from disputes d join payments p using (payment_id)
    where d.payer_party = ${payerParty} and d.position > ${after} and d.position is not null
      and d.state in ('open', 'won', 'lost') and d.amount_minor is not null and d.reason is not null
    order by d.position limit ${DISPUTES_MAX}`.execute(executor);
  const newest = await sql<{ last_position: bigint }>`
    select last_position from dispute_positions where payer_party = ${payerParty}`.execute(executor);
  return {
    disputes: found.rows.map(({ amount_minor, respond_by, position, ...row }) => ({
      ...row,
      amount_minor: minorToJson(amount_minor),
      ...(respond_by === null ? {} : { respond_by: respond_by.toISOString() }),
      position: minorToJson(position),
    })),
    read_up_to: minorToJson(found.rows.at(-1)?.position ?? after),
    last_position: minorToJson(newest.rows[0]?.last_position ?? 0n),
  };
}
