import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../bin/stack/postgres.ts';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { buildPagesIfNeeded } from '../../bin/web/build.ts';
import { migrate } from '../../kit/db/migrate.ts';
import { unpackedChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

/**
 * One throw-away PostgreSQL for the whole run, with a migrated template database a server; the pages,
 * built, and the browser that looks at them, unpacked.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await Promise.all([buildPagesIfNeeded(console.log), unpackedChromium()]);
  const dataDir = mkdtempSync(join(tmpdir(), 'seonmul-test-'));
  const port = await freePort();
  const postgres = await startPostgres(dataDir, port, { durable: false });
  const templates: Record<string, { databaseUrl: string; ownerDatabaseUrl: string }> = {};
  for (const role of SERVER_ROLES) {
    const database = await postgres.ensureServerDatabase(role);
    await migrate({
      ownerUrl: database.ownerDatabaseUrl,
      schema: SCHEMAS[role],
      runtimeRole: `seonmul_${role}`,
    });
    templates[role] = database;
  }
  project.provide('postgres', { adminUrl: postgres.adminUrl, templates });
  return async () => {
    await postgres.stop();
    postgres.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
