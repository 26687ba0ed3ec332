import type { Client } from 'pg';
import type { Catalogue } from './catalogue.ts';
import { nullable } from './nullability.ts';
import { readQueries } from './tree.ts';

/** The same catalogue, which also knows what PostgreSQL does not say: the columns of views that are never null. */
export async function withViews(client: Client, catalogue: Catalogue): Promise<Catalogue> {
  const views = await client.query<{ view: string; tree: string }>(`
    select ev_class::oid::text as view, ev_action::text as tree from pg_rewrite join pg_class c on c.oid = ev_class
    where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace and rulename = '_RETURN'`);
  const notNull = new Set(
    views.rows.flatMap(({ view, tree }) => {
      const [query] = readQueries(tree);
      if (query === undefined) throw new Error('PostgreSQL showed no tree of a view.');
      return nullable(query, catalogue, []).flatMap((isNullable, at) =>
        isNullable ? [] : [`${view}.${at + 1}`],
      );
    }),
  );
  return {
    ...catalogue,
    isNotNull: (table, column) => notNull.has(`${table}.${column}`) || catalogue.isNotNull(table, column),
  };
}
