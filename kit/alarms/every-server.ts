import {
  BACKUP_FAILED_AT,
  BACKUP_FAILING,
  BACKUP_SUCCEEDED_AT,
  WAL_ARCHIVE_FAILING,
} from '../backups/measure-backups.ts';
import { BOOKS_CHECKED_AT, BOOKS_DIFFERENCES } from '../books/measure-books.ts';
import { CALLS_UNKNOWN, CALLS_UNKNOWN_AGE } from '../calls/measure-calls.ts';
import {
  CONNECTIONS,
  CONNECTIONS_AWAITED,
  CONNECTIONS_MAX,
  LOCK_WAITERS,
  TRANSACTION_AGE,
} from '../db/measure-database.ts';
import { LOCK_WAITS } from '../db/patience.ts';
import { WORK_LATE } from '../due/each-due.ts';
import { DEAD_LETTERS, FAILING_WORK } from '../due/failing-work.ts';
import { SILENT_PARTIES } from '../due/silent-parties.ts';
import { REQUEST_DURATION } from '../http/metrics.ts';
import { JOB_ROUND_AT, JOB_ROUNDS } from '../jobs.ts';
import {
  BATCHES_UNACKNOWLEDGED,
  BATCHES_UNACKNOWLEDGED_AGE,
  JOURNAL_UNORDERED_AGE,
} from '../journal/measure-journal.ts';
import { LIMIT_REFUSALS } from '../limits-counted.ts';
import { LOG_INS_FAILED } from '../log-ins-failed.ts';
import { MAILS_SENT } from '../mail/smtp.ts';
import type { Metric } from '../metrics/definition.ts';
import { METRICS_UNREAD } from '../metrics/measure.ts';
import { EPOCH, RESTORE_FINDINGS, RESTORING } from '../restore/measure-restore.ts';
import { PARTIES_FILE_BROKEN } from '../signing/follow-parties.ts';
import { TELEMETRY_EXPORTS } from '../telemetry/exports.ts';
import type { Alarm } from './definition.ts';
import { ALARM_MAILS } from './tell.ts';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** What every server measures. */
export const METRICS: readonly Metric[] = [
  REQUEST_DURATION,
  METRICS_UNREAD,
  CONNECTIONS,
  CONNECTIONS_MAX,
  CONNECTIONS_AWAITED,
  LOCK_WAITERS,
  LOCK_WAITS,
  TRANSACTION_AGE,
  BOOKS_DIFFERENCES,
  BOOKS_CHECKED_AT,
  BACKUP_SUCCEEDED_AT,
  BACKUP_FAILED_AT,
  BACKUP_FAILING,
  WAL_ARCHIVE_FAILING,
  BATCHES_UNACKNOWLEDGED,
  BATCHES_UNACKNOWLEDGED_AGE,
  JOURNAL_UNORDERED_AGE,
  EPOCH,
  RESTORING,
  RESTORE_FINDINGS,
  CALLS_UNKNOWN,
  CALLS_UNKNOWN_AGE,
  SILENT_PARTIES,
  FAILING_WORK,
  DEAD_LETTERS,
  WORK_LATE,
  JOB_ROUNDS,
  JOB_ROUND_AT,
  LIMIT_REFUSALS,
  LOG_INS_FAILED,
  MAILS_SENT,
  ALARM_MAILS,
  PARTIES_FILE_BROKEN,
  TELEMETRY_EXPORTS,
];

