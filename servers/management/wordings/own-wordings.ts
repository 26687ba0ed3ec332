import { sql } from '../../../kit/db/sql.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { WORDED_KINDS } from '../../../kit/wordings/kinds.ts';
import {
  keysOf,
  type Published,
  type Texts,
  textsOf,
  wordsSaying,
} from '../../../kit/wordings/own-wordings.ts';
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
  // A shop's come after those for all.
  const published = await sql<Published>`
    select distinct on (w.key, w.shop_id) w.key, w.wording from wordings w
    where w.key = any(${keysOf(worded)}::text[]) and w.locale = ${locale} and w.shop_id in ('', (
      select shop_id from orders where order_id = ${subject_id}
      union all select shop_id from order_groups where group_id = ${subject_id} limit 1))
    order by w.key, w.shop_id, w.version desc`.execute(db);
  const own = textsOf(log, { kind: worded, locale }, published.rows);
  return wordsSaying(locale, { ...own, ...drafts });
}

/** The texts that a test message brings along. */
export function draftsOf(vars: object): Texts {
  return 'drafts' in vars ? (vars.drafts as Texts) : {};
}
