import { run } from './bootstrap.mjs';

// The walks of the browser tests pass every page, so they take the pictures.
process.env.SEONMUL_SHOTS_DIR = 'docs/screenshots';
run('bin/test.ts', ['test/browser', ...process.argv.slice(2)]);
