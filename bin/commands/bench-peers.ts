import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Medusa, prepareMedusa } from '../bench/peers/medusa.ts';
import { preparePgledger } from '../bench/peers/pgledger.ts';
import { createDatabase, preparePgbench } from '../bench/pgbench.ts';
import { findPgbench } from '../bench/programs.ts';
import { median, Results } from '../bench/results.ts';
import { rounded } from '../bench/summary.ts';
import { plotOf, tableOf } from '../bench/table.ts';
import { argumentsOrExit, wholeNumber } from '../options/options.ts';
import { freePortBase } from '../stack/free-ports.ts';
import { startPostgres } from '../stack/postgres.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';

const USAGE = `npm run bench:peers -- [options]

Measures others that keep balances in PostgreSQL, beside the statement of pgbench's that npm run bench measures against:
Medusa's debit of store credit, and transfers in pgledger. Exits with 77 where Medusa can't be installed.

  --pgledger PATH   a checkout of pgledger
  --rounds N        5 if not given
  --seconds N       10 if not given`;

const NOT_TO_BE_HAD = 77;
const ROWS = 100_000;
const ACCOUNTS = 256;
const AT_ONCE = 32;

const { values } = argumentsOrExit(
  (args) =>
    parseArgs({
      args,
      options: {
        pgledger: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '10' },
      },
    }),
  USAGE,
);
const count = (name: 'rounds' | 'seconds') => argumentsOrExit(() => wholeNumber(name, values[name]), USAGE);
const [rounds, seconds] = [count('rounds'), count('seconds')];

const folder = resolve(process.env.SEONMUL_DATA ?? '.data', 'bench');
mkdirSync(folder, { recursive: true });
const say = (line: string) => console.error(line);
const dataDir = temporaryDataDir('peers');
const postgres = await startPostgres(dataDir, (await freePortBase()) + 130, { durable: true });
let missing: string | undefined;
try {
  const pgbench = await preparePgbench(await findPgbench(folder, say), postgres.adminUrl, ROWS);
  const medusaUrl = await createDatabase(postgres.adminUrl, 'medusa');
  say('Installing Medusa (once; some 700 MB)...');
  const medusa: Medusa | undefined = await prepareMedusa(join(folder, 'medusa'), medusaUrl).catch(
    (error: Error) => {
      missing = error.message;
      return undefined;
    },
  );
  if (values.pgledger === undefined) say('pgledger is left out: --pgledger names no checkout.');
  else await preparePgledger(values.pgledger, await createDatabase(postgres.adminUrl, 'pgledger'), ROWS);

  const results = new Results();
  const script = resolve(import.meta.dirname, '../bench/peers/pgledger.sql');
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    if (values.pgledger !== undefined) {
      results.addOne('pgledger', round, await pgbench.one(seconds));
      results.add('pgledger', round, { per_s: await pgbench.script(script, 'pgledger', seconds) });
    }
    if (medusa !== undefined) {
      results.addOne('medusa_debit', round, await pgbench.one(seconds));
      const settings = { accounts: ACCOUNTS, atOnce: AT_ONCE, seconds };
      results.add('medusa_debit', round, { per_s: await medusa.debits(settings) });
    }
  }
  if (medusa !== undefined) say(`Medusa ${medusa.version} with its loyalty plugin, in one process.`);
  report(results);
} finally {
  await postgres.stop();
  removeDataDir(dataDir);
}
if (missing !== undefined) {
  console.error(`Medusa was not measured: ${missing}`);
  process.exit(NOT_TO_BE_HAD);
}
process.exit(0);

function report(results: Results): void {
  const debit = median(results.toOne('medusa_debit'));
  const ours = lastRedeemToOne();
  const members = {
    medusa_debit_per_s: results.median('medusa_debit'),
    medusa_debit_to_one: debit,
    pgledger_per_s: results.median('pgledger'),
    pgledger_to_one: median(results.toOne('pgledger')),
    redeem_to_medusa_debit: debit === null || ours === null ? null : ours / debit,
  };
  const summary = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, rounded(value)]));
  console.log([tableOf(results), plotOf(results), JSON.stringify(summary)].join('\n\n'));
}

/** What `npm run bench` measured last on this machine: both are ratios to the same statement. */
function lastRedeemToOne(): number | null {
  const file = join(folder, 'results.json');
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).redeem_256_to_one ?? null;
}
