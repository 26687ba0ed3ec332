import { run } from './bootstrap.mjs';

run('bin/test-voice.ts');
