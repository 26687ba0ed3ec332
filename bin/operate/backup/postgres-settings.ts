import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, escapeLiteral } from 'pg';
import type { BackupPlan } from './settings.ts';

/** A setting of PostgreSQL's that backups need. */
type Wanted = { name: string; value: string; isGood: (value: string) => boolean; needsRestart: boolean };

const ARCHIVE_TIMEOUT_S = 60;

/** A minute's work is the most that a lost disk costs, so a part of the log is archived after a minute though it isn't full. */
export function wantedSettings(plan: BackupPlan): Wanted[] {
  const command = archiveCommand(plan);
  return [
    {
      ...{ name: 'wal_level', value: 'replica', needsRestart: true },
      isGood: (value) => value === 'replica' || value === 'logical',
    },
    {
      ...{ name: 'archive_mode', value: 'on', needsRestart: true },
      isGood: (value) => value === 'on' || value === 'always',
    },
    {
      ...{ name: 'archive_command', value: command, needsRestart: false },
      isGood: (value) => value === command,
    },
    {
      ...{ name: 'archive_timeout', value: `${ARCHIVE_TIMEOUT_S}s`, needsRestart: false },
      isGood: (value) => {
        const seconds = secondsOf(value);
        return seconds > 0 && seconds <= ARCHIVE_TIMEOUT_S;
      },
    },
  ];
}

export function archiveCommand({ pgbackrest, configFile, stanza }: BackupPlan): string {
  return `${pgbackrest} --config=${configFile} --stanza=${stanza} archive-push %p`;
}

/** The configuration in whose name a command archives already, if it is another one's than ours: pgBackRest's of another backup.env. */
export function otherConfiguration(command: string, { configFile }: BackupPlan): string | undefined {
  const [, named] = /\s--config=(\S+)\s.*\barchive-push\b/.exec(command) ?? [];
  return named === configFile ? undefined : named;
}

/** The command in PostgreSQL's files, whether it archives by it yet or not. */
export async function writtenArchiveCommand(client: Client): Promise<string> {
  const { rows } = await client.query<{ setting: string | null }>(
    `select setting from pg_file_settings where name = 'archive_command' order by seqno desc limit 1`,
  );
  return rows[0]?.setting ?? '';
}

/** `1min` and `60s` as PostgreSQL shows them; 0 if it is neither. */
export function secondsOf(shown: string): number {
  const [, number = '0', unit = ''] = /^(\d+)(s|min|h|d)?$/.exec(shown) ?? [];
  const factors: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };
  return Number(number) * (factors[unit] ?? 1);
}

/** What is not set as it must be, and what waits for a restart. */
export async function settingsToChange(plan: BackupPlan, client: Client): Promise<Wanted[]> {
  const wanted = wantedSettings(plan);
  const { rows } = await client.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) name',
    [wanted.map(({ name }) => name)],
  );
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  return wanted.filter(({ name, isGood }) => !isGood(values.get(name) ?? ''));
}

/** Patroni writes its members' settings itself, the same for all. */
export function isPatroni({ dataDir }: BackupPlan): boolean {
  return existsSync(join(dataDir, 'patroni.dynamic.json'));
}

/** Sets them in postgresql.auto.conf and has PostgreSQL read it. What needs a restart waits for one. */
export async function changeSettings(client: Client, changes: readonly Wanted[]): Promise<void> {
  for (const { name, value } of changes)
    await client.query(`alter system set ${name} = ${escapeLiteral(value)}`);
  await client.query('select pg_reload_conf()');
}

/** The request that changes them by Patroni. */
export function patroniRequest(changes: readonly Wanted[]): string {
  const parameters = Object.fromEntries(changes.map(({ name, value }) => [name, value]));
  return JSON.stringify({ postgresql: { parameters } });
}
