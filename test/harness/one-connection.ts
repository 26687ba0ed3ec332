import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type Transaction } from 'kysely';
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

/** A transaction's `work` runs inside; what it starts and leaves running may ask the pool once the transaction is over. */
function guardTransactions(prototype: typeof Kysely.prototype & { [GUARDED]?: boolean }): void {
  if (prototype[GUARDED]) return;
  prototype[GUARDED] = true;
  const { transaction } = prototype;
  prototype.transaction = function (this: Kysely<unknown>) {
    const builder = transaction.call(this);
    const execute = builder.execute.bind(builder);
    return Object.assign(builder, {
      async execute<T>(work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> {
        const place = { held: false };
        try {
          return await execute((tx) => {
            place.held = true;
            return inside.run(place, () => work(tx));
          });
        } finally {
          place.held = false;
        }
      },
    });
  };
}
guardTransactions(Kysely.prototype);
