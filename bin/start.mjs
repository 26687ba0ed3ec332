import { run } from './bootstrap.mjs';

run('bin/up.ts');
