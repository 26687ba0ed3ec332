import { askedWalks } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

// The walks of the browser tests pass every page, so they take the pictures.
process.env.SEONMUL_SHOTS_DIR = 'docs/screenshots';
process.exit((await runTests(askedWalks())) ? 0 : 1);
