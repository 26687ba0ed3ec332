import { type Client, escapeIdentifier } from 'pg';

export type Columns = Readonly<Record<string, string>>;

/**
 * Copies one row of a table once for each element of the arrays, with some columns replaced by SQL in which `n` is the row
 * of the arrays' elements. Columns that a migration has added since are copied with the rest.
 * @param arrays names, types and values of what differs from copy to copy.
 */
export async function cloneRow(
  client: Client,
  table: string,
  where: string,
  arrays: readonly (readonly [name: string, type: string, values: readonly unknown[]])[],
  columns: Columns,
): Promise<void> {
  const names = await writableColumns(client, table);
  const unknown = Object.keys(columns).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${table} has no ${unknown.join(', ')}.`);
  const values = names.map((name) => columns[name] ?? `t.${escapeIdentifier(name)}`);
  const unnested = arrays.map(([, type], index) => `$${index + 1}::${type}[]`);
  const copied = await client.query(
    `insert into ${table} (${names.map(escapeIdentifier).join(', ')})
     select ${values.join(', ')}
     from (select * from ${table} where ${where} limit 1) t
     cross join unnest(${unnested.join(', ')}) as n(${arrays.map(([name]) => name).join(', ')})`,
    arrays.map(([, , elements]) => elements),
  );
  if (copied.rowCount !== arrays[0]?.[2].length)
    throw new Error(`${table} has no row to copy where ${where}.`);
}

/** Those that the database doesn't number itself. */
async function writableColumns(client: Client, table: string): Promise<string[]> {
  const found = await client.query(
    `select attname from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
       and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like '%nextval(%'
     order by attnum`,
    [table],
  );
  return found.rows.map(({ attname }) => attname);
}
