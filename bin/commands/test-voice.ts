import { join } from 'node:path';
import { unpackedPackages } from '../phone-line/packages.ts';
import { CannotStart } from '../stack/stack.ts';
import { askedTestRun } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';

/** By custom: not run, and no failure either. */
const NOT_RUN = 77;
/** A mirror that is slower would make the tests the slowest part of everything that is tested. */
const FETCH_MS_MAX = 180_000;

const run = askedTestRun('npm run test:voice -- [part of a path]... [--name <part of a name>]');
// Fetched before the tests, so that a machine without Debian's packages is told from one where the line does not work.
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
