import { join } from 'node:path';
import { BACKUP_SETTINGS } from '../backup/settings.ts';
import { differentSettings, envText } from './env-file.ts';
import type { Files } from './files.ts';
import type { Plan } from './plan.ts';
import { nodeRuns } from './unit-files.ts';

/** The user that owns a cluster that was installed as a package. */
const CLUSTER_USER = 'postgres';
export const CLUSTER_SERVICE = 'postgresql@18-main.service';
const POSTGRES_PORT = '5432';

export const backupEnvOf = ({ folder }: Plan): string => join(folder, 'backup/backup.env');

/** The databases of these servers, as BACKUP_DATABASES has them. */
export const backedUpIn = ({ servers }: Plan): string =>
  servers.map(({ role, database }) => `${role}=${database}`).join(',');

type Timed = { name: string; description: string; verb: string; at: string };

const TIMED: readonly Timed[] = [
  { name: 'seonmul-backup', description: 'backup of PostgreSQL', verb: 'run', at: '*-*-* 02:30:00' },
  {
    name: 'seonmul-backup-verify',
    description: 'backups, verified by restoring',
    verb: 'verify',
    at: 'Sun *-*-* 05:00:00',
  },
];

export const BACKUP_TIMERS: readonly string[] = TIMED.map(({ name }) => `${name}.timer`);

/** The settings of backups of the cluster that all these servers' databases are in, and units that run them. */
export function writeBackupFiles(plan: Plan, files: Files): void {
  const values = {
    BACKUP_DATABASES: backedUpIn(plan),
    BACKUP_KEY_FILE: join(plan.folder, 'backup/key'),
    POSTGRES_SERVICE: CLUSTER_SERVICE,
    POSTGRES_PORT: plan.database.split(':').at(1) ?? POSTGRES_PORT,
  };
  const head =
    'Settings of npx seonmul backup and restore. The files of this folder belong on the machine of PostgreSQL. Those that begin with # are at their default.';
  files.follows(backupEnvOf(plan), envText(head, BACKUP_SETTINGS, values), differentSettings);
  for (const timed of TIMED) {
    files.follows(join(plan.folder, 'systemd', `${timed.name}.service`), serviceText(plan, timed));
    files.follows(join(plan.folder, 'systemd', `${timed.name}.timer`), timerText(timed));
  }
}

/** How it went is in the database, from where each server makes metrics of it, and in the journal. */
function serviceText(plan: Plan, { description, verb }: Timed): string {
  return `[Unit]
Description=Seonmul: ${description}
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
Type=oneshot
User=${CLUSTER_USER}
WorkingDirectory=${plan.app}
ExecStart=${nodeRuns(plan, 'bin/operate/commands/backup')} ${verb} --env ${backupEnvOf(plan)}
# It takes as long as it takes, and gives way to whatever else there is to do.
TimeoutStartSec=infinity
Nice=10
IOSchedulingClass=idle
NoNewPrivileges=yes
ProtectHome=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
`;
}

function timerText({ description, at }: Timed): string {
  return `[Unit]
Description=Seonmul: ${description}, on time

[Timer]
OnCalendar=${at}
# Made up for after the machine was off.
Persistent=true
RandomizedDelaySec=10min

[Install]
WantedBy=timers.target
`;
}
