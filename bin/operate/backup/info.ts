import { DAY_MS } from '../../../kit/clock.ts';
import { runBackrest } from './programs.ts';
import type { BackupPlan } from './settings.ts';

export type Backup = {
  label: string;
  type: 'full' | 'diff' | 'incr';
  began_at: Date;
  ended_at: Date;
  /** Of the cluster, and what this backup added to the repository. */
  bytes: number;
  stored_bytes: number;
  /** pgBackRest found pages with wrong checksums. */
  hasErrors: boolean;
};

type Info = {
  status: { code: number; message: string };
  backup: {
    label: string;
    type: Backup['type'];
    timestamp: { start: number; stop: number };
    info: { size: number; repository: { delta: number } };
    error?: boolean;
  }[];
}[];

const NO_STANZA = 1;
const NO_BACKUP = 2;

/** The backups in the repository, the oldest first; undefined if there is nothing for this cluster yet. */
export async function readBackups(plan: BackupPlan): Promise<Backup[] | undefined> {
  return backupsIn(await runBackrest(plan, 'info', '--output=json'));
}

/** Reads what `pgbackrest info` prints. Its status is an error where a repository can't be read. */
export function backupsIn(json: string): Backup[] | undefined {
  const [stanza]: Info = JSON.parse(json);
  if (stanza === undefined || stanza.status.code === NO_STANZA) return undefined;
  if (stanza.status.code !== 0 && stanza.status.code !== NO_BACKUP) throw new Error(stanza.status.message);
  return stanza.backup
    .map(({ label, type, timestamp, info, error }) => ({
      ...{ label, type, bytes: info.size, stored_bytes: info.repository.delta, hasErrors: error === true },
      began_at: new Date(timestamp.start * 1000),
      ended_at: new Date(timestamp.stop * 1000),
    }))
    .sort((a, b) => a.ended_at.getTime() - b.ended_at.getTime());
}

/** Whether the next backup is to be a full one. A timer never meets the same minute, so some hours early is in time. */
export function isFullDue(backups: readonly Backup[], now: Date, fullEvery_days: number): boolean {
  const last = backups.findLast(({ type }) => type === 'full');
  return last === undefined || now.getTime() - last.began_at.getTime() > (fullEvery_days - 0.25) * DAY_MS;
}

const MB = 2 ** 20;

/** A line for each backup, and to which moments a restore is possible. */
export function describeBackups(backups: readonly Backup[]): string {
  const [first] = backups;
  if (first === undefined) return 'There is no backup yet.';
  const lines = backups.map(
    ({ label, type, ended_at, bytes, stored_bytes, hasErrors }) =>
      `${label.padEnd(34)} ${type.padEnd(4)}  ended ${instant(ended_at)}  ${size(bytes)}, ${size(stored_bytes)} stored${hasErrors ? '  WITH DAMAGED PAGES' : ''}`,
  );
  return [...lines, '', `A restore is possible to any moment from ${instant(first.ended_at)} on.`].join('\n');
}

export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
const size = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;
