import { isFullDue, readBackups } from './info.ts';
import { noteOutcome } from './outcomes.ts';
import { runBackrest } from './programs.ts';
import type { BackupPlan } from './settings.ts';

/** Makes a backup, a full one if it is time for one, and removes those that no moment to restore to needs any more. */
export async function runBackup(plan: BackupPlan, now: Date, { full }: { full: boolean }): Promise<string> {
  try {
    const before = (await readBackups(plan)) ?? [];
    const type = full || isFullDue(before, now, plan.fullEvery_days) ? 'full' : 'incr';
    await runBackrest(plan, 'backup', `--type=${type}`);
    const made = (await readBackups(plan))?.at(-1);
    if (made === undefined) throw new Error('pgBackRest made a backup and lists none.');
    if (made.hasErrors)
      throw new Error(
        `backup ${made.label} has pages with wrong checksums: the disk of the cluster is damaged`,
      );
    await noteOutcome(plan, 'backup', undefined);
    return `Made ${made.label}, ${made.type === 'full' ? 'a full' : 'an incremental'} backup.`;
  } catch (error) {
    await noteFailure(plan, 'backup', error);
    throw error;
  }
}

/** Notes what went wrong. That it can't even be noted, because PostgreSQL is away, must not hide what it was. */
export async function noteFailure(
  plan: BackupPlan,
  kind: 'backup' | 'verification',
  error: unknown,
): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error);
  await noteOutcome(plan, kind, problem).catch(() => {});
}
