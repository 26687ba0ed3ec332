import { run } from './bootstrap.mjs';

run('bin/phone-line.ts');
