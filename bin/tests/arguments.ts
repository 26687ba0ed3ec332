import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { TestRun } from './run-tests.ts';

const INSPECT_PORT = 9229;

/** What every command that runs tests takes. */
const ANY_RUN = { name: { type: 'string', short: 't' }, seed: { type: 'string' } } as const;

/** Parses the arguments of `npm test`; throws an error that says which one is wrong. */
export function parseTestRun(args: readonly string[]): TestRun {
  const { positionals, values } = parsed(args, { inspect: { type: 'boolean', default: false } });
  return {
    filters: positionals,
    ...chosenTests(values),
    ...(values.inspect ? { inspectPort: INSPECT_PORT } : {}),
  };
}

/** How a browser is run: with a window, and slowed down. */
export type BrowserRun = { headed: boolean; slow_ms: number };

/** Parses the arguments of a command that runs browser walks, in the same way. */
export function parseWalks(args: readonly string[]): { run: TestRun; browser: BrowserRun } {
  const { positionals: names, values } = parsed(args, {
    headed: { type: 'boolean', default: false },
    slow: { type: 'string', default: '0' },
  });
  // Each filter adds files to a run, so a walk's name becomes its whole path.
  const filters = names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`);
  return {
    run: { filters, ...chosenTests(values) },
    browser: { headed: values.headed, slow_ms: wholeNumber('--slow', values.slow) },
  };
}

function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { ...ANY_RUN, ...options } });
}

function chosenTests({ name, seed }: { name?: string; seed?: string }): Pick<TestRun, 'name' | 'seed'> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed) }),
  };
}

function wholeNumber(option: string, given: string): number {
  if (!/^\d+$/.test(given) || !Number.isSafeInteger(Number(given)))
    throw new Error(`${option} takes a whole number, not '${given}'.`);
  return Number(given);
}
