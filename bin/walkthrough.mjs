import { run } from './bootstrap.mjs';

run('bin/walkthrough.ts');
