import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ALARMS } from '../../kit/alarms/every-server.ts';
import { measureServer } from '../../kit/alarms/measure-server.ts';
import { alarmJob } from '../../kit/alarms/tell.ts';
import { booksCheckJob } from '../../kit/books/check-books.ts';
import { HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { eachDue } from '../../kit/due/each-due.ts';
import { retryFailing } from '../../kit/due/failing-work.ts';
import { forgetSilence, noteSilence } from '../../kit/due/silent-parties.ts';
import { startJobs } from '../../kit/jobs.ts';
import { Sequencer } from '../../kit/journal/sequencer.ts';
import { refuseLogIn } from '../../kit/log-ins-failed.ts';
import { followParties } from '../../kit/signing/follow-parties.ts';
import { conservation } from '../../servers/shop/books/conservation.ts';
import { TestShop } from '../builders/shop-server.ts';
import { type Planter, planter, watching } from './planted.ts';

const WAIT = { timeout: 60_000, interval: 50 };
const dir = mkdtempSync(join(tmpdir(), 'seonmul-alarms-'));
const partiesFile = join(dir, 'parties.json');

let shop: TestShop;
let plant: Planter;
let raised: ReturnType<typeof watching>;
/** What a test leaves to be undone. */
let undo: () => void = () => {};

beforeAll(async () => {
  shop = await TestShop.open();
  const { context, app } = shop;
  plant = await planter(shop.ownerUrl);
  measureServer(app.metrics, context);
  app.get('/v1/test/rows', async () => sql`select 1 from stores`.execute(context.db));
  raised = watching(app.metrics, context.clock, ALARMS);
  for (const kind of ['backup', 'verification']) await backedUp(kind, shop.now, null);
});
afterAll(async () => {
  await plant?.end();
  await shop?.close();
  rmSync(dir, { recursive: true });
});

const ago = (ms: number) => new Date(shop.now.getTime() - ms);
const sequencer = () =>
  new Sequencer({ ...shop.context, party: shop.context.signingKey.party, entriesMax: 10, bytesMax: 100_000 });
const compareBooks = () =>
  booksCheckJob(shop.context, [
    {
      name: 'conservation',
      differences: async (tx) => (await conservation(tx)).flatMap((each) => each.differences),
    },
  ]).round();
const lateWork = (due_at: Date | undefined) =>
  eachDue(
    shop.context,
    'late',
    async () => ({
      rows: due_at === undefined ? [] : [{ subject_id: 's', party: '', is_ours: true, due_at }],
    }),
    async () => true,
  );

/** As the command notes it. */
async function backedUp(kind: string, succeeded_at: Date, failed_at: Date | null): Promise<void> {
  await plant.query('delete from backup_outcomes where kind = $1', [kind]);
  const problem = failed_at === null ? null : 'no room';
  await plant.insert('backup_outcomes', { kind, succeeded_at, failed_at, problem });
}

type Fault = [alarm: string, begin: () => Promise<unknown>, end: () => Promise<unknown>];

const FAULTS: Fault[] = [
  ['SeonmulBackupOld', async () => shop.passTime(27 * HOUR_MS), () => backedUp('backup', shop.now, null)],
  [
    'SeonmulBackupUnverified',
    async () => shop.passTime(9 * 24 * HOUR_MS),
    () => backedUp('verification', shop.now, null),
  ],
  [
    'SeonmulBackupFailed',
    () => backedUp('verification', ago(HOUR_MS), shop.now),
    () => backedUp('verification', shop.now, ago(HOUR_MS)),
  ],
  [
    'SeonmulMetricsUnread',
    () => plant.query('alter table failing_work rename to failing_work_away'),
    () => plant.query('alter table failing_work_away rename to failing_work'),
  ],
  [
    'SeonmulRequestsFailing',
    async () => {
      await plant.query('alter table stores rename to stores_away');
      for (let i = 0; i < 20; i++) await shop.app.inject('/v1/test/rows');
      await plant.query('alter table stores_away rename to stores');
    },
    async () => shop.passTime(6 * MINUTE_MS),
  ],
  [
    'SeonmulConnectionsShort',
    async () => {
      const { pool } = shop.context;
      const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
      void pool.query('select 1');
      undo = () => {
        for (const client of held) client.release();
      };
    },
    async () => undo(),
  ],
  [
    'SeonmulLocksHeld',
    async () => {
      const holder = await planter(shop.ownerUrl);
      const held = holder
        .query('do $$ begin perform 1 from journal_sequencer for update; perform pg_sleep(600); end $$')
        .catch(() => {});
      const now = () => shop.context.pool.query('select 1 from journal_sequencer for update nowait');
      await vi.waitFor(() => expect(now()).rejects.toThrow('could not obtain lock'), WAIT);
      await Promise.allSettled(
        Array.from({ length: 60 }, () =>
          sql`select 1 from journal_sequencer for update`.execute(shop.context.db),
        ),
      );
      await plant.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
      );
      await held;
    },
    async () => shop.passTime(11 * MINUTE_MS),
  ],
  [
    'SeonmulBooksDiffer',
    async () => {
      await shop.accepted(9_000);
      await plant.query('update certificate_balances set balance_minor = balance_minor + 1');
      await compareBooks();
    },
    async () => {
      await plant.query('update certificate_balances set balance_minor = balance_minor - 1');
      shop.passTime(2 * HOUR_MS);
      await compareBooks();
      await sequencer().fixOrder();
    },
  ],
  ['SeonmulBooksUnchecked', async () => shop.passTime(27 * HOUR_MS), async () => compareBooks()],
  [
    'SeonmulJournalStopped',
    async () => {
      await shop.accepted(9_000);
      shop.passTime(6 * MINUTE_MS);
    },
    () => sequencer().fixOrder(),
  ],
  [
    'SeonmulBatchUnacknowledged',
    async () => {
      await plant.insert('journal_parties', { party: 'management' });
      await plant.insert('journal_ranges', {
        party: 'management',
        entries: 1,
        created_at: ago(20 * MINUTE_MS),
      });
    },
    () => plant.query('update journal_ranges set acknowledged_at = now()'),
  ],
  [
    'SeonmulRestoring',
    () => plant.query('update epochs set reconciled_at = null'),
    () => plant.query('update epochs set reconciled_at = now()'),
  ],
  [
    'SeonmulRestoreFindings',
    async () => {
      await plant.insert('restore_findings', { epoch_no: 1 });
      await plant.query('update restore_findings set epoch_no = (select max(epoch_no) from epochs)');
    },
    () => plant.query('delete from restore_findings'),
  ],
  [
    'SeonmulCallsUnknown',
    () =>
      plant.insert('calls', {
        ...{ party: 'management', state: 'unknown', attempts: 3, unknown_reason: 'timed_out' },
        created_at: ago(HOUR_MS),
      }),
    () => plant.query('delete from calls'),
  ],
  [
    'SeonmulPartySilent',
    async () => {
      for (let i = 0; i < 3; i++)
        await noteSilence(shop.context.db, 'management', { kind: 'unknown', reason: 'timed_out' }, shop.now);
    },
    () => forgetSilence('management').execute(shop.context.db),
  ],
  [
    'SeonmulDeadLetters',
    () => plant.insert('failing_work', { job: 'texts', subject_id: 's', failures: 20, dead_at: shop.now }),
    () => retryFailing(shop.context.db, 's'),
  ],
  ['SeonmulWorkLate', () => lateWork(ago(20 * MINUTE_MS)), () => lateWork(undefined)],
  [
    'SeonmulPartiesFileBroken',
    async () => {
      writeFileSync(partiesFile, '[]');
      const job = followParties(partiesFile, () => []).job(shop.context, shop.app.metrics);
      writeFileSync(partiesFile, '{ "broken": ');
      await job.round();
      undo = () => {
        writeFileSync(partiesFile, '[ ]');
        void job.round();
      };
    },
    async () => {
      undo();
      await vi.waitFor(async () => expect(await raised()).not.toContain('SeonmulPartiesFileBroken'), WAIT);
    },
  ],
  [
    'SeonmulLogInsFailing',
    async () => {
      for (let i = 0; i < 101; i++) refuseLogIn('staff', 'credentials_wrong');
    },
    async () => shop.passTime(11 * MINUTE_MS),
  ],
  [
    'SeonmulAlarmMailsFailing',
    async () => {
      const dead = [{ labels: { job_name: 'texts' }, value: 1 }];
      const look = async (now: Date) => ({
        at_ms: now.getTime(),
        values: new Map([['seonmul_dead_letters', dead]]),
      });
      const send = async () => ({ kind: 'not_sent', reason: 'ECONNREFUSED' }) as const;
      const mails = { server: 'shop:haneul', to: ['a@example.com'], locale: 'ko' as const, mailer: { send } };
      await alarmJob(shop.context, ALARMS, look, mails).round();
    },
    async () => shop.passTime(2 * HOUR_MS),
  ],
];

