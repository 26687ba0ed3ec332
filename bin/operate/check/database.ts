import type { Schema } from '../../../kit/db/migrate.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { wrongRoleSettings } from '../../../kit/db/role-settings.ts';
import { readSchemaState } from '../../../kit/db/schema-state.ts';
import { troubleOf } from '../../../kit/db/trouble.ts';
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
    const { trouble } = await readSchemaState(database.db, schema);
    const ofRole = rows.flatMap(problemsOfRole);
    // Those of another role say nothing.
    const settings = ofRole.length === 0 ? await wrongRoleSettings(database.db) : undefined;
    const problems = [
      ...ofRole,
      ...(trouble === undefined ? [] : [`DATABASE_URL (${trouble.code}): ${trouble.sentence}`]),
      ...(settings === undefined ? [] : [settings]),
    ];
    return problems.length === 0 ? [fine(ABOUT)] : problems.map((problem) => wrong(ABOUT, problem));
  } catch (error) {
    const { sentence, code } = troubleOf(error, url);
    return [wrong(ABOUT, `DATABASE_URL (${code}): ${sentence}`)];
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
