import { run } from './bootstrap.mjs';

run('bin/schema.ts');
