import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** The transaction that the code now running is inside of. */
const inside = new AsyncLocalStorage<{ held: boolean }>();
const GUARDED = Symbol.for('seonmul.one-connection');

/**
 * In tests, whoever holds a transaction and asks the pool for another connection gets an error. With as many such
 * requests at once as the pool has connections, each would hold one and wait for one more, and the server stand still;
 * one request alone never shows it.
 */
function guardPools(prototype: typeof pg.Pool.prototype & { [GUARDED]?: boolean }): void {
  if (prototype[GUARDED]) return;
  prototype[GUARDED] = true;
  const { connect } = prototype;
  Object.assign(prototype, {
    connect(this: pg.Pool, ...asked: []) {
      if (inside.getStore()?.held === true) {
        throw new Error('A second connection is asked of the pool while a transaction is held.');
      }
      return Reflect.apply(connect, this, asked);
    },
  });
}
guardPools(pg.Pool.prototype);

/** What is asked after `begin` runs inside, until `commit` or `rollback`; what is left running then may ask the pool. */
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
