import { sql } from '../../../kit/db/sql.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { WORDED_KINDS } from '../../../kit/wordings/kinds.ts';
import { readOwnTexts, type Texts, wordsSaying } from '../../../kit/wordings/own-wordings.ts';
import { type Words, words } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';

type About = { kind: string; locale: Locale; subject_id: string };

/** The words for a message: the operator's own for its shop or for all, where there are any, and the catalogue's. */
export async function wordsFor(
  { db, log }: ManagementContext,
  { kind, locale, subject_id }: About,
  drafts: Texts = {},
): Promise<Words> {
  const worded = WORDED_KINDS.find((known) => known === kind);
  if (worded === undefined) return words(locale);
  const own = await readOwnTexts(
    db,
    log,
    { kind: worded, locale },
    sql`(
      select shop_id from orders where order_id = ${subject_id}
      union all select shop_id from order_groups where group_id = ${subject_id} limit 1)`,
  );
  return wordsSaying(locale, { ...own, ...drafts });
}

/** The texts that a test message brings along. */
export function draftsOf(vars: object): Texts {
  return 'drafts' in vars ? (vars.drafts as Texts) : {};
}
