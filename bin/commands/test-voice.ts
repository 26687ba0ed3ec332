import { join } from 'node:path';
import { unpackedPackages } from '../phone-line/packages.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { argumentsOrExit, parseTestRun } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';

/** The conventional exit status for a test that was not run. */
const NOT_RUN = 77;
/** With a slower mirror this would take longer than all other tests. */
const FETCH_MS_MAX = 180_000;

const run = argumentsOrExit(
  parseTestRun,
  'npm run test:voice -- [part of a path]... [--name <part of a name>] [--seed <number>]',
);
// Fetched before the tests, to tell a machine without Debian's packages from one on which the line does not work.
const packagesDir = join(process.env.SEONMUL_DATA ?? '.data', 'phone-line', 'packages');
try {
  await unpackedPackages(packagesDir, (line) => console.error(line), FETCH_MS_MAX);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.log(`not run: the phone line (${error.message})`);
  process.exit(NOT_RUN);
}
process.env.SEONMUL_PHONE_LINE_PACKAGES = packagesDir;
process.exit((await runTests({ ...run, config: 'vitest.voice.config.ts' })) ? 0 : 1);
