import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { Client } from 'pg';
import { freePortBase } from '../stack/free-ports.ts';
import { startStack } from '../stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';

/**
 * Writes the generated files: `servers/<role>/db/schema.sql` from the migrations, for readers, and
 * `web/api/<part>.gen.ts` from the OpenAPI documents, for the pages. `--check` only says whether they are current.
 */
const checkOnly = process.argv.includes('--check');
const dataDir = temporaryDataDir('schema');
const stack = await startStack({
  portBase: await freePortBase(),
  dataDir,
  durable: false,
  say: (line) => console.error(line),
});
let differs = false;
try {
  for (const [role, { ownerDatabaseUrl }] of stack.databases) {
    const client = new Client({ connectionString: ownerDatabaseUrl });
    await client.connect();
    try {
      keep(`servers/${role}/db/schema.sql`, await describe(client, role));
    } finally {
      await client.end();
    }
  }
  for (const part of ['management', 'settlement', 'shop', 'sandbox'] as const) {
    const types = astToString(await openapiTS(new URL(`${stack.url(part)}/openapi.json`)));
    keep(
      `web/api/${part}.gen.ts`,
      `// Made by \`npm run schema\` from the server's OpenAPI document.\n${types}`,
    );
  }
} finally {
  await stack.stop();
  removeDataDir(dataDir);
}
process.exit(differs ? 1 : 0);

function keep(file: string, text: string): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known === text) return;
  if (checkOnly) {
    console.error(`${file} is out of date; run npm run schema.`);
    differs = true;
  } else writeFileSync(file, text);
}

async function describe(client: Client, role: string): Promise<string> {
  const lines = async (sql: string) =>
    (await client.query<{ line: string }>(sql, [`seonmul_${role}`])).rows.map(({ line }) => line);
  const parts = [
    '-- Made by `npm run schema` from the migrations; a picture for readers, not a source.\n',
    ...(await lines(`
      select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(format('  %s %s%s%s', a.attname,
          format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and $1 <> ''
      group by c.relname order by c.relname`)),
    ...(await lines(`
      select format(E'create view %s as\\n%s', viewname, definition) as line
      from pg_views where schemaname = 'public' and $1 <> '' order by viewname`)),
    ...(await lines(`
      select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and $1 <> ''
        and conrelid not in (select inhrelid from pg_inherits)
      order by conrelid::regclass::text, conname`)),
    ...(await lines(`
      select indexdef || ';' as line from pg_indexes
      where schemaname = 'public' and $1 <> '' and indexname not in (select conname from pg_constraint)
        and format('%I.%I', schemaname, tablename)::regclass not in (select inhrelid from pg_inherits) order by indexname`)),
    ...(await lines(`
      select format('grant %s on %s to :runtime_role;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name) as line
      from information_schema.table_privileges where grantee = $1 group by table_name order by table_name`)),
    ...(await lines(`
      select format('grant update (%s) on %s to :runtime_role;', string_agg(column_name, ', ' order by column_name), table_name) as line
      from information_schema.column_privileges p
      where grantee = $1 and privilege_type = 'UPDATE' and not exists (
        select 1 from information_schema.table_privileges t
        where t.grantee = $1 and t.table_name = p.table_name and t.privilege_type = 'UPDATE')
      group by table_name order by table_name`)),
  ];
  return `${parts.join('\n')}\n`;
}
