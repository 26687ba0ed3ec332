import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { measureBackups } from '../backups/measure-backups.ts';
import { measureBooks } from '../books/measure-books.ts';
import { measureCalls } from '../calls/measure-calls.ts';
import type { Clock } from '../clock.ts';
import { measureDatabase } from '../db/measure-database.ts';
import type { Db } from '../db/transaction.ts';
import { measureFailingWork } from '../due/failing-work.ts';
import { measureSilentParties } from '../due/silent-parties.ts';
import { measureJournal } from '../journal/measure-journal.ts';
import { measureRestore } from '../restore/measure-restore.ts';

/** Measures what every server measures. `askedOnce` are the purposes of calls that are never retried. */
export function measureServer(
  registry: Registry,
  context: { pool: Pool; db: Db; clock: Clock },
  askedOnce: readonly string[] = [],
): void {
  measureDatabase(registry, context);
  measureBackups(registry, context);
  measureBooks(registry, context);
  measureJournal(registry, context);
  measureRestore(registry, context);
  measureCalls(registry, context, askedOnce);
  measureFailingWork(registry, context);
  measureSilentParties(registry, context);
}