test.each(FAULTS)('%s is raised by what it is for, and ends with it', async (alarm, begin, end) => {
  expect(await raised()).not.toContain(alarm);
  await begin();
  expect(await raised()).toContain(alarm);
  await end();
  expect(await raised()).not.toContain(alarm);
});

test('SeonmulTransactionOpen is raised by a transaction that is not ended', async () => {
  const soon = ALARMS.flatMap((alarm) =>
    alarm.name === 'SeonmulTransactionOpen' && alarm.when?.kind === 'above'
      ? [{ ...alarm, when: { ...alarm.when, limit: 1 } }]
      : [],
  );
  expect(soon).toHaveLength(1);
  const open = watching(shop.app.metrics, shop.context.clock, soon);
  const client = new Client({ connectionString: shop.context.pool.options.connectionString });
  await client.connect();
  client.on('error', () => {});
  const sleeping = client.query('select pg_sleep(600)').catch(() => {});
  await vi.waitFor(async () => expect(await open()).toEqual(['SeonmulTransactionOpen']), WAIT);
  await plant.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(600)' and datname = current_database()`,
  );
  await sleeping;
  await vi.waitFor(async () => expect(await open()).toEqual([]), WAIT);
});

test('SeonmulJobStopped is raised by a job that hangs, and ends when it goes on', async () => {
  let goOn = () => {};
  const hang = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let rounds = 0;
  const round = async () => {
    rounds += 1;
    if (rounds === 1) await hang;
    return 0;
  };
  const jobs = startJobs([{ name: 'hanging', every_ms: 10, round }], shop.context.log);
  await vi.waitFor(() => expect(rounds).toBe(1), WAIT);
  const later = new Date(Date.now() + HOUR_MS);
  expect(await raised(later)).toContain('SeonmulJobStopped');
  vi.setSystemTime(later);
  goOn();
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(1), WAIT);
  expect(await raised(later)).not.toContain('SeonmulJobStopped');
  vi.useRealTimers();
  await jobs.stop();
});

test('every alarm that a server sees by itself has a fault here', async () => {
  const faults = ['every-server', 'management', 'settlement', 'shop'].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.test.ts`), 'utf8'),
  );
  // The PostgreSQL of tests archives nothing; its fault is in test/backup.
  const seen = ALARMS.filter(({ name, when }) => when !== null && name !== 'SeonmulArchiveFailing');
  for (const { name } of seen) expect(faults.join('\n'), name).toContain(`'${name}`);
});
