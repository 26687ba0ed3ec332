import { sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import type { NamedRecipient } from '../recipient/look-up-name.ts';

/** A recipient that a buyer named in place of the first one, and what became of the change. */
export type Correction = {
  read_back_id: string;
  order_id: string;
  channel: 'sms' | 'email' | 'voice';
  phone: string | null;
  email: string | null;
  name: string;
  name_source: string;
  recycled: boolean | null;
  state: 'read_back' | 'confirmed' | 'made' | 'refused';
  refusal_code: string | null;
};

const COLUMNS = sql`read_back_id, order_id, channel, phone, email, name, name_source, recycled, state, refusal_code`;

export async function keepCorrection(
  tx: Tx,
  ids: { orderId: string; readBackId: string },
  named: NamedRecipient,
  now: Date,
): Promise<void> {
  await sql`
    insert into recipient_corrections (read_back_id, order_id, channel, phone, email, name, name_source, recycled, state,
      created_at)
    values (${ids.readBackId}, ${ids.orderId}, ${named.channel}, ${named.phone}, ${named.email}, ${named.name},
      ${named.source}, ${named.recycled}, 'read_back', ${now})`.execute(tx);
}

/** The recipient read back last, the only one the buyer can confirm. */
export async function newestCorrection(executor: Executor, orderId: string): Promise<Correction | undefined> {
  const found = await sql<Correction>`
    select ${COLUMNS} from recipient_corrections where order_id = ${orderId}
    order by read_back_id desc limit 1`.execute(executor);
  return found.rows[0];
}

/** The correction that the shop is being told of. */
export async function confirmedCorrection(
  executor: Executor,
  orderId: string,
): Promise<Correction | undefined> {
  const found = await sql<Correction>`
    select ${COLUMNS} from recipient_corrections where order_id = ${orderId} and state = 'confirmed'`.execute(
    executor,
  );
  return found.rows[0];
}

export async function markCorrection(
  tx: Tx,
  { read_back_id }: Correction,
  state: Correction['state'],
  refusalCode: string | null = null,
): Promise<void> {
  await sql`
    update recipient_corrections set state = ${state}, refusal_code = ${refusalCode}
    where read_back_id = ${read_back_id}`.execute(tx);
}
