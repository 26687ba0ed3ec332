import { type Sql, sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import type { Locale } from '../format/locale.ts';
import type { Logger } from '../log.ts';
import { type Words, words, wordsWith } from '../words/index.ts';
import { keyOf, wrongIn } from './check-wording.ts';
import { WORDING_PARTS, type WordedKind } from './kinds.ts';

/** Texts by key, such as `recipient.gift_arrived.sms`. */
export type Texts = Readonly<Record<string, string>>;

/** A language's words, with these texts in place of the catalogue's. */
export function wordsSaying(locale: Locale, own: Texts): Words {
  return Object.keys(own).length === 0 ? words(locale) : wordsWith(locale, own);
}

/**
 * What is published of a message: for all shops, or for the one that `shopId` is. What a version of this program can't say, for
 * it knows other variables than the one that took it, is left out.
 */
export async function readOwnTexts(
  executor: Executor,
  log: Pick<Logger, 'warn'>,
  { kind, locale }: { kind: WordedKind; locale: Locale },
  shopId: Sql,
): Promise<Texts> {
  const found = await sql<{ key: string; wording: string | null }>`
    select distinct on (w.key, w.shop_id) w.key, w.wording from wordings w
    where w.key = any(${WORDING_PARTS.map((part) => keyOf(kind, part))}::text[])
      and w.locale = ${locale} and w.shop_id in ('', ${shopId})
    order by w.key, w.shop_id, w.version desc`.execute(executor);
  const own: Record<string, string> = {};
  // A shop's come after those for all.
  for (const { key, wording } of found.rows) {
    if (wording === null) continue;
    const wrong = wrongIn({ kind, key, locale }, wording);
    if (wrong === undefined) own[key] = wording;
    else log.warn({ key, locale, code: wrong.code }, 'a wording of our own can’t be said any more');
  }
  return own;
}
