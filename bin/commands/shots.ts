import { browserWalks } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

// The walks of the browser tests pass every page, so they take the pictures.
process.env.SEONMUL_SHOTS_DIR = 'docs/screenshots';
process.env.SEONMUL_ALL_VIEWS = '1';
process.exit((await runTests(browserWalks(process.argv.slice(2)))) ? 0 : 1);
