import { join } from 'node:path';
import { type BackupPlan, encryptionKey, repositoryOf, s3Keys } from './settings.ts';

/**
 * pgBackRest's configuration. It has the keys in it, since PostgreSQL runs pgBackRest, too, for every part of its write-ahead
 * log; so it is for the cluster's user only.
 */
export function backrestConfig(plan: BackupPlan): string {
  const { stanza, workDir, daysKept, processes, dataDir, socketDir, port, superuser, pgbackrest } = plan;
  const lines = [
    '# Made by `npx seonmul backup init` from the settings beside it. It has keys in it.',
    '[global]',
    ...repositoryLines(plan),
    'repo1-cipher-type=aes-256-cbc',
    `repo1-cipher-pass=${encryptionKey(plan)}`,
    // Small files are stored together, and of large ones only the blocks that have changed.
    'repo1-bundle=y',
    'repo1-block=y',
    // Backups are kept as long as a moment within this time needs them.
    'repo1-retention-full-type=time',
    `repo1-retention-full=${daysKept}`,
    'compress-type=zst',
    `process-max=${processes}`,
    'start-fast=y',
    `cmd=${pgbackrest}`,
    `log-path=${join(workDir, 'log')}`,
    `lock-path=${join(workDir, 'lock')}`,
    'log-level-console=warn',
    'log-level-file=detail',
    '',
    `[${stanza}]`,
    `pg1-path=${dataDir}`,
    `pg1-socket-path=${socketDir}`,
    `pg1-port=${port}`,
    `pg1-user=${superuser}`,
    '',
  ];
  return lines.join('\n');
}

function repositoryLines(plan: BackupPlan): string[] {
  const { bucket, path } = repositoryOf(plan);
  if (bucket === undefined) return ['repo1-type=posix', `repo1-path=${path}`];
  const { key, secret } = s3Keys(plan);
  return [
    'repo1-type=s3',
    `repo1-path=${path}`,
    `repo1-s3-bucket=${bucket}`,
    `repo1-s3-endpoint=${plan.s3Endpoint}`,
    `repo1-s3-region=${plan.s3Region}`,
    `repo1-s3-uri-style=${plan.s3UriStyle}`,
    `repo1-s3-key=${key}`,
    `repo1-s3-key-secret=${secret}`,
    ...(plan.s3CaFile === '' ? [] : [`repo1-storage-ca-file=${plan.s3CaFile}`]),
  ];
}
