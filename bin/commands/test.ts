import { testRunOrExit } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';

process.exit((await runTests(testRunOrExit())) ? 0 : 1);
