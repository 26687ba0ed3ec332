import { Client, escapeIdentifier } from 'pg';
import type { Catalogue } from './catalogue.ts';
import { withViews } from './views.ts';

export type ServerDatabase = {
  role: string;
  /** As the owner of the tables; describes statements. */
  owner: Client;
  /** As the server's runtime role, with its rights. */
  runtime: Client;
  catalogue: Catalogue;
};

/** A column that only `*` reads, because no statement names it. */
export const STAR_COLUMN = 'read_by_a_star';

/** Opens a migrated database that nobody else uses, and adds that column to each table. */
export async function openServerDatabase(
  role: string,
  { ownerUrl, url }: { ownerUrl: string; url: string },
): Promise<ServerDatabase> {
  const owner = new Client({ connectionString: ownerUrl });
  const runtime = new Client({ connectionString: url });
  await owner.connect();
  await runtime.connect();
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
  );
  const changes = rows.map(
    ({ name }) => `alter table ${escapeIdentifier(name)} add column ${STAR_COLUMN} int`,
  );
  await owner.query(changes.join(';'));
  return { role, owner, runtime, catalogue: await withViews(owner, await readCatalogue(owner)) };
}

export async function closeServerDatabase({ owner, runtime }: ServerDatabase): Promise<void> {
  await owner.end();
  await runtime.end();
}

async function readCatalogue(client: Client): Promise<Catalogue> {
  const columns = await client.query<{ key: string; name: string; not_null: boolean }>(`
    select format('%s.%s', attrelid, attnum) as key, format('%s.%s', attrelid::regclass, attname) as name,
      attnotnull as not_null
    from pg_attribute join pg_class c on c.oid = attrelid
    where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v')`);
  const checks = await client.query<{ key: string; condition: string }>(`
    select format('%s.%s', conrelid, conkey[1]) as key, pg_get_constraintdef(oid) as condition from pg_constraint
    where contype = 'c' and cardinality(conkey) = 1`);
  const functions = await client.query<{ oid: string; name: string; strict: boolean; takes_json: boolean }>(`
    select oid::text as oid, proname as name, proisstrict as strict,
      '{json,jsonb}'::regtype[]::oid[] && proargtypes::oid[] as takes_json
    from pg_proc`);
  const notNull = new Set(columns.rows.filter((column) => column.not_null).map(({ key }) => key));
  const names = new Map(columns.rows.map(({ key, name }) => [key, name]));
  const words = new Map(
    checks.rows.flatMap(({ key, condition }) => {
      const listed = wordsIn(condition);
      return listed === undefined ? [] : [[key, listed] as const];
    }),
  );
  return {
    isNotNull: (table, column) => notNull.has(`${table}.${column}`),
    wordsOf: (table, column) => words.get(`${table}.${column}`),
    nameOf: (table, column) => names.get(`${table}.${column}`) ?? 'a column',
    functions: new Map(
      functions.rows.map(({ oid, name, strict, takes_json }) => [
        oid,
        { name, strict, takesJson: takes_json },
      ]),
    ),
  };
}

/** `CHECK ((state = ANY (ARRAY['a'::text, 'b'::text])))`, or of one word `CHECK ((state = 'a'::text))`. */
function wordsIn(condition: string): Set<string> | undefined {
  const listed =
    /^CHECK \(\(\(?\w+\)?(?:::text)? = (?:ANY \(+ARRAY\[)?((?:'(?:[^']|'')*'::[a-z ]+(?:, )?)+)\]?[^'a-z]*(?:::text\[\]\)*)?\)*$/.exec(
      condition,
    );
  const words = [...(listed?.[1] ?? '').matchAll(/'((?:[^']|'')*)'::/g)].map(([, word = '']) =>
    word.replaceAll("''", "'"),
  );
  return words.length === 0 ? undefined : new Set(words);
}
