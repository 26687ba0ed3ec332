import { Client } from 'pg';
import { inCluster } from './cluster.ts';
import type { BackupPlan } from './settings.ts';

type Kind = 'backup' | 'verification';

const PROBLEM_LENGTH_MAX = 1000;

/** Notes in every server's database how it went, from where the server makes metrics of it. */
export async function noteOutcome(plan: BackupPlan, kind: Kind, problem: string | undefined): Promise<void> {
  for (const { database } of plan.servers)
    await inCluster(plan, database, (client) => noteIn(client, kind, problem));
}

/** The same in one database, by its owner, where PostgreSQL is somebody else's. */
export async function noteAt(ownerUrl: string, kind: Kind, problem: string | undefined): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await noteIn(client, kind, problem);
  } finally {
    await client.end();
  }
}

async function noteIn(client: Client, kind: Kind, problem: string | undefined): Promise<void> {
  if (problem === undefined)
    await client.query(
      `insert into backup_outcomes (kind, succeeded_at) values ($1, now())
       on conflict (kind) do update set succeeded_at = excluded.succeeded_at`,
      [kind],
    );
  else
    await client.query(
      `insert into backup_outcomes (kind, failed_at, problem) values ($1, now(), $2)
       on conflict (kind) do update set failed_at = excluded.failed_at, problem = excluded.problem`,
      [kind, problem.slice(0, PROBLEM_LENGTH_MAX)],
    );
}

/** When it last went well, in the database where that is longest ago; null if it never did in one. */
export async function lastSuccess(plan: BackupPlan, kind: Kind): Promise<Date | null> {
  const moments: Date[] = [];
  for (const { database } of plan.servers) {
    const at = await inCluster(plan, database, (client) => succeededAt(client, kind));
    if (at === null) return null;
    moments.push(at);
  }
  return moments.sort((a, b) => a.getTime() - b.getTime()).at(0) ?? null;
}

async function succeededAt(client: Client, kind: Kind): Promise<Date | null> {
  const { rows } = await client.query<{ succeeded_at: Date | null }>(
    'select succeeded_at from backup_outcomes where kind = $1',
    [kind],
  );
  return rows[0]?.succeeded_at ?? null;
}
