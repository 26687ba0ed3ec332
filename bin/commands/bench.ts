import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addHotCertificates, type Bench, fillTo, WATCHED } from '../bench/bench.ts';
import { findGenerator } from '../bench/load.ts';
import { addBuyers, addRecipients, enrolTills } from '../bench/people.ts';
import { preparePgbench } from '../bench/pgbench.ts';
import { type Profiled, profileSales, profiling, writeProfiles } from '../bench/profile.ts';
import { findPgbench } from '../bench/programs.ts';
import { Results } from '../bench/results.ts';
import { runRounds, runSteps, STEPS, type StepName } from '../bench/rounds.ts';
import type { Statements } from '../bench/statements.ts';
import { type Summary, summarise } from '../bench/summary.ts';
import { startSystem } from '../bench/system.ts';
import { detailsOf, frequentOf, plotOf, svgOf, tableOf } from '../bench/table.ts';
import { buyTemplates } from '../bench/templates.ts';
import { argumentsOrExit, wholeNumber } from '../options/options.ts';
import { freePortBase } from '../stack/free-ports.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';

const USAGE = `npm run bench -- [options]

Starts a system of its own, fills it, measures it through its own doors beside pgbench, and prints a table, a plot and, as
the last line, JSON. What each member means is in docs/performance.md.

  --only STEPS          some of ${STEPS.join(', ')}, parted by commas; all if not given
  --certificates N      how many there are at first; 100,000 if not given
  --profile             instead of all that: sells with 256 connections, and keeps flame graphs of shop and management and
                        the plans of the statements that took most
  --large               grows to ten million after one million; needs 40 GB
  --rounds N            5 if not given
  --seconds N           how long each step of a round takes; 10 if not given
  --opened N            certificates that tills have open at a time; 4,000 if not given
  --tills N             512 if not given
  --buyers N            32 if not given
  --patience SECONDS    how long a round may wait for notices to be delivered; 600 if not given
  --generator NAME      autocannon instead of wrk`;

const { values } = argumentsOrExit(
  (args) =>
    parseArgs({
      args,
      options: {
        only: { type: 'string' },
        certificates: { type: 'string', default: '100000' },
        profile: { type: 'boolean', default: false },
        large: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '10' },
        opened: { type: 'string', default: '4000' },
        tills: { type: 'string', default: '512' },
        buyers: { type: 'string', default: '32' },
        patience: { type: 'string', default: '600' },
        generator: { type: 'string' },
      },
    }),
  USAGE,
);
const only = argumentsOrExit(() => stepsNamed(values.only), USAGE);
const count = (name: 'certificates' | 'rounds' | 'seconds' | 'opened' | 'tills' | 'buyers' | 'patience') =>
  argumentsOrExit(() => wholeNumber(name, values[name]), USAGE);
const options = {
  rounds: count('rounds'),
  seconds: count('seconds'),
  opened: count('opened'),
  patience: count('patience'),
};
const RECIPIENTS = 50_000;

const folder = join(process.env.SEONMUL_DATA ?? '.data', 'bench');
mkdirSync(folder, { recursive: true });
const say = (line: string) => console.error(line);
const generator = await findGenerator(folder, values.generator, say);
const pgbenchProgram = await findPgbench(folder, say);
const dataDir = temporaryDataDir('bench');
const profiles = temporaryDataDir('profiles');
const settings = values.profile ? profiling(profiles) : {};
const system = await startSystem({ portBase: await freePortBase(), dataDir, say, ...settings });
let profiled: Profiled | undefined;
try {
  const { stack, database, world } = system;
  say(`The system was ready after ${system.startSeconds.toFixed(1)} s. Filling it...`);
  const templates = await buyTemplates(world);
  const bench: Bench = {
    system,
    generator,
    pgbench: await preparePgbench(pgbenchProgram, stack.adminUrl, count('certificates')),
    tills: await enrolTills(stack.url('shop'), count('tills')),
    buyers: await addBuyers(world, database.management, stack.url('management'), count('buyers')),
    givers: [],
    books: {
      shop: database.shop,
      management: database.management,
      shopSecretsFile: stack.files.file('shop.secrets.json'),
      templates,
    },
    results: new Results(),
    options,
    size: 0,
    used: { recipients: 0, offers: 0, openings: 0 },
    timeline_s: [],
  };
  await addRecipients(database.carrier, RECIPIENTS);
  await fillTo(bench, Math.max(count('certificates'), WATCHED * 2));
  if (only.has('hot')) await addHotCertificates(bench);
  if (values.profile) profiled = await profileSales(bench);
  else await measure(bench);
} finally {
  await system.stop();
  removeDataDir(dataDir);
}
if (profiled !== undefined) console.log(writeProfiles(folder, profiles, profiled).join('\n'));
removeDataDir(profiles);
process.exit(0);

async function measure(bench: Bench): Promise<void> {
  const { statements } = await runSteps(bench, only, say);
  // A long run that is interrupted has been of use.
  await runRounds(bench, only, { large: values.large }, say, (made) =>
    keep(reportOf(bench, statements, made)),
  );
  const { text } = reportOf(bench, statements, options.rounds);
  say(`The plot is in ${join(folder, 'results.svg')}.`);
  console.log(text);
}

type Report = { text: string; summary: Summary; svg: string };

function reportOf(
  { results, timeline_s }: Bench,
  statements: Statements | undefined,
  rounds: number,
): Report {
  const summary = summarise(results, { timeline_s, statements_per_gift: statements?.per_gift ?? null });
  const parts = [
    `Load by ${generator.name}; ${rounds} rounds of ${options.seconds} s a step; medians; ready after ${system.startSeconds.toFixed(1)} s.`,
    tableOf(results),
    detailsOf(results),
    plotOf(results),
    statements === undefined ? '' : frequentOf(statements),
    JSON.stringify(summary),
  ];
  return { text: parts.filter((part) => part !== '').join('\n\n'), summary, svg: svgOf(results) };
}

function keep({ text, summary, svg }: Report): void {
  writeFileSync(join(folder, 'results.txt'), `${text}\n`);
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(summary, null, 2)}\n`);
  writeFileSync(join(folder, 'results.svg'), svg);
}

function stepsNamed(named: string | undefined): ReadonlySet<StepName> {
  if (named === undefined) return new Set(STEPS);
  return new Set(
    named.split(',').map((name) => {
      const step = STEPS.find((known) => known === name.trim());
      if (step === undefined) throw new Error(`There is no step ${name}.`);
      return step;
    }),
  );
}
