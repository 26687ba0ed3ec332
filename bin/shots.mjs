import { run } from './bootstrap.mjs';

// The walks of the browser tests pass every page, so they take the pictures.
process.env.SEONMUL_SHOTS_DIR = 'docs/screenshots';
process.env.SEONMUL_ALL_VIEWS = '1';
const names = process.argv.slice(2);
run('bin/test.ts', names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`));
