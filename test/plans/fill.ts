import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Rows of a table that grows with the business, and of one that does not. */
const MANY = 5_000;
const FEW = 20;
/** How many rows of a table belong to one row of another. */
const PER_PARENT = 3;

/**
 * Tables whose rows are few however much is sold: parties, places, people who work there, the lines' fittings, and what
 * goes wrong at the moment.
 */
export const SMALL_TABLES: ReadonlySet<string> = new Set([
  'schema_migrations',
  'party_keys',
  'notice_recipients',
  'journal_parties',
  'journal_sequencer',
  'leases',
  'inbox_senders',
  'silent_parties',
  'inbox_positions',
  'shops',
  'wordings',
  'shown_shops',
  'stores',
  'terminals',
  'clerks',
  'staff',
  'staff_authenticators',
  'staff_passkeys',
  'staff_resets',
  'service_accounts',
  'service_tokens',
  'voice_lines',
  'voice_seats',
  'test_cards',
  'failing_work',
  'spraying_alarms',
  'guessed_phones',
  'open_payouts',
  'payee_accounts',
  'account_changes',
  'account_proposals',
  'journal_dropped_months',
  'reconciliations',
  'inbox_breaks',
  'dispute_lists',
  'dispute_positions',
  'dismissed_breaks',
  'alarms',
  'backup_outcomes',
  'book_checks',
]);

/** The states that most rows are in, if their table has them. */
const ENDS = ['accepted', 'captured', 'confirmed', 'delivered', 'done', 'made', 'paid'];

type Column = {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  /** The table that it refers to. */
  parent: string | null;
  /** Whether a unique index relies on it, alone or with others. */
  unique: 'alone' | 'with others' | null;
  check: string | null;
  /** What partial indexes say of it. */
  predicate: string | null;
};

/**
 * Fills every table of a migrated database with rows that only the planner ever reads: as many as a busy year leaves,
 * spread as they are in the end. Constraints are dropped first, since no story is told.
 */
export async function fill(superuser: Client): Promise<void> {
  const columns = await columnsOf(superuser);
  await superuser.query('set session_replication_role = replica');
  await superuser.query(await dropChecks(superuser));
  const tables = new Set(columns.map(({ table }) => table));
  await superuser.query(`truncate ${[...tables].map(escapeIdentifier).join(', ')}`);
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    const names = own.map(({ name }) => escapeIdentifier(name)).join(', ');
    const values = own.map((column) => expressionOf(column)).join(', ');
    await superuser.query(
      `insert into ${escapeIdentifier(table)} (${names}) overriding system value
       select ${values} from generate_series(1, ${rowsOf(table, own)}) as n`,
    );
  }
  await superuser.query('analyze');
}

/** Has the planner count each table that grows as so many rows: it multiplies what it finds by what it was told. */
export async function pretend(superuser: Client, rows: number): Promise<void> {
  await superuser.query(
    `select pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text, 'relpages', relpages,
       'reltuples', $1::real)
     from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples >= ${MANY}`,
    [rows],
  );
}

function rowsOf(table: string, columns: readonly Column[]): number {
  const hasOneRow = columns.some(({ type, unique }) => type === 'boolean' && unique === 'alone');
  if (hasOneRow) return 1;
  return SMALL_TABLES.has(table) ? FEW : MANY;
}

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
      (select confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = c.oid and conkey[1] = a.attnum limit 1) as parent,
      (select case when min(indnkeyatts) = 1 then 'alone' else 'with others' end from pg_index
        where indrelid = c.oid and indisunique and a.attnum = any(indkey) having count(*) > 0) as unique,
      (select pg_get_constraintdef(oid) from pg_constraint
        where contype = 'c' and conrelid = c.oid and conkey = array[a.attnum]
          and pg_get_constraintdef(oid) ~ '= ANY|= ''' order by oid limit 1) as check,
      (select string_agg(pg_get_expr(indpred, indrelid), ' ') from pg_index
        where indrelid = c.oid and pg_get_expr(indpred, indrelid) ~ ('\\m' || a.attname || '\\M')) as predicate
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`);
  return rows;
}

async function dropChecks(client: Client): Promise<string> {
  const { rows } = await client.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0 and coninhcount = 0`);
  return rows.map(({ drop }) => drop).join('; ');
}

/** An expression of `n`, the number of the row. */
function expressionOf(column: Column): string {
  const { name, nullable, predicate, unique } = column;
  const value = (unique === 'alone' ? undefined : wordOf(column)) ?? keyOf(column);
  if (!nullable || unique !== null) return value;
  if (new RegExp(`\\b${name} IS NULL`).test(predicate ?? ''))
    return `case when n % 50 = 0 then null else ${value} end`;
  if (new RegExp(`\\b${name} IS NOT NULL`).test(predicate ?? ''))
    return `case when n % 50 = 0 then ${value} end`;
  return `case when n % 2 = 0 then ${value} end`;
}

/** One of the words that the column's CHECK allows: of states nearly always one, of others each as often. */
function wordOf({ name, type, check }: Column): string | undefined {
  if (type === 'boolean') return 'n % 50 = 0';
  const words =
    type === 'text' ? [...(check ?? '').matchAll(/'([a-z0-9_]+)'::/g)].map(([, word = '']) => word) : [];
  if (words.length === 0) return undefined;
  const list = `(array[${words.map((word) => escapeLiteral(word)).join(', ')}])`;
  const any = `${list}[1 + n % ${words.length}]`;
  if (name !== 'state') return any;
  const end = ENDS.find((word) => words.includes(word)) ?? words.at(-1) ?? '';
  return `case when n % 50 = 0 then ${list}[1 + n / 50 % ${words.length}] else ${escapeLiteral(end)} end`;
}

/** A value that follows from a number alone, so that what refers to a row has its key. */
function keyOf({ table, type, parent, unique, name }: Column): string {
  const isOfSmall = parent !== null && SMALL_TABLES.has(parent) && !SMALL_TABLES.has(table);
  const k =
    isOfSmall && unique !== 'alone' ? `(1 + n % ${FEW})` : unique !== null ? 'n' : `(1 + n / ${PER_PARENT})`;
  switch (type) {
    case 'uuid':
      return `lpad(to_hex(${k}), 32, '0')::uuid`;
    case 'text':
    case 'character varying':
      return `'x' || ${k}`;
    case 'character':
      return "'KRW'";
    case 'bytea':
      return `decode(lpad(to_hex(${k}), 64, '0'), 'hex')`;
    case 'integer':
    case 'bigint':
    case 'smallint':
    case 'numeric':
    case 'double precision':
      return unique !== null ? k : '1 + n % 1000';
    case 'timestamp with time zone':
      return `now() - ${unique !== null ? 'n' : '(n % 10000)'} * interval '50 minutes'`;
    case 'date':
      return unique === 'alone' ? 'current_date - n' : 'current_date - n % 365';
    case 'interval':
      return "n * interval '1 day'";
    case 'boolean':
      return 'true';
    case 'jsonb':
      return "'{}'::jsonb";
    case 'text[]':
      return "array['x' || n]";
    case 'uuid[]':
      return "array[lpad(to_hex(n), 32, '0')::uuid]";
    case 'bigint[]':
      return 'array[n]::bigint[]';
    case 'int8multirange':
      return "'{}'::int8multirange";
    case 'xid8':
      return 'n::text::xid8';
    default:
      throw new Error(`There is no value for ${table}.${name}, of type ${type}.`);
  }
}
