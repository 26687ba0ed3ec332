import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import type { Locale } from '../format/locale.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { keyOf, wrongIn } from './check-wording.ts';
import { WORDING_PARTS, type WordedKind, type WordingPart } from './kinds.ts';

/** Which texts: for the gifts of a shop, or for all, in one language. */
export type For = { shop_id: string | undefined; locale: Locale };
/** The last version of a part, 0 before the first, with its text; null is the catalogue's. */
type OwnWording = { version: number; wording: string | null };
export type Drafts = Readonly<Partial<Record<WordingPart, { after: number; wording: string | null }>>>;

export const CHECK_WORDING_REFUSALS = refusals(
  'wording_variable_unknown', // with the `part` and the `variable`
  'wording_variable_missing', // the same
);

export const PUBLISH_WORDINGS_REFUSALS = refusals(
  ...CHECK_WORDING_REFUSALS,
  'changed_meanwhile', // somebody else has published since
);

/** The last versions of all texts in one language, by key. */
export async function readWordings(
  executor: Executor,
  { shop_id = '', locale }: For,
): Promise<ReadonlyMap<string, OwnWording>> {
  const found = await sql<OwnWording & { key: string }>`
    select distinct on (key) key, version, wording from wordings
    where shop_id = ${shop_id} and locale = ${locale} order by key, version desc`.execute(executor);
  return new Map(found.rows.map(({ key, ...own }) => [key, own]));
}

/** Refuses what couldn't be said, with the part and the variable that are wrong. */
export function checkTexts(
  kind: WordedKind,
  locale: Locale,
  texts: Readonly<Partial<Record<WordingPart, string | null>>>,
): Result<undefined, RefusalOf<typeof CHECK_WORDING_REFUSALS>> {
  for (const part of WORDING_PARTS) {
    const text = texts[part] ?? null;
    const wrong = text === null ? undefined : wrongIn({ kind, key: keyOf(kind, part), locale }, text);
    if (wrong !== undefined) return refuse(wrong.code, { part, variable: wrong.variable });
  }
  return done(undefined);
}

/** Publishes new versions of a message's texts, all or none. */
export async function publishWordings(
  { clock }: { clock: Clock },
  tx: Tx,
  staffId: string,
  { shop_id = '', locale, kind, drafts }: For & { kind: WordedKind; drafts: Drafts },
): Promise<
  Result<{ versions: Partial<Record<WordingPart, number>> }, RefusalOf<typeof PUBLISH_WORDINGS_REFUSALS>>
> {
  const parts = WORDING_PARTS.flatMap((part) => {
    const draft = drafts[part];
    return draft === undefined ? [] : [{ part, key: keyOf(kind, part), ...draft }];
  });
  const texts = Object.fromEntries(parts.map(({ part, wording }) => [part, wording]));
  const checked = checkTexts(kind, locale, texts);
  if (!checked.ok) return checked;
  const published = await sql`
    insert into wordings (shop_id, key, locale, version, wording, published_at, published_by)
    select ${shop_id}, d.key, ${locale}, d.after + 1, d.wording, ${clock()}, ${staffId}
    from unnest(${parts.map(({ key }) => key)}::text[], ${parts.map(({ after }) => after)}::integer[],
      ${parts.map(({ wording }) => wording)}::text[]) as d(key, after, wording)
    where d.after = (
      select coalesce(max(w.version), 0) from wordings w
      where w.shop_id = ${shop_id} and w.key = d.key and w.locale = ${locale})
    on conflict (shop_id, key, locale, version) do nothing returning 1`.execute(tx);
  if (published.rows.length < parts.length) return rollBack(refuse('changed_meanwhile'));
  return done({ versions: Object.fromEntries(parts.map(({ part, after }) => [part, after + 1])) });
}
