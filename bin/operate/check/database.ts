import { migrationsMissing, type Schema } from '../../../kit/db/migrate.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { wrongRoleSettings } from '../../../kit/db/role-settings.ts';
import { type Finding, fine, wrong } from './findings.ts';

const ABOUT = 'database';
const WAIT_MS = 10_000;
const VERSION_MIN = 18;

type Role = { version: number; powers: boolean; owns: boolean };

/** Whether the database is reached with this role, is of the right version and schema, and gives the role no more than it needs. */
export async function checkDatabase(url: string, schema: Schema): Promise<Finding[]> {
  const database = openDatabase(url, {
    applicationName: 'seonmul-check',
    connectionsMax: 1,
    connectionWait_ms: WAIT_MS,
  });
  try {
    const { rows } = await database.pool.query<Role>(
      `select current_setting('server_version_num')::int / 10000 as version,
         rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as powers,
         exists (select 1 from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns
       from pg_roles r where rolname = current_user`,
    );
    const missing = await migrationsMissing(database.db, schema);
    const ofRole = rows.flatMap(problemsOfRole);
    // Those of another role say nothing.
    const settings = ofRole.length === 0 ? await wrongRoleSettings(database.db) : undefined;
    const problems = [...ofRole, ...problemsOfSchema(missing), ...(settings === undefined ? [] : [settings])];
    return problems.length === 0 ? [fine(ABOUT)] : problems.map((problem) => wrong(ABOUT, problem));
  } catch (error) {
    return [wrong(ABOUT, `DATABASE_URL: ${whyNot(error, new URL(url))}`)];
  } finally {
    await database.close();
  }
}

function problemsOfRole({ version, powers, owns }: Role): string[] {
  return [
    ...(version < VERSION_MIN
      ? [`PostgreSQL ${version} is too old: ${VERSION_MIN} or newer is needed.`]
      : []),
    ...(powers
      ? [
          'DATABASE_URL’s role may make roles or databases; give it nothing but `login` (database.sql of `init`).',
        ]
      : []),
    ...(owns
      ? [
          'DATABASE_URL’s role owns tables, so it could change history; use the runtime role, and the owner only to migrate.',
        ]
      : []),
  ];
}

function problemsOfSchema([first, ...more]: readonly string[]): string[] {
  if (first === undefined) return [];
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return [`the schema lacks migration ${first}${others}: npx seonmul server … --migrate`];
}

/** What to do about it. PostgreSQL's own messages name roles and addresses, but no passwords. */
function whyNot(error: unknown, { host, username, pathname }: URL): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return `${host} refuses role ${username}: is it the password, or pg_hba.conf? (${code})`;
  if (code === '3D000') return `${host} has no database ${pathname.slice(1)}: run database.sql of \`init\`.`;
  if (code === '42501') return `role ${username} may not connect to ${pathname.slice(1)} (${code}).`;
  if (/SSL|TLS|certificate/i.test(message)) return `no encrypted connection to ${host}: ${message}.`;
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/.test(code))
    return `${host} can't be reached (${code}): is PostgreSQL running, and does it listen there?`;
  return `${message || code}.`;
}
