import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { SHOP_WORDED_KINDS } from '../../../kit/wordings/kinds.ts';
import { keysOf, type Published, textsOf, wordsSaying } from '../../../kit/wordings/own-wordings.ts';
import { type Locale, type Words, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import type { Notice } from './notices.ts';

/** The words for a text: the brand's own where there are any, and the catalogue's. */
export async function wordsFor(
  { log }: Pick<ShopContext, 'log'>,
  executor: Executor,
  kind: Notice['kind'],
  locale: Locale,
): Promise<Words> {
  const worded = SHOP_WORDED_KINDS.find((known) => known === kind);
  if (worded === undefined) return words(locale);
  const published = await sql<Published>`
    select distinct on (w.key) w.key, w.wording from wordings w
    where w.key = any(${keysOf(worded)}::text[]) and w.locale = ${locale} and w.shop_id = ''
    order by w.key, w.version desc`.execute(executor);
  return wordsSaying(locale, textsOf(log, { kind: worded, locale }, published.rows));
}
