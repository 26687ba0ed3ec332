import { randomInt } from 'node:crypto';
import { relative } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../bin/stack/postgres.ts';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { buildPagesIfNeeded } from '../../bin/web/build.ts';
import { migrate } from '../../kit/db/migrate.ts';
import { unpackedChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { needsOf } from './needs.ts';

/** Sets up what the selected tests need and nothing else, so that a single test runs within seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const filters: string[] = JSON.parse(process.env.TEST_FILTERS ?? '[]');
  const { testFiles } = await project.globTestFiles(filters);
  const needs = needsOf(testFiles.map((file) => relative(project.config.root, file)));
  project.provide('seed', Number(process.env.TEST_SEED ?? randomInt(2 ** 31)));
  // Only browsers need the built pages; the servers answer without them.
  const [end] = await Promise.all([
    needs.database ? startDatabases(project) : async () => {},
    ...(needs.browser ? [buildPagesIfNeeded(console.log), unpackedChromium()] : []),
  ]);
  return end;
}

/** A temporary PostgreSQL with a migrated template database per server. */
async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = temporaryDataDir('test');
  // A standby that never comes keeps nobody waiting until a database turns `synchronous_commit` on.
  const more = { synchronous_standby_names: 'nobody' };
  const postgres = await startPostgres(dataDir, await freePort(), { durable: false, more });
  const templates = await Promise.all(
    SERVER_ROLES.map(async (role) => {
      const database = await postgres.ensureServerDatabase(role);
      const { ownerDatabaseUrl: ownerUrl } = database;
      await migrate({ ownerUrl, schema: SCHEMAS[role], runtimeRole: `seonmul_${role}` });
      return [role, database] as const;
    }),
  );
  project.provide('postgres', { adminUrl: postgres.adminUrl, templates: Object.fromEntries(templates) });
  return async () => {
    await postgres.stop();
    removeDataDir(dataDir);
  };
}
