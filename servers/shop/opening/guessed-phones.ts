import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { tellHolder } from '../certificates/tell-holder.ts';
import type { ShopContext } from '../context.ts';

const BATCH_MAX = 100;

/**
 * Notes that a number's PIN was guessed at until nothing was left to guess with; whether it has certificates or not, so
 * that it takes as long. Once in a while is enough: the holder is told, not pestered.
 */
export async function noteGuessing(context: ShopContext, phone: string): Promise<void> {
  const first = await context.limits.toldOfGuessesByPhone.consume(phone);
  if (!first.ok) return;
  await sql`
    insert into guessed_phones (phone, at) values (${phone}, ${context.clock()}) on conflict do nothing`.execute(
    context.db,
  );
}

/** Tells holders that somebody guesses at their PIN. A job. Returns how many numbers are done with. */
export async function tellGuessed(context: ShopContext): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    const due = await sql<{ phone: string }>`
      delete from guessed_phones where phone = any(array(
        select phone from guessed_phones order by phone limit ${BATCH_MAX} for update skip locked))
      returning phone`.execute(tx);
    const phones = due.rows.map(({ phone }) => phone);
    const held = await sql<{ certificate_id: string }>`
      select distinct on (phone) certificate_id from certificates
      where phone = any(${phones}::text[]) and state = 'active' and expires_at > ${context.clock()}
      order by phone, certificate_id`.execute(tx);
    const news = { kind: 'recipient.certificate_locked', at: context.clock() } as const;
    for (const { certificate_id } of held.rows) await tellHolder(context, tx, certificate_id, news);
    return phones.length;
  });
}
