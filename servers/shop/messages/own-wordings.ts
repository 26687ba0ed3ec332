import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { SHOP_WORDED_KINDS } from '../../../kit/wordings/kinds.ts';
import { readOwnTexts, wordsSaying } from '../../../kit/wordings/own-wordings.ts';
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
  return wordsSaying(locale, await readOwnTexts(executor, log, { kind: worded, locale }, sql`''`));
}
