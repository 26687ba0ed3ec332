import { run } from './bootstrap.mjs';

process.env.SEONMUL_ALL_VIEWS = '1';
// The filters of a test run widen it, so that a name here must stand for the whole path.
const names = process.argv.slice(2);
run('bin/test.ts', names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`));
