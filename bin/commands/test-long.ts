import { argumentsOrExit } from '../options/options.ts';
import { parseTestRun } from '../tests/arguments.ts';
import { LONG, LONGER } from '../tests/long.ts';
import { runTests } from '../tests/run-tests.ts';

const USAGE = 'npm run test:long -- [part of a path]... [--name <part of a name>] [--seed <number>]';

const run = argumentsOrExit(parseTestRun, USAGE);
process.env.SEONMUL_LONG = '1';
const filters = run.filters.length === 0 ? [...LONG, ...LONGER] : run.filters;
process.exit((await runTests({ ...run, filters })) ? 0 : 1);
