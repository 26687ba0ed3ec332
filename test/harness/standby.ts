import { Client } from 'pg';
import { expect, inject, vi } from 'vitest';

/** A standby that never comes is named in the tests' PostgreSQL. Commits of this database's next connections wait for it. */
export function waitForStandby(databaseUrl: string): Promise<void> {
  return asAdmin(databaseUrl, async (client, name) => {
    await client.query(`alter database ${client.escapeIdentifier(name)} set synchronous_commit = on`);
  });
}

/** Cancels the one commit of this database that waits, as somebody might by hand; it is waited for. */
export function cancelWait(databaseUrl: string): Promise<void> {
  return asAdmin(databaseUrl, (client, name) =>
    vi.waitFor(async () => {
      const { rows } = await client.query(
        `select pg_cancel_backend(pid) from pg_stat_activity where datname = $1 and wait_event = 'SyncRep'`,
        [name],
      );
      expect(rows).toHaveLength(1);
    }, 20_000),
  );
}

async function asAdmin(
  databaseUrl: string,
  work: (client: Client, name: string) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: inject('postgres').adminUrl });
  await client.connect();
  await work(client, new URL(databaseUrl).pathname.slice(1)).finally(() => client.end());
}
