import { browserWalks } from '../tests/browser-walks.ts';
import { runTests } from '../tests/run-tests.ts';

process.env.SEONMUL_ALL_VIEWS = '1';
process.exit((await runTests(browserWalks(process.argv.slice(2)))) ? 0 : 1);
