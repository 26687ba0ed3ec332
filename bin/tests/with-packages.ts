import { join } from 'node:path';
import { unpackedPackages, type Wanted } from '../debian/packages.ts';
import { argumentsOrExit } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { parseTestRun } from './arguments.ts';
import { runTests } from './run-tests.ts';

/** The conventional exit status for a test that was not run. */
const NOT_RUN = 77;
/** With a slower mirror this would take longer than all other tests. */
const FETCH_MS_MAX = 180_000;

type Tests = { command: string; what: string; config: string };

type PackagesTests = Tests & {
  packagesDir: string;
  /** Throws a CannotStart if something else is missing here. */
  tryOut?: () => Promise<unknown>;
};

/**
 * Runs tests that need programs from Debian's packages, by the folder in `packagesDir` that they go into. These are fetched
 * first, to tell a machine that can't have them from one on which the tests fail: there they are not run, which is said in
 * one line.
 */
export function runWithPackages(
  wanted: Readonly<Record<string, Wanted>>,
  tests: PackagesTests,
): Promise<never> {
  const { packagesDir, tryOut } = tests;
  return runWherePossible(async () => {
    for (const [folder, packages] of Object.entries(wanted))
      await unpackedPackages(
        packages,
        join(packagesDir, folder),
        (line) => console.error(line),
        FETCH_MS_MAX,
      );
    await tryOut?.();
    process.env.SEONMUL_PACKAGES = packagesDir;
  }, tests);
}

/** Runs tests that need something which `prepare` sees to; a `CannotStart` that it throws says why they can't be run here. */
export async function runWherePossible(
  prepare: () => Promise<void>,
  { command, what, config }: Tests,
): Promise<never> {
  const run = argumentsOrExit(
    parseTestRun,
    `npm run ${command} -- [part of a path]... [--name <part of a name>] [--seed <number>]`,
  );
  try {
    await prepare();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.log(`not run: ${what} (${error.message})`);
    process.exit(NOT_RUN);
  }
  process.exit((await runTests({ ...run, config })) ? 0 : 1);
}
