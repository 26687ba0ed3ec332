import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { argumentsOrExit } from '../options/options.ts';
import { freePortBase } from '../stack/free-ports.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';
import { Door } from '../walkthrough/doors.ts';
import { playMainJob } from '../walkthrough/main-job.ts';
import { addTerminal, enrolTerminal, type World, worldAt } from '../walkthrough/people.ts';
import { playProviders } from '../walkthrough/providers.ts';
import { VARIANTS } from '../walkthrough/variants.ts';

const USAGE = `npm run walkthrough -- [--url <address of management>] [--data <folder>] [--quiet]

Buys, accepts and uses gifts over HTTP and prints each step: on a system of its own, or on the running one whose management
server is at --url and whose data folder is --data (SEONMUL_DATA or .data if not given). --quiet leaves out what was sent
and answered.`;
const OPTIONS = {
  url: { type: 'string' },
  data: { type: 'string', default: process.env.SEONMUL_DATA ?? '.data' },
  quiet: { type: 'boolean', default: false },
} as const;

const { values } = argumentsOrExit((args) => parseArgs({ args, options: OPTIONS }), USAGE);

let stack: Stack | undefined;
let dataDir = values.data;
let failures = 0;
try {
  let portBase: number;
  if (values.url === undefined) {
    dataDir = temporaryDataDir('walkthrough');
    portBase = await freePortBase();
    stack = await startStack({ portBase, dataDir, durable: false, say: (line) => console.error(line) });
  } else {
    // The other servers' ports follow from the management server's.
    await refuseOtherServer(values.url);
    refuseOtherData(dataDir);
    portBase = Number(new URL(values.url).port) - 200;
  }
  await play(worldAt(portBase, dataDir));
} finally {
  await stack?.stop();
  if (stack !== undefined) removeDataDir(dataDir);
}
console.log(
  failures === 0 ? '\nEverything was as expected.' : `\n${failures} of the above were not as expected.`,
);
process.exit(failures === 0 ? 0 : 1);

/** Exits with a sentence unless the folder has the keys of a running system. */
function refuseOtherData(dir: string): void {
  if (existsSync(join(dir, 'keys'))) return;
  console.error(`${dir} has no keys: --data or SEONMUL_DATA must be the data folder of the system at --url.`);
  process.exit(2);
}

/** Exits with a sentence unless a management server answers at the address. */
async function refuseOtherServer(url: string): Promise<void> {
  const described = await new Door(url).get(new URL('/openapi.json', url).href).catch(() => undefined);
  const { title = '' } = Object(described?.body.info);
  if (String(title).includes('management')) return;
  console.error(
    `--url must be the address of a management server, such as http://127.0.0.1:4200; ${url} is not.`,
  );
  process.exit(2);
}

async function play(world: World): Promise<void> {
  const terminal = await enrolTerminal(world, await addTerminal(world));
  const { buyer, card } = await playMainJob(world, terminal, (step, what, sent, answered) => {
    console.log(`${step}: ${what}`);
    if (values.quiet) return;
    if (sent !== undefined) console.log(`    sent      ${shown(sent)}`);
    if (answered !== undefined) console.log(`    answered  ${shown(answered)}`);
  });
  console.log('');
  for (const { name, play: playVariant } of VARIANTS)
    await told(name, () => playVariant({ world, terminal, buyer, card }));
  if (stack === undefined)
    console.log(
      'purchases through payment providers: not run, since they need a system of their own (leave out --url)',
    );
  else await playProviders({ stack, world }, told);
}

async function told(name: string, playIt: () => Promise<string>): Promise<void> {
  try {
    console.log(`${name}: ${await playIt()}`);
  } catch (error) {
    failures += 1;
    console.log(`${name}: FAILED: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\n', ' / ') : JSON.stringify(value);
}
