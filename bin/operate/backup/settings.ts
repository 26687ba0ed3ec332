import { dirname, join, resolve } from 'node:path';
import {
  ConfigError,
  count,
  oneOf,
  port,
  readSettingFile,
  readSettings,
  type SettingValues,
  text,
} from '../../../kit/config.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { PLACEHOLDER } from '../placeholder.ts';

/** The settings of `npx seonmul backup` and `restore`, about one PostgreSQL cluster and its repository. */
export const BACKUP_SETTINGS = {
  databases: text(
    'BACKUP_DATABASES',
    'the servers whose databases are in this cluster, as server=database, parted by commas, such as management=seonmul_management,settlement=seonmul_settlement',
  ),
  repository: text(
    'BACKUP_REPOSITORY',
    'where backups and the write-ahead log go: a folder on a disk of another machine, or s3://BUCKET/PATH',
  ),
  keyFile: text(
    'BACKUP_KEY_FILE',
    'file with the key that all of it is encrypted with (AES-256); `backup init` makes it. Keep a copy elsewhere: without it no backup can be read',
  ),
  daysKept: count('BACKUP_DAYS_KEPT', 'to any moment of how many days a database can be restored', '35'),
  fullEvery_days: count(
    'BACKUP_FULL_EVERY_DAYS',
    'after how many days a backup is a full one; those between have what has changed since the one before',
    '7',
  ),
  s3Endpoint: text('BACKUP_S3_ENDPOINT', 'host of the S3-compatible storage, without https://', ''),
  s3Region: text('BACKUP_S3_REGION', 'its region', ''),
  s3KeyFile: text('BACKUP_S3_KEY_FILE', 'file with two lines: the access key and its secret', ''),
  s3UriStyle: oneOf(
    'BACKUP_S3_URI_STYLE',
    'whether the bucket is in the host’s name, or in the path, as MinIO wants it',
    ['host', 'path'],
    'host',
  ),
  s3CaFile: text(
    'BACKUP_S3_CA_FILE',
    'certificates (PEM) that the storage’s is checked by, if not the system’s',
    '',
  ),
  stanza: text('BACKUP_STANZA', 'the name of this cluster in the repository', 'seonmul'),
  dataDir: text('POSTGRES_DATA', 'the cluster’s data directory', '/var/lib/postgresql/18/main'),
  socketDir: text('POSTGRES_SOCKET', 'the folder of its socket', '/var/run/postgresql'),
  port: port('POSTGRES_PORT', 'its port', '5432'),
  superuser: text('POSTGRES_SUPERUSER', 'its superuser, who is let in by the socket', 'postgres'),
  programs: text('POSTGRES_PROGRAMS', 'the folder of its programs', '/usr/lib/postgresql/18/bin'),
  service: text(
    'POSTGRES_SERVICE',
    'its systemd unit, which restoring the whole cluster starts; without one, pg_ctl starts it',
    '',
  ),
  pgbackrest: text('PGBACKREST', 'pgBackRest’s program', '/usr/bin/pgbackrest'),
  workDir: text(
    'BACKUP_WORK_DIR',
    'a folder for copies that are verified or restored from, as large as the cluster, and for locks and logs',
    '/var/lib/postgresql/seonmul-backup',
  ),
  processes: count('BACKUP_PROCESSES', 'how many processes copy and compress', '2'),
};

const DATABASE_NAMES = /^[a-z_][a-z0-9_]{0,40}$/;

export type ServerDatabase = { role: ServerRole; database: string };

/** What a server is called in reports: its role, and its database beside it where several have that role. */
export function calledIn(servers: readonly ServerDatabase[], { role, database }: ServerDatabase): string {
  return servers.filter((server) => server.role === role).length > 1 ? `${role} (${database})` : role;
}

/** One cluster, its repository, and which servers' databases are in it. */
export type BackupPlan = Omit<SettingValues<typeof BACKUP_SETTINGS>, 'databases'> & {
  servers: readonly ServerDatabase[];
  /** The file that the settings are from; pgBackRest's own is beside it. */
  envFile: string;
  configFile: string;
};

