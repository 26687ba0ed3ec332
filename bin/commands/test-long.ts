import { argumentsOrExit } from '../options/options.ts';
import { parseTestRun } from '../tests/arguments.ts';
import { LONG } from '../tests/long.ts';
import { runTests } from '../tests/run-tests.ts';

const USAGE = 'npm run test:long -- [part of a path]... [--name <part of a name>] [--seed <number>]';

const run = argumentsOrExit(parseTestRun, USAGE);
process.exit((await runTests({ ...run, filters: run.filters.length === 0 ? LONG : run.filters })) ? 0 : 1);
