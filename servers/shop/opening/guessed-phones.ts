import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import { tellHolder } from '../certificates/tell-holder.ts';
import type { ShopContext } from '../context.ts';

/**
 * Notes that a number's PIN was guessed at until nothing was left to guess with; whether it has certificates or not, so
 * that it takes as long. Once in a while is enough: the holder is told, not pestered.
 */
export async function noteGuessing(context: ShopContext, phone: string): Promise<void> {
  const first = await context.limits.toldOfGuessesByPhone.consume(phone);
  if (!first.ok) return;
  await sql`
    insert into guessed_phones (phone, guess_id, at) values (${phone}, ${newId()}, ${context.clock()}) on conflict do nothing`.execute(
    context.db,
  );
}

/** Tells holders that somebody guesses at their PIN. A job. Returns how many numbers are done with. */
export function tellGuessed(context: ShopContext): Promise<number> {
  const due = sql`select guess_id::text as subject_id, at as due_at from guessed_phones`;
  const find = (claim: Claim) => claimUnparted(claim, due).execute(context.db);
  return eachDue(context, 'tell_guessed', find, (_within, { subject_id }) => tellOne(context, subject_id));
}

async function tellOne(context: ShopContext, guessId: string): Promise<void> {
  const at = context.clock();
  await inTransaction(context.db, async (tx) => {
    const held = await sql<{ certificate_id: string }>`
      with guessed as (delete from guessed_phones where guess_id = ${guessId} returning phone)
      select certificate_id from certificates join guessed using (phone)
      where state = 'active' and expires_at > ${at} order by certificate_id limit 1`.execute(tx);
    for (const { certificate_id } of held.rows)
      await tellHolder(context, tx, certificate_id, { kind: 'recipient.certificate_locked', at });
  });
}
