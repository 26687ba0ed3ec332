import { argumentsOrExit } from '../options/options.ts';
import { parseTestRun } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';

const USAGE = 'npm test -- [part of a path]... [--name <part of a name>] [--seed <number>] [--inspect]';

process.exit((await runTests(argumentsOrExit(parseTestRun, USAGE))) ? 0 : 1);
