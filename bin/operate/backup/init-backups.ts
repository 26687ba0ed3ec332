import { randomBytes } from 'node:crypto';
import { chownSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../../../kit/config.ts';
import { Files, type Outcome } from '../init/files.ts';
import { backrestConfig } from './backrest-config.ts';
import { inCluster } from './cluster.ts';
import { makeFolder } from './copy.ts';
import {
  changeSettings,
  isPatroni,
  otherConfiguration,
  patroniRequest,
  settingsToChange,
  writtenArchiveCommand,
} from './postgres-settings.ts';
import { asUser, clusterUser, runBackrest } from './programs.ts';
import { type BackupPlan, repositoryOf } from './settings.ts';

const KEY_BYTES = 48;
const RELOADED_MS = 500;

/** What became of the files, and what is left to do before backups can be made; nothing if they can. */
export type Initialised = { outcomes: readonly Outcome[]; left: string[] };

/**
 * Makes the key, pgBackRest's configuration and its folders, has PostgreSQL archive its log, and makes the cluster's place in
 * the repository. It may be run again, and goes on where it was; files that are there are never written.
 */
export async function initBackups(plan: BackupPlan): Promise<Initialised> {
  await refuseAnothers(plan);
  const files = new Files();
  await files.once(plan.keyFile, () => `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
  files.follows(plan.configFile, backrestConfig(plan));
  ownFiles(plan);
  for (const folder of ['', 'log', 'lock']) makeFolder(plan, join(plan.workDir, folder));
  const { bucket, path } = repositoryOf(plan);
  if (bucket === undefined && !existsSync(path)) makeFolder(plan, path);
  const { outcomes } = files;
  if (outcomes.some(({ kind }) => kind === 'differs'))
    return {
      outcomes,
      left: ['Move the file that differs away and run this again, or change the settings back.'],
    };
  // Before PostgreSQL archives anything: what it can't archive it keeps, until its disk is full.
  await runBackrest(plan, 'stanza-create');
  const left = await archiving(plan);
  if (left.length === 0) await runBackrest(plan, 'check');
  return { outcomes, left };
}

/** A cluster archives by one command, under one key: a second backup.env would take it away from the first. */
async function refuseAnothers(plan: BackupPlan): Promise<void> {
  const command = await inCluster(plan, 'postgres', writtenArchiveCommand);
  const other = otherConfiguration(command, plan);
  // One that is not there any more was moved, or given up.
  if (other === undefined || !existsSync(other)) return;
  const databases = plan.servers.map(({ role, database }) => `${role}=${database}`).join(',');
  throw new ConfigError(
    `PostgreSQL archives by ${other} already, and a cluster has one backup.env: add ${databases} to BACKUP_DATABASES in ${join(dirname(other), 'backup.env')}, and leave ${plan.envFile} alone. Nothing was changed.`,
  );
}

/** Has PostgreSQL archive its log. Says what somebody else has to do for it. */
async function archiving(plan: BackupPlan): Promise<string[]> {
  const { service, dataDir } = plan;
  return inCluster(plan, 'postgres', async (client) => {
    const changes = await settingsToChange(plan, client);
    if (changes.length === 0) return [];
    if (isPatroni(plan))
      return [
        `Patroni has to set this, and then restart its members one by one: patronictl edit-config, or PATCH /config with ${patroniRequest(changes)}`,
      ];
    await changeSettings(client, changes);
    await sleep(RELOADED_MS);
    const waiting = (await settingsToChange(plan, client)).map(({ name }) => name);
    if (waiting.length === 0) return [];
    const restart = service === '' ? `pg_ctl restart -D ${dataDir}` : `systemctl restart ${service}`;
    return [`PostgreSQL has to be restarted for ${waiting.join(', ')}: ${restart}. Then run this again.`];
  });
}

/** The cluster's user reads them: it runs pgBackRest for every part of the log. */
function ownFiles(plan: BackupPlan): void {
  const user = clusterUser(plan);
  if (asUser(user).uid === undefined) return;
  for (const file of [plan.envFile, plan.keyFile, plan.configFile, plan.s3KeyFile])
    if (file !== '' && existsSync(file)) chownSync(file, user.uid, user.gid);
}
