import { expect, test } from 'vitest';
import { parseTestRun, parseWalks } from './arguments.ts';
import { rerunCommand } from './rerun-command.ts';

test.each([
  [['redeem'], { filters: ['redeem'] }],
  [['kit/', '--seed', '7', '-t', 'twice'], { filters: ['kit/'], seed: 7, name: 'twice' }],
  [['--inspect', 'redeem'], { filters: ['redeem'], inspectPort: 9229 }],
])('%j is parsed', (args, run) => {
  expect(parseTestRun(args)).toEqual(run);
});

test.each([
  [[], { filters: ['test/browser'] }, { headed: false, slow_ms: 0 }],
  [
    ['phones', '--name', 'plays all parts', '--seed', '7'],
    { filters: ['test/browser/phones'], name: 'plays all parts', seed: 7 },
    { headed: false, slow_ms: 0 },
  ],
  [
    ['buyer', '--headed', '--slow', '250'],
    { filters: ['test/browser/buyer'] },
    { headed: true, slow_ms: 250 },
  ],
])('walks: %j is parsed', (args, run, browser) => {
  expect(parseWalks(args)).toEqual({ run, browser });
});

test.each([
  [['--sead', '7'], '--sead'],
  [['--seed', 'seven'], "--seed takes a whole number, not 'seven'"],
  [['--seed'], '--seed'],
])('%j is refused, naming %s', (args, named) => {
  expect(() => parseTestRun(args)).toThrow(named);
  expect(() => parseWalks(args)).toThrow(named);
});

test('what only one of the commands takes is refused by the other', () => {
  expect(() => parseTestRun(['--headed'])).toThrow('--headed');
  expect(() => parseWalks(['--inspect'])).toThrow('--inspect');
  expect(() => parseWalks(['--slow', 'much'])).toThrow('--slow');
});

test.each([
  ['kit/money.test.ts', undefined, 'npm test -- kit/money.test.ts --seed 7'],
  ['test/browser/terminal.test.ts', undefined, 'npm run test:browser -- terminal --seed 7'],
  [
    'test/browser/phones/phones.test.ts',
    'all',
    "npm run test:browser -- phones/phones --seed 7 --name 'all'",
  ],
  [
    'test/deploy/compose.deploy.ts',
    undefined,
    'npm run test:deploy -- test/deploy/compose.deploy.ts --seed 7',
  ],
  ['test/alerts/rules.alerts.ts', undefined, 'npm run test:alerts -- test/alerts/rules.alerts.ts --seed 7'],
  ['test/proxy/nginx.proxy.ts', undefined, 'npm run test:proxy -- test/proxy/nginx.proxy.ts --seed 7'],
  [
    'test/voice/phone-line.voice.ts',
    "it's",
    "npm run test:voice -- test/voice/phone-line.voice.ts --seed 7 --name 'it'\\''s'",
  ],
])('%s of the tests named %s is repeated by %s', (file, name, command) => {
  expect(rerunCommand(file, 7, name)).toBe(command);
});
