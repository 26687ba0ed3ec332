import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { ensureServerDatabase } from '../../bin/stack/server-databases.ts';
import { migrate } from '../../kit/db/migrate.ts';
import { freePort } from '../harness/free-port.ts';
import { type DebianCluster, removeCluster, startCluster } from './debian-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: DebianCluster;
  }
}

/** Debian's PostgreSQL with the databases of two servers, from which tests clone theirs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const cluster = await startCluster(port, process.env.SEONMUL_PACKAGES ?? '');
  try {
    const admin = { port, password: 'unused' };
    const templates = await Promise.all(
      (['shop', 'settlement'] as const).map(async (role) => {
        const database = await ensureServerDatabase(admin, role);
        const { ownerDatabaseUrl: ownerUrl } = database;
        await migrate({ ownerUrl, schema: SCHEMAS[role], runtimeRole: `seonmul_${role}` });
        return [role, database] as const;
      }),
    );
    const adminUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
    // Else they would be servers' databases that nobody has named.
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    for (const [role] of templates) await client.query(`alter database seonmul_${role} is_template true`);
    await client.end();
    project.provide('postgres', { adminUrl, templates: Object.fromEntries(templates) });
    project.provide('cluster', cluster);
    return () => removeCluster(cluster);
  } catch (error) {
    await removeCluster(cluster);
    throw error;
  }
}
