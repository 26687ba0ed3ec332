import { type Bench, fillTo } from './bench.ts';
import { countStatements, type Statements } from './statements.ts';
import {
  accept,
  balance,
  hot,
  purchase,
  quietAndCatchUp,
  redeem,
  redeemWatched,
  registration,
  tpcb,
  twoShops,
  verify,
} from './steps.ts';

export const STEPS = [
  'redeem',
  'hot',
  'quiet',
  'shops',
  'verify',
  'balance',
  'registration',
  'accept',
  'purchase',
  'statements',
  'grow',
] as const;
export type StepName = (typeof STEPS)[number];

const SIZES = { '1m': 1_000_000, '10m': 10_000_000 } as const;

type Step = readonly [name: string, run: (bench: Bench, round: number) => Promise<void>];

/** What is counted and not timed, once. */
export async function runSteps(
  bench: Bench,
  only: ReadonlySet<StepName>,
  say: (line: string) => void,
): Promise<{ statements: Statements | undefined }> {
  const [buyer] = bench.buyers;
  if (!only.has('statements') || buyer === undefined) return { statements: undefined };
  say('Counting statements...');
  const statements = await countStatements(bench.system, buyer, () => bench.used.recipients++);
  return { statements };
}

/**
 * All steps in each round, beginning with another one each time, so that no step always follows the same one. pgbench
 * runs before each: another minute later the machine may be half as fast.
 */
export async function runRounds(
  bench: Bench,
  only: ReadonlySet<StepName>,
  { large }: { large: boolean },
  say: (line: string) => void,
  afterRound: (made: number) => void,
): Promise<void> {
  await alternate(bench, stepsOf(only), say, afterRound);
  if (!only.has('grow')) return;
  for (const size of large ? (['1m', '10m'] as const) : (['1m'] as const)) {
    say(`Growing to ${SIZES[size].toLocaleString('en')} certificates...`);
    await fillTo(bench, SIZES[size]);
    const name = `redeem_256_${size}`;
    const steps: Step[] = [[name, (to, round) => redeem(to, round, 256, name)]];
    await alternate(bench, steps, say, afterRound);
  }
}

function stepsOf(only: ReadonlySet<StepName>): Step[] {
  const timed: Record<Exclude<StepName, 'statements'>, readonly Step[]> = {
    redeem: [
      ['tpcb', tpcb],
      ['redeem_16', (bench, round) => redeem(bench, round, 16, 'redeem_16')],
      ['redeem_64', (bench, round) => redeem(bench, round, 64, 'redeem_64')],
      ['redeem_256', (bench, round) => redeemWatched(bench, round, 256)],
    ],
    hot: [['hot', hot]],
    quiet: [['redeem_256_quiet', quietAndCatchUp]],
    shops: [['two_shops', twoShops]],
    verify: [['verify', verify]],
    balance: [['balance', balance]],
    registration: [['registration', registration]],
    accept: [['accept', accept]],
    purchase: [['purchase', purchase]],
    grow: [],
  };
  const chosen = STEPS.flatMap((name) => (name !== 'statements' && only.has(name) ? timed[name] : []));
  const needsRedeem = (['hot', 'quiet', 'shops', 'grow'] as const).some((name) => only.has(name));
  const beside = needsRedeem && !only.has('redeem') ? timed.redeem.slice(2) : [];
  return [...beside, ...chosen];
}

async function alternate(
  bench: Bench,
  steps: readonly Step[],
  say: (line: string) => void,
  afterRound: (made: number) => void,
): Promise<void> {
  const { rounds } = bench.options;
  for (let round = 0; round < rounds; round++) {
    for (const index of steps.keys()) {
      const [name, run] = steps[(index + round) % steps.length] ?? ['', async () => {}];
      const begun = performance.now();
      bench.results.addOne(name, round, await bench.pgbench.one(bench.options.seconds));
      await run(bench, round);
      const rate = bench.results.valuesOf(name, 'per_s').at(-1) ?? 0;
      const took = (performance.now() - begun) / 1000;
      say(`round ${round + 1} of ${rounds}: ${name} ${rate.toFixed(0)}/s, over after ${took.toFixed(0)} s`);
    }
    afterRound(round + 1);
  }
}