/** Throws a `ConfigError` with a line for everything that is wrong. */
export function readBackupPlan(envFile: string, env: NodeJS.ProcessEnv): BackupPlan {
  const { databases, ...values } = readSettings(BACKUP_SETTINGS, env);
  const problems = planProblems(values);
  const servers = parseDatabases(databases, problems);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const file = resolve(envFile);
  return { ...values, servers, envFile: file, configFile: join(dirname(file), 'pgbackrest.conf') };
}

function parseDatabases(given: string, problems: string[]): ServerDatabase[] {
  return given.split(',').flatMap((part) => {
    const [name = '', database = ''] = part.trim().split('=');
    const role = SERVER_ROLES.find((known) => known === name);
    if (role !== undefined && DATABASE_NAMES.test(database)) return [{ role, database }];
    problems.push(
      `BACKUP_DATABASES must be server=database, parted by commas, with a server each of ${SERVER_ROLES.join(', ')}.`,
    );
    return [];
  });
}

const S3 = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(\/.*)$/;

function planProblems(values: Omit<SettingValues<typeof BACKUP_SETTINGS>, 'databases'>): string[] {
  const { repository, stanza, s3Endpoint, s3Region, s3KeyFile } = values;
  const isS3 = repository.startsWith('s3:');
  const folders = {
    ...{ POSTGRES_DATA: values.dataDir, POSTGRES_SOCKET: values.socketDir, BACKUP_WORK_DIR: values.workDir },
    ...{ POSTGRES_PROGRAMS: values.programs, PGBACKREST: values.pgbackrest, BACKUP_KEY_FILE: values.keyFile },
  };
  return [
    ...(repository.includes(PLACEHOLDER) ? [`BACKUP_REPOSITORY still says ${PLACEHOLDER}.`] : []),
    ...(isS3 || repository.startsWith('/')
      ? []
      : ['BACKUP_REPOSITORY must be an absolute path or s3://BUCKET/PATH.']),
    ...(isS3 && !S3.test(repository) ? ['BACKUP_REPOSITORY must be s3://BUCKET/PATH.'] : []),
    ...(isS3 && [s3Endpoint, s3Region, s3KeyFile].includes('')
      ? ['For S3, BACKUP_S3_ENDPOINT, BACKUP_S3_REGION and BACKUP_S3_KEY_FILE are needed.']
      : []),
    ...(/^[a-z0-9-]+$/.test(stanza)
      ? []
      : ['BACKUP_STANZA must be a name of small letters, digits and hyphens.']),
    ...Object.entries(folders)
      .filter(([, path]) => !/^\/[^'"\s]*$/.test(path))
      .map(([name]) => `${name} must be an absolute path without blanks and quotes.`),
  ];
}

/** Where the repository is: bucket and path of an S3-compatible storage, or a folder. */
export function repositoryOf({ repository }: BackupPlan): { bucket?: string; path: string } {
  const [, bucket, path] = S3.exec(repository) ?? [];
  return bucket === undefined || path === undefined ? { path: repository } : { bucket, path };
}

/** The access key and its secret. */
export function s3Keys({ s3KeyFile }: BackupPlan): { key: string; secret: string } {
  const [key, secret, ...more] = readSettingFile('BACKUP_S3_KEY_FILE', s3KeyFile)
    .trim()
    .split(/\s*\n\s*/);
  if (key === undefined || secret === undefined || more.length > 0)
    throw new ConfigError('BACKUP_S3_KEY_FILE must have two lines: the access key and its secret.');
  return { key, secret };
}

export function encryptionKey({ keyFile }: BackupPlan): string {
  const key = readSettingFile('BACKUP_KEY_FILE', keyFile).trim();
  if (key.length < 32 || /\s/.test(key))
    throw new ConfigError('BACKUP_KEY_FILE must hold one word of at least 32 characters.');
  return key;
}
