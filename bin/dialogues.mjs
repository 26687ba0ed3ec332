import { run } from './bootstrap.mjs';

run('bin/dialogues.ts');
