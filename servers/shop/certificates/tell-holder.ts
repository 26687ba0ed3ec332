import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import type { NewsNotice } from '../messages/notices.ts';
import { tell } from '../messages/tell.ts';

/** News without what is known of every certificate. */
export type HolderNews = NewsNotice extends infer News
  ? News extends NewsNotice
    ? Omit<News, 'certificate_id' | 'operator'>
    : never
  : never;

/** Tells news of a certificate to whoever holds it now, in their language. What is done again was told then. */
export async function tellHolder(
  context: ShopContext,
  tx: Tx,
  certificateId: string,
  news: HolderNews,
): Promise<void> {
  if (context.isDoneAgain) return;
  const found = await sql<{ phone: string; operator: string }>`
    select phone, operator from certificates
    where certificate_id = ${certificateId} and phone is not null and people_forgotten_at is null`.execute(
    tx,
  );
  const [holder] = found.rows;
  if (holder === undefined) return;
  const { phone, operator } = holder;
  const to = { phone, locale: await localeOfHolder(tx, phone) };
  await tell(context, tx, to, { ...news, certificate_id: certificateId, operator });
}

/** A member chose their language; of other holders the shop knows none. */
export async function localeOfHolder(executor: Executor, phone: string): Promise<Locale> {
  const found = await sql<{ locale: Locale }>`select locale from members where phone = ${phone}`.execute(
    executor,
  );
  return found.rows[0]?.locale ?? 'ko';
}
