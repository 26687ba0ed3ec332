import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';

/** Filters of a list under a name, for whoever saved them. */
export type SavedView = { view_id: string; list: string; name: string; filters: Record<string, string> };

const VIEWS_MAX = 100;

export const SAVE_VIEW_REFUSALS = refusals('views_limit');

/** Somebody's views of a list, by name. */
export async function listViews(executor: Executor, staffId: string, list: string): Promise<SavedView[]> {
  const found = await sql<SavedView>`
    select view_id, list, name, filters from staff_views
    where staff_id = ${staffId} and list = ${list} order by name limit ${VIEWS_MAX}`.execute(executor);
  return found.rows;
}

/** Saves filters under a name; one of the same name is replaced. */
export async function saveView(
  tx: Tx,
  staffId: string,
  { view_id, list, name: typed, filters }: SavedView,
  now: Date,
): Promise<Result<SavedView, RefusalOf<typeof SAVE_VIEW_REFUSALS>>> {
  const name = typed.trim();
  const saved = await sql<SavedView>`
    insert into staff_views (view_id, staff_id, list, name, filters, saved_at)
    select ${view_id}::uuid, ${staffId}::uuid, ${list}::text, ${name}::text, ${JSON.stringify(filters)}::jsonb,
      ${now}::timestamptz
    where (select count(*) from staff_views where staff_id = ${staffId} and list = ${list} and name <> ${name}) < ${VIEWS_MAX}
    on conflict (staff_id, list, name) do update set filters = excluded.filters, saved_at = excluded.saved_at
    returning view_id, list, name, filters`.execute(tx);
  const [view] = saved.rows;
  return view === undefined ? refuse('views_limit') : done(view);
}

/** Deletes one of somebody's own; there is none afterwards, whether or not there was. */
export async function deleteView(executor: Executor, staffId: string, viewId: string): Promise<void> {
  await sql`delete from staff_views where view_id = ${viewId} and staff_id = ${staffId}`.execute(executor);
}
