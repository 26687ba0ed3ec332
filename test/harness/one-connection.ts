import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { FairQueue } from '../../kit/fair-queue.ts';

/** The transaction that the running code is inside. */
const inside = new AsyncLocalStorage<{ held: boolean }>();
const GUARDED = Symbol.for('seonmul.one-connection');

/**
 * In tests, code that asks the pool for a connection while it holds a transaction gets an error. With as many such requests
 * at once as the pool has connections, each would hold one and wait for another, and the server would deadlock; a single
 * request never shows it.
 */
function guardPools(prototype: typeof pg.Pool.prototype & { [GUARDED]?: boolean }): void {
  if (prototype[GUARDED]) return;
  prototype[GUARDED] = true;
  const { connect } = prototype;
  Object.assign(prototype, {
    connect(this: pg.Pool, ...asked: []) {
      if (inside.getStore()?.held === true) {
        throw new Error('A second connection was requested from the pool while a transaction is held.');
      }
      return Reflect.apply(connect, this, asked);
    },
  });
}
guardPools(pg.Pool.prototype);

/** Code after `begin` is inside until `commit` or `rollback`; whatever still runs after that may use the pool. */
function guardTransactions(prototype: typeof pg.Client.prototype & { [GUARDED]?: boolean }): void {
  if (prototype[GUARDED]) return;
  prototype[GUARDED] = true;
  const { query } = prototype;
  Object.assign(prototype, {
    query(this: pg.Client, ...asked: [string | pg.QueryConfig]) {
      const [first] = asked;
      const text = typeof first === 'string' ? first : first.text;
      if (/^begin\b/.test(text)) inside.enterWith({ held: true });
      if (/^(commit|rollback)\b/.test(text)) Object.assign(inside.getStore() ?? {}, { held: false });
      return Reflect.apply(query, this, asked);
    },
  });
}
guardTransactions(pg.Client.prototype);

/** Secrets are hashed in a queue: a transaction would wait in it, with its connection and its locks. */
function guardQueues(prototype: typeof FairQueue.prototype & { [GUARDED]?: boolean }): void {
  if (prototype[GUARDED]) return;
  prototype[GUARDED] = true;
  const { run } = prototype;
  Object.assign(prototype, {
    run(this: FairQueue, ...asked: Parameters<FairQueue['run']>) {
      if (inside.getStore()?.held === true)
        throw new Error('Slow work was queued while a transaction is held.');
      return Reflect.apply(run, this, asked);
    },
  });
}
guardQueues(FairQueue.prototype);
