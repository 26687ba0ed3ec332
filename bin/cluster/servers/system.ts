import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../../../kit/db/migrate.ts';
import { databaseSql } from '../../operate/init/database-sql.ts';
import { type Plan, planOf } from '../../operate/init/plan.ts';
import { runOnce } from '../../stack/child.ts';
import {
  MESSAGE_PORTS,
  type Place,
  portOf,
  sandboxEnvironment,
  serverEnvironment,
} from '../../stack/environment.ts';
import { prepareFiles } from '../../stack/files.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { SCHEMAS } from '../../stack/schemas.ts';
import type { DatabaseCluster } from '../database/database.ts';
import { ADDRESSES } from '../hosts/hosts.ts';
import { until } from '../hosts/until.ts';

export const PORT_BASE = 4000;
const ROOT = resolve(import.meta.dirname, '..', '..', '..');
/** Where HAProxy is, on each host with servers. */
const THROUGH_BALANCER = '127.0.0.1:5000';

/** Where everybody reaches a server, or the sandbox. */
export const urlOf = (part: ServerRole | 'sandbox') =>
  `http://${ADDRESSES.outside}:${portOf(PORT_BASE, part)}`;

export type System = {
  /** Settings of each server, for the hosts with servers, and of the sandbox. */
  environments: Readonly<Record<ServerRole, Record<string, string>>>;
  sandbox: Record<string, string>;
  /** The URL of each server's database with its runtime role, by PgBouncer at an address. */
  databaseUrl(role: ServerRole, at: string): string;
  ownerUrl(role: ServerRole, at: string): string;
  /** Where its keys are. */
  dataDir: string;
};

/** Databases, roles, schemas and demo data, made as `init` says, then through PgBouncer and HAProxy. */
export async function prepareSystem(database: DatabaseCluster, dataDir: string): Promise<System> {
  mkdirSync(dataDir, { recursive: true });
  const plan = aPlan(dataDir);
  const passwordsOf = () => ({ runtime: database.password, owner: database.password });
  const primary = await until('a primary', 60, () => database.primary());
  await database.hosts.write(primary, '/etc/cluster/database.sql', databaseSql(plan, passwordsOf));
  await database.hosts.run(
    primary,
    'psql -h /run/postgresql -Xq -f /etc/cluster/database.sql && rm /etc/cluster/database.sql',
  );
  const nameOf = (role: ServerRole) => plan.servers.find((server) => server.role === role)?.database ?? '';
  await database.openTo(Object.fromEntries(SERVER_ROLES.map((role) => [nameOf(role), database.password])));

  const url = (user: string, role: ServerRole, at: string) =>
    `postgres://${user}:${database.password}@${at}/${nameOf(role)}`;
  const databaseUrl = (role: ServerRole, at: string) => url(nameOf(role), role, at);
  const ownerUrl = (role: ServerRole, at: string) => url(`${nameOf(role)}_owner`, role, at);
  for (const role of SERVER_ROLES)
    await migrate({
      ownerUrl: ownerUrl(role, `${ADDRESSES[primary]}:5432`),
      schema: SCHEMAS[role],
      runtimeRole: nameOf(role),
    });

  const place: Place = { portBase: PORT_BASE, dataDir, root: ROOT };
  const smsc = (part: 'smsc' | 'secondSmsc') => `smpp://${ADDRESSES.outside}:${portOf(PORT_BASE, part)}`;
  const files = await prepareFiles(dataDir, urlOf, smsc, urlOf('sandbox'));
  const settings = (role: ServerRole, at: string) =>
    outward(
      serverEnvironment(role, place, files, { databaseUrl: databaseUrl(role, at), ownerDatabaseUrl: '' }),
    );
  // Servers listen for everybody, and believe HAProxy and the player who a client is.
  const byRole = (at: string): Readonly<Record<ServerRole, Record<string, string>>> => {
    const of = (role: ServerRole) => ({
      ...settings(role, at),
      HOST: '0.0.0.0',
      TRUSTED_PROXIES: '10.77.0.0/24',
    });
    return {
      management: of('management'),
      settlement: of('settlement'),
      carrier: of('carrier'),
      shop: of('shop'),
    };
  };
  await runOnce(join(ROOT, 'bin/stack/seed-all.ts'), JSON.stringify(byRole(`${ADDRESSES[primary]}:6432`)));
  return {
    environments: byRole(THROUGH_BALANCER),
    sandbox: { ...outward(sandboxEnvironment(place, files)), HOST: '0.0.0.0' },
    databaseUrl,
    ownerUrl,
    dataDir,
  };
}

/** Addresses of the demo's one machine, as they are seen from all hosts; the database stays where it is. */
function outward(environment: Record<string, string>): Record<string, string> {
  const ports = [...SERVER_ROLES, 'sandbox' as const, ...MESSAGE_PORTS].map((part) =>
    portOf(PORT_BASE, part),
  );
  const ours = new RegExp(`127\\.0\\.0\\.1:(${ports.join('|')})\\b`, 'g');
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      name === 'DATABASE_URL' ? value : value.replace(ours, `${ADDRESSES.outside}:$1`),
    ]),
  );
}

function aPlan(folder: string): Plan {
  return planOf({
    ...{ roles: SERVER_ROLES, domain: 'example.com', folder, country: 'KR', currency: 'KRW' },
    ...{ brand: { id: 'haneul', nameKo: '하늘상점', nameEn: 'Haneul Store' }, timeZone: 'Asia/Seoul' },
    ...{
      database: THROUGH_BALANCER,
      portBase: PORT_BASE,
      user: 'seonmul',
      app: ROOT,
      node: process.execPath,
      containers: false,
    },
  });
}
