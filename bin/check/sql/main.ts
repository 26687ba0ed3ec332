import { relative, resolve } from 'node:path';
import { migrate } from '../../../kit/db/migrate.ts';
import { readValues } from '../../../kit/db/values.ts';
import { freePortBase } from '../../stack/free-ports.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { SERVER_ROLES } from '../../stack/roles.ts';
import { SCHEMAS } from '../../stack/schemas.ts';
import { removeDataDir, temporaryDataDir } from '../../stack/temporary.ts';
import { checkStatements, type Home } from './check.ts';
import { closeServerDatabase, openServerDatabase, type ServerDatabase } from './databases.ts';
import { programOf } from './program.ts';

/** Compares every statement in the checkout with the migrated databases, without running any. Exits with 1 if one is wrong. */
const root = resolve(import.meta.dirname, '../../..');
const dataDir = temporaryDataDir('sql');
const postgres = await startPostgres(dataDir, (await freePortBase()) + 1, { durable: false });
const databases: ServerDatabase[] = [];
try {
  for (const role of SERVER_ROLES) {
    const { databaseUrl, ownerDatabaseUrl } = await postgres.ensureServerDatabase(role);
    await migrate({ ownerUrl: ownerDatabaseUrl, schema: SCHEMAS[role], runtimeRole: `seonmul_${role}` });
    databases.push(await openServerDatabase(role, { ownerUrl: ownerDatabaseUrl, url: databaseUrl }));
  }
  readValues();
  const { findings, statements, texts } = await checkStatements(programOf(root), homeOf);
  for (const { kind, file, line, what } of findings)
    console.error(`${relative(root, file)}:${line} ${kind}: ${what}`);
  console.log(`${statements} statements of ${texts} texts, ${findings.length} findings`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  for (const database of databases) await closeServerDatabase(database);
  await postgres.stop();
  removeDataDir(dataDir);
}

function homeOf(file: string): Home | undefined {
  const path = relative(root, file);
  const role = /^servers\/([a-z]+)\//.exec(path)?.[1];
  if (role !== undefined)
    return { databases: databases.filter((database) => database.role === role), needs: 'all' };
  if (/^kit\/.*(?<!\.test)\.ts$/.test(path)) return { databases, needs: 'those with its tables' };
  return /^(?:kit|sandbox|bin|test)\//.test(path) && !path.startsWith('bin/check/sql/')
    ? { databases, needs: 'any' }
    : undefined;
}
