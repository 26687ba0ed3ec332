import { askedTestRun } from '../tests/arguments.ts';
import { runTests } from '../tests/run-tests.ts';

// Everything in one run: the closing line is what a machine reads.
process.exit((await runTests(askedTestRun())) ? 0 : 1);
