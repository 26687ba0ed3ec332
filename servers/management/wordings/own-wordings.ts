import { sql } from '../../../kit/db/sql.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { WORDED_KINDS, WORDING_PARTS, type WordedKind } from '../../../kit/wordings/kinds.ts';
import { type Words, words, wordsWith } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { keyOf, wrongIn } from './check-wording.ts';

/** Texts by key, such as `recipient.gift_arrived.sms`. */
export type Texts = Readonly<Record<string, string>>;

type About = { kind: string; locale: Locale; subject_id: string };

/** The words for a message: the operator's own for its shop or for all, where there are any, and the catalogue's. */
export async function wordsFor(context: ManagementContext, about: About, drafts: Texts = {}): Promise<Words> {
  const own = isWorded(about.kind) ? { ...(await readOwn(context, about, about.kind)), ...drafts } : {};
  return Object.keys(own).length === 0 ? words(about.locale) : wordsWith(about.locale, own);
}

/** The texts that a test message brings along. */
export function draftsOf(vars: object): Texts {
  return 'drafts' in vars ? (vars.drafts as Texts) : {};
}

function isWorded(kind: string): kind is WordedKind {
  return WORDED_KINDS.some((worded) => worded === kind);
}

/** What a version of this program can't say, for it knows other variables than the one that took it, is left out. */
async function readOwn(
  { db, log }: ManagementContext,
  { locale, subject_id }: About,
  kind: WordedKind,
): Promise<Texts> {
  const found = await sql<{ key: string; wording: string | null }>`
    select distinct on (w.key, w.shop_id) w.key, w.wording from wordings w
    where w.key = any(${WORDING_PARTS.map((part) => keyOf(kind, part))}::text[])
      and w.locale = ${locale} and w.shop_id in ('', (
        select shop_id from orders where order_id = ${subject_id}
        union all select shop_id from order_groups where group_id = ${subject_id} limit 1))
    order by w.key, w.shop_id, w.version desc`.execute(db);
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
