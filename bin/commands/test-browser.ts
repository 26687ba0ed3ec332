import { askedWalks } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

process.exit((await runTests(askedWalks())) ? 0 : 1);
