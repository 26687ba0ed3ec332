import { join, resolve } from 'node:path';
import { PART_NUMBERS, PERMITTED, SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';

/** What somebody asked `init` for. */
export type Asked = {
  roles: readonly ServerRole[];
  domain: string;
  folder: string;
  /** Whose shop it is, such as `haneul`; only with a shop. */
  brand: { id: string; nameKo: string; nameEn: string } | undefined;
  /** Where most recipients are, as two letters; which money and days the shop reckons in. */
  country: string;
  currency: string;
  timeZone: string;
  /** Host and port of PostgreSQL. */
  database: string;
  /** The first server's number is added to it, as in the demo. */
  portBase: number;
  /** Whether the servers run in containers, by deploy/compose.yaml; otherwise as units of systemd. */
  containers: boolean;
  /** The user that the servers run as. */
  user: string;
  /** Where the program is, and Node. */
  app: string;
  node: string;
};

/** One server that files are made for. */
export type PlannedServer = {
  role: ServerRole;
  party: string;
  /** What its files and folder are called. */
  name: string;
  host: string;
  publicUrl: string;
  port: number;
  opsPort: number;
  /** Its own folder, which the server's user owns. */
  folder: string;
  /** The settings to migrate with, which that user must not have. */
  migrateEnv: string;
  /** Its database, and the role that it works with; the role that owns it ends in `_owner`. */
  database: string;
};

export type Plan = Asked & { servers: readonly PlannedServer[] };

/** Where a server's metrics are, above its port: below the next server's port, and within what `freePortBase` keeps free. */
const OPS_PORT_ABOVE = 50;

/** One server has the domain itself; several have a name each in front of it. */
export function planOf(asked: Asked): Plan {
  const folder = resolve(asked.folder);
  const roles = SERVER_ROLES.filter((role) => asked.roles.includes(role));
  const servers = roles.map((role): PlannedServer => {
    const party = role === 'shop' ? `shop:${asked.brand?.id}` : role;
    const host = roles.length === 1 ? asked.domain : `${role}.${asked.domain}`;
    const port = asked.portBase + PART_NUMBERS[role];
    const name = party.replace(':', '-');
    return {
      ...{ role, party, name, host, port },
      publicUrl: `https://${host}`,
      opsPort: port + OPS_PORT_ABOVE,
      folder: join(folder, name),
      migrateEnv: join(folder, 'migrate', `${name}.env`),
      database: `seonmul_${party.replaceAll(/\W/g, '_')}`,
    };
  });
  return { ...asked, folder, servers };
}

/** The servers of this plan that this one talks to. */
export function peersOf(plan: Plan, { role }: PlannedServer): PlannedServer[] {
  return plan.servers.filter((other) => PERMITTED[role].includes(other.role));
}

export function serverOf(plan: Plan, role: ServerRole): PlannedServer | undefined {
  return plan.servers.find((server) => server.role === role);
}
