import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onShutdown } from '../../kit/process.ts';
import { PLANTS } from '../faults/plants/plants.ts';
import { runPlants, runRounds } from '../faults/run.ts';
import { KIND_NAMES, KINDS } from '../faults/schedule/kinds.ts';
import { type Stage, setStage } from '../faults/stage.ts';
import { argumentsOrExit, wholeNumber } from '../options/options.ts';

const list = (names: readonly (readonly [string, string])[]) =>
  names.map(([name, what]) => `  ${name.padEnd(20)} ${what}`).join('\n');

const USAGE = `npm run faults -- [options]

Starts a system of its own, each server as several processes, with a proxy between every two parties, uses it as buyers and
tills do, and breaks it in rounds of faults. After each round the clients' own record is compared with all books. Schedule,
load and faults follow from the seed. Ends when the time is over or enough was done, or with exit code 1 at the first round
that something was found in. What it shows, and how, is in docs/reliability.md.

  --seed N         1 if not given
  --minutes M      10 if not given
  --operations N   as soon as buyers and tills have done so many, no other round begins; never if not given
  --faults N       faults in a round; 9 if not given
  --spread SECONDS within a round faults begin in this time; 7 if not given
  --calm SECONDS   how long load goes on after the last fault of a round; 1 if not given
  --freeze SECONDS how long a process stands still; 60 if not given
  --processes N    of each server; 2 if not given
  --buyers N       6 if not given
  --tills N        10 if not given
  --only KINDS     some of the kinds of faults, parted by commas
  --plant NAMES    instead of faults: each of these plants, or all, must be found by the check for it and no other

Kinds of faults:
${list(KIND_NAMES.map((kind) => [kind, KINDS[kind].what]))}

Plants:
${list(PLANTS.map(({ name, what, check }) => [name, `${what} (${check})`]))}`;

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  minutes: { type: 'string', default: '10' },
  operations: { type: 'string', default: '999999999' },
  faults: { type: 'string', default: '9' },
  spread: { type: 'string', default: '7' },
  calm: { type: 'string', default: '1' },
  freeze: { type: 'string', default: '60' },
  processes: { type: 'string', default: '2' },
  buyers: { type: 'string', default: '6' },
  tills: { type: 'string', default: '10' },
  only: { type: 'string', default: '' },
  plant: { type: 'string', default: '' },
} as const;

const options = argumentsOrExit((args) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  const count = (name: Exclude<keyof typeof OPTIONS, 'only' | 'plant'>) => wholeNumber(name, values[name]);
  const plants = values.plant === 'all' ? PLANTS.map(({ name }) => name) : namesIn(values.plant);
  const unknown = plants.find((name) => !PLANTS.some((plant) => plant.name === name));
  if (unknown !== undefined) throw new Error(`There is no plant ${unknown}.`);
  return {
    ...{ seed: count('seed'), minutes: count('minutes'), faults: count('faults') },
    operations: count('operations'),
    ...{ processesOf: count('processes'), buyers: count('buyers'), tills: count('tills') },
    ...{ spreadMs: count('spread') * 1_000, calmMs: count('calm') * 1_000 },
    freezeMs: count('freeze') * 1_000,
    only: namesIn(values.only).map((name) => {
      const kind = KIND_NAMES.find((known) => known === name);
      if (kind === undefined) throw new Error(`There is no kind of fault ${name}.`);
      return kind;
    }),
    plants,
  };
}, USAGE);

const say = (line: string) => console.log(line);
const recordFile = join(tmpdir(), `seonmul-record-${process.pid}.jsonl`);
let begun: Stage | undefined;
onShutdown(async () => begun?.stop());
const stage = await setStage({
  ...options,
  recordFile,
  wantsDisk: options.plants.length === 0,
  say,
});
begun = stage;
let isRight: boolean;
try {
  isRight = options.plants.length > 0 ? await plantAll() : await breakIt();
} finally {
  await stage.stop();
}
if (isRight) rmSync(recordFile);
else say(`The clients' record is ${recordFile}.`);
process.exit(isRight ? 0 : 1);

async function plantAll(): Promise<boolean> {
  const wrong = await runPlants(stage, options.plants, say);
  say(wrong === 0 ? 'Each was found by the check for it, and by no other.' : `${wrong} went wrong.`);
  return wrong === 0;
}

async function breakIt(): Promise<boolean> {
  const tally = await runRounds(stage, options, { ...options, say });
  const { rounds, faults, isClean } = tally;
  say(
    `\nSeed ${options.seed}: ${faults} faults in ${rounds} rounds, ${stage.record.count} operations; ${isClean ? 'every check held' : 'SOMETHING WAS FOUND'}.\n`,
  );
  say(tally.markdown(stage.reader.read()));
  return isClean;
}

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
