import { runTests } from '../tests/run-tests.ts';

// Everything in one run: the closing line is what a machine reads.
const filters = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
process.exit((await runTests(filters)) ? 0 : 1);
