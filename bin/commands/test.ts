import { argumentsOrExit } from '../options/options.ts';
import { parseTestRun } from '../tests/arguments.ts';
import { LONG } from '../tests/long.ts';
import { runTests } from '../tests/run-tests.ts';

const USAGE = 'npm test -- [part of a path]... [--name <part of a name>] [--seed <number>] [--inspect]';

const run = argumentsOrExit(parseTestRun, USAGE);
process.exit((await runTests({ ...run, leftOut: run.filters.length === 0 ? LONG : [] })) ? 0 : 1);
