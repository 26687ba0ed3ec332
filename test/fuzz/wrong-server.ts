import { openDatabase } from '../../kit/db/pool.ts';
import { sql } from '../../kit/db/sql.ts';
import { inTransaction } from '../../kit/db/transaction.ts';
import { createLogger } from '../../kit/log.ts';
import { anApp } from '../builders/app.ts';

/** A server with one connection, one of whose routes asks for a second (`wrong-route.test.ts`). Says its port first. */
const { db } = openDatabase(process.env.DATABASE_URL ?? '', {
  applicationName: 'wrong-server',
  connectionsMax: 1,
  connectionWait_ms: 500,
});
const app = await anApp({ log: createLogger('wrong', 'info') });
app.get('/right', () => inTransaction(db, (tx) => sql`select 1 as n`.execute(tx)));
app.get('/wrong', () => inTransaction(db, () => sql`select 1 as n`.execute(db)));
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
