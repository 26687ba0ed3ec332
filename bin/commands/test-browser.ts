import { walksFromArguments } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

process.exit((await runTests(walksFromArguments())) ? 0 : 1);
