import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { ConfigError, readSettings } from '../../../kit/config.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { readEnvFile } from '../arguments.ts';
import { ProgramFailed } from '../backup/programs.ts';
import { readBackupPlan } from '../backup/settings.ts';
import { parseMoment } from '../restore/moment.ts';
import { parseServer } from '../restore/named-servers.ts';
import { RestoreRefused } from '../restore/refused.ts';
import { restoreCluster } from '../restore/restore-cluster.ts';
import { markAll, refuseFaults, restoreServers } from '../restore/restore-server.ts';

const USAGE = `npx seonmul restore --env FILE --to <latest|MOMENT> --server SERVER=FILE… [--whole-cluster] [--accept-faults]
npx seonmul restore --restored --server SERVER=FILE…

Restores the databases of servers that are stopped to a moment, such as "2026-03-01 08:15:00+09:00", and has each note that it
was restored, so that it and others find out what it lacks. Run it on the cluster's machine as root.

A copy is restored and checked first. Then it takes the place of the database that is there, which stays under another name;
the other databases of the cluster go on all the while.

  --env FILE         the settings of the cluster's backups: backup/backup.env
  --server SERVER=FILE   which server, with its settings: management=/etc/seonmul/management/server.env; more than once for
                     more, two shops of one cluster, too
  --whole-cluster    restores all of it, where its data are lost or damaged; PostgreSQL is stopped, and every server is named
  --accept-faults    goes on although the restored copy has faults
  --restored         restores nothing: the database was restored by somebody else, as where PostgreSQL is managed; it is
                     checked, and the server notes it`;
const text = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;
const OPTIONS = {
  env: text,
  to: text,
  server: { type: 'string', multiple: true },
  'whole-cluster': FLAG,
  'accept-faults': FLAG,
  restored: FLAG,
} as const;

const asked = argumentsOrExit((args) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  const servers = (values.server ?? []).map(parseServer);
  if (servers.length === 0) throw new Error('Name at least one server: --server SERVER=FILE.');
  if (new Set(servers.map(({ envFile }) => resolve(envFile))).size < servers.length)
    throw new Error('Name each server once.');
  const acceptFaults = values['accept-faults'];
  if (values.restored) {
    if (values.env !== undefined || values.to !== undefined || values['whole-cluster'])
      throw new Error('--restored goes with --server alone.');
    return { kind: 'restored', servers, acceptFaults } as const;
  }
  if (values.env === undefined || values.to === undefined) throw new Error('--env and --to are needed.');
  const to = parseMoment(values.to, systemClock());
  return {
    kind: 'restore',
    env: values.env,
    to,
    servers,
    acceptFaults,
    whole: values['whole-cluster'],
  } as const;
}, USAGE);

const say = (line: string) => console.log(line);

async function perform(): Promise<boolean> {
  const { servers, acceptFaults } = asked;
  if (asked.kind === 'restored') {
    const { databaseUrl } = COMMON_SETTINGS;
    const databases = servers.map(({ role, envFile }) => ({
      role,
      url: readSettings({ databaseUrl }, readEnvFile(envFile)).databaseUrl,
      called: role,
    }));
    await refuseFaults(databases, { acceptFaults, say });
    return markAll(servers, say);
  }
  const plan = readBackupPlan(asked.env, readEnvFile(asked.env));
  const wanted = { to: asked.to, servers, acceptFaults, say, now: systemClock() };
  return asked.whole ? restoreCluster(plan, wanted) : restoreServers(plan, wanted);
}

try {
  const isDone = await perform();
  if (isDone)
    console.log(
      'Start the servers again. What each lacks since then: npx seonmul reconcile SERVER --env FILE',
    );
  process.exit(isDone ? 0 : 1);
} catch (error) {
  const isExpected = [ConfigError, ProgramFailed, RestoreRefused].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  console.error((error as Error).message);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
