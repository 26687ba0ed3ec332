import { join, resolve } from 'node:path';
import { makeBuild } from '../build/build.ts';
import { installedRoot } from '../debian/installed.ts';
import { GUIDE_MACHINE } from '../guide/machine.ts';
import { argumentsOrExit } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { parseTestRun } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';
import { buildPagesIfNeeded } from '../web/build.ts';

/** The conventional exit status for a test that was not run. */
const NOT_RUN = 77;

const run = argumentsOrExit(
  parseTestRun,
  'npm run test:guide -- [--name <part of a name>] [--seed <number>]',
);
const folder = join(process.env.SEONMUL_DATA ?? '.data', 'guide');
try {
  process.env.SEONMUL_GUIDE_ROOT = await installedRoot(GUIDE_MACHINE, folder, (line) => console.error(line));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.log(`not run: the guide's commands (${error.message})`);
  process.exit(NOT_RUN);
}
await buildPagesIfNeeded((line) => console.error(line));
const build = join(folder, 'build');
makeBuild(resolve(build));
process.env.SEONMUL_GUIDE_BUILD = resolve(build);
process.exit((await runTests({ ...run, config: 'vitest.guide.config.ts' })) ? 0 : 1);
