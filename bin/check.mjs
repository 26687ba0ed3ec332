import { run } from './bootstrap.mjs';

run('bin/check.ts');
