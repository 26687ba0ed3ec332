import { parseArgs } from 'node:util';
import type { TestRun } from './run-tests.ts';

const INSPECT_PORT = 9229;
const USAGE = `npm test -- [part of a path]... [--name <part of a name>] [--seed <number>] [--inspect]`;

/** What `npm test` is asked for; `--inspect` waits for a debugger. Undefined when it can't be understood. */
export function testRunOf(args: readonly string[]): TestRun | undefined {
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

/** The same, or the end of the process with a sentence. */
export function askedTestRun(usage = USAGE): TestRun {
  const run = testRunOf(process.argv.slice(2));
  if (run !== undefined) return run;
  console.error(`Usage: ${usage}`);
  process.exit(2);
}
