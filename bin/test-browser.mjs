import { run } from './bootstrap.mjs';

run('bin/test.ts', ['test/browser', ...process.argv.slice(2)]);
