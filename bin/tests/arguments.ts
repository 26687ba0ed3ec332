import { parseArgs } from 'node:util';
import type { TestRun } from './run-tests.ts';

const INSPECT_PORT = 9229;
const USAGE = `npm test -- [part of a path]... [--name <part of a name>] [--seed <number>] [--inspect]`;

/** Parses the arguments of `npm test`; undefined when they are invalid. */
export function parseTestRun(args: readonly string[]): TestRun | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string', short: 't' },
        seed: { type: 'string' },
        inspect: { type: 'boolean', default: false },
      },
    });
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    if (seed !== undefined && !Number.isSafeInteger(seed)) return undefined;
    return {
      filters: positionals,
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(seed === undefined ? {} : { seed }),
      ...(values.inspect ? { inspectPort: INSPECT_PORT } : {}),
    };
  } catch {
    return undefined;
  }
}

/** Parses the arguments of this process; exits with the usage when they are invalid. */
export function testRunOrExit(usage = USAGE): TestRun {
  const run = parseTestRun(process.argv.slice(2));
  if (run !== undefined) return run;
  console.error(`Usage: ${usage}`);
  process.exit(2);
}
