import { expect, test } from 'vitest';
import { parseTestRun } from './arguments.ts';
import { rerunCommand } from './rerun-command.ts';

test.each([
  [['redeem'], { filters: ['redeem'] }],
  [['kit/', '--seed', '7', '-t', 'twice'], { filters: ['kit/'], seed: 7, name: 'twice' }],
  [['--inspect', 'redeem'], { filters: ['redeem'], inspectPort: 9229 }],
])('%j is parsed', (args, run) => {
  expect(parseTestRun(args)).toEqual(run);
});

test.each([[['--sead', '7']], [['--seed', 'seven']], [['--seed']]])('%j is refused', (args) => {
  expect(parseTestRun(args)).toBeUndefined();
});

test.each([
  ['kit/money.test.ts', 'npm test -- kit/money.test.ts --seed 7'],
  ['test/browser/terminal.test.ts', 'npm run test:browser -- terminal'],
  ['test/proxy/nginx.proxy.ts', 'npm run test:proxy -- test/proxy/nginx.proxy.ts'],
  ['test/voice/phone-line.voice.ts', 'npm run test:voice -- test/voice/phone-line.voice.ts'],
])('%s is repeated by %s', (file, command) => {
  expect(rerunCommand(file, 7)).toBe(command);
});
