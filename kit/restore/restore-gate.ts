import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import type { App } from '../http/app.ts';
import { ProblemError } from '../http/problem.ts';
import type { Job } from '../jobs.ts';
import { IS_RECONCILED } from '../journal/epoch.ts';

const LOOK_MS = 1_000;
const RETRY_S = 10;

/**
 * Whether the database was restored and lacks what others hold. Until that is here again, a balance may have been used, and
 * the server does no business.
 */
export class RestoreGate {
  #isClosed = false;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async look(executor: Executor): Promise<void> {
    const found = await sql<{ is_reconciled: boolean }>`select ${IS_RECONCILED} as is_reconciled`.execute(
      executor,
    );
    this.#isClosed = found.rows[0]?.is_reconciled === false;
  }

  /** Looks now and then, since another process may have noticed. */
  job(executor: Executor): Job {
    const round = async () => {
      await this.look(executor);
      return 0;
    };
    return { name: 'restore_gate', every_ms: LOOK_MS, round };
  }

  /** The same job, resting meanwhile. */
  resting(job: Job): Job {
    return { ...job, round: async () => (this.#isClosed ? 0 : job.round()) };
  }
}

/**
 * Refuses what people and other servers want done, and what other servers ask, while the gate is closed. Open are pages, what
 * is only looked at, and paths that begin with one of these, such as the log-in of staff.
 */
export function closeWhileRestoring(app: App, gate: RestoreGate, openPaths: readonly string[]): void {
  app.addHook('onRequest', async ({ method, url }) => {
    if (!gate.isClosed || openPaths.some((path) => url.startsWith(path))) return;
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && !url.startsWith('/v1/peer/')) return;
    throw new ProblemError('restoring', { retry_after_s: RETRY_S });
  });
}