/** What is wrong wherever it is so. */
export const ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulServerDown', severity: 'page', for_s: MINUTE_S },
    ...{ when: null, expression: 'up{job=~"seonmul.*"} == 0' },
  },
  {
    ...{ name: 'SeonmulMetricsUnread', severity: 'page', for_s: 5 * MINUTE_S },
    when: { kind: 'above', metric: METRICS_UNREAD, limit: 0, by: ['metric'] },
  },
  {
    ...{ name: 'SeonmulRequestsFailing', severity: 'page', for_s: MINUTE_S },
    when: {
      ...{ kind: 'share', metric: REQUEST_DURATION, part: { status: '5..' } },
      ...{ above: 0.05, of_at_least: 20, within_s: 5 * MINUTE_S },
    },
  },
  {
    ...{ name: 'SeonmulConnectionsShort', severity: 'page', for_s: 2 * MINUTE_S },
    when: { kind: 'above', metric: CONNECTIONS_AWAITED, limit: 0 },
  },
  {
    ...{ name: 'SeonmulLocksHeld', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'rose', metric: LOCK_WAITS, where: { outcome: 'gave_up' } },
      ...{ by_more_than: 10, within_s: 10 * MINUTE_S },
    },
  },
  {
    ...{ name: 'SeonmulTransactionOpen', severity: 'ticket', for_s: MINUTE_S },
    when: { kind: 'above', metric: TRANSACTION_AGE, limit: 15 * MINUTE_S },
  },
  {
    ...{ name: 'SeonmulBooksDiffer', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: BOOKS_DIFFERENCES, limit: 0, by: ['check'] },
  },
  {
    ...{ name: 'SeonmulBooksUnchecked', severity: 'ticket', for_s: 10 * MINUTE_S },
    when: { kind: 'older', metric: BOOKS_CHECKED_AT, than_s: 26 * HOUR_S, by: ['check'] },
  },
  {
    ...{ name: 'SeonmulBackupOld', severity: 'ticket', for_s: HOUR_S },
    when: {
      ...{ kind: 'older', metric: BACKUP_SUCCEEDED_AT, than_s: 26 * HOUR_S, by: ['kind'] },
      where: { kind: 'backup' },
    },
  },
  {
    ...{ name: 'SeonmulBackupUnverified', severity: 'ticket', for_s: HOUR_S },
    when: {
      ...{ kind: 'older', metric: BACKUP_SUCCEEDED_AT, than_s: 8 * 24 * HOUR_S, by: ['kind'] },
      where: { kind: 'verification' },
    },
  },
  {
    ...{ name: 'SeonmulBackupFailed', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: BACKUP_FAILING, limit: 0, by: ['kind'] },
  },
  {
    ...{ name: 'SeonmulArchiveFailing', severity: 'page', for_s: 10 * MINUTE_S },
    when: { kind: 'above', metric: WAL_ARCHIVE_FAILING, limit: 0 },
  },
  {
    ...{ name: 'SeonmulBatchUnacknowledged', severity: 'page', for_s: MINUTE_S },
    when: { kind: 'above', metric: BATCHES_UNACKNOWLEDGED_AGE, limit: 15 * MINUTE_S, by: ['party'] },
  },
  {
    ...{ name: 'SeonmulJournalStopped', severity: 'page', for_s: MINUTE_S },
    when: { kind: 'above', metric: JOURNAL_UNORDERED_AGE, limit: 5 * MINUTE_S },
  },
  {
    ...{ name: 'SeonmulRestoring', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: RESTORING, limit: 0 },
  },
  {
    ...{ name: 'SeonmulRestoreFindings', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: RESTORE_FINDINGS, limit: 0, by: ['kind'] },
  },
  {
    ...{ name: 'SeonmulCallsUnknown', severity: 'page', for_s: MINUTE_S },
    when: { kind: 'above', metric: CALLS_UNKNOWN_AGE, limit: 30 * MINUTE_S, by: ['party'] },
  },
  {
    ...{ name: 'SeonmulPartySilent', severity: 'page', for_s: 10 * MINUTE_S },
    when: { kind: 'above', metric: SILENT_PARTIES, limit: 0, by: ['party'] },
  },
  {
    ...{ name: 'SeonmulDeadLetters', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: DEAD_LETTERS, limit: 0, by: ['job_name'] },
  },
  {
    ...{ name: 'SeonmulWorkLate', severity: 'ticket', for_s: 5 * MINUTE_S },
    when: { kind: 'above', metric: WORK_LATE, limit: 15 * MINUTE_S, by: ['job_name'] },
  },
  {
    ...{ name: 'SeonmulJobStopped', severity: 'page', for_s: MINUTE_S },
    when: { kind: 'older', metric: JOB_ROUND_AT, than_s: 30 * MINUTE_S, by: ['job_name'] },
  },
  {
    ...{ name: 'SeonmulPartiesFileBroken', severity: 'ticket', for_s: 5 * MINUTE_S },
    when: { kind: 'above', metric: PARTIES_FILE_BROKEN, limit: 0 },
  },
  {
    ...{ name: 'SeonmulLogInsFailing', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'rose', metric: LOG_INS_FAILED, by: ['who'] },
      ...{ by_more_than: 100, within_s: 10 * MINUTE_S },
    },
  },
  {
    ...{ name: 'SeonmulAlarmMailsFailing', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'rose', metric: ALARM_MAILS, where: { outcome: 'failed' } },
      ...{ by_more_than: 0, within_s: HOUR_S },
    },
  },
];
