import { walksFromArguments } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

// The browser walks visit every page, so they take the pictures.
process.env.SEONMUL_SHOTS_DIR = 'docs/screenshots';
process.exit((await runTests(walksFromArguments())) ? 0 : 1);
