import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ALL_ALARMS } from '../../bin/references/watched.ts';
import type { Alarm } from '../../kit/alarms/definition.ts';
import { promtool } from './promtool.ts';
import { ruleTest } from './rule-test.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy/prometheus');
const RULES = join(DEPLOY, 'alerts.yaml');
const dir = mkdtempSync(join(tmpdir(), 'seonmul-rules-'));
afterAll(() => rmSync(dir, { recursive: true }));

function testsFile(name: string, alarms: readonly Alarm[]): string {
  const file = join(dir, name);
  writeFileSync(
    file,
    stringify(
      { rule_files: [RULES], evaluation_interval: '1m', tests: alarms.flatMap(ruleTest) },
      { lineWidth: 0 },
    ),
  );
  return file;
}

test('Prometheus takes the rules and the configuration', async () => {
  expect(await promtool('check', 'rules', RULES)).toContain(`${ALL_ALARMS.length} rules found`);
  expect(await promtool('check', 'config', '--syntax-only', join(DEPLOY, 'prometheus.yaml'))).toContain(
    'SUCCESS',
  );
});

test('each alert is raised by what it is for, not before its time, and ends', async () => {
  expect(await promtool('test', 'rules', testsFile('tests.yaml', ALL_ALARMS))).toContain('SUCCESS');
});

test('a rule that is not raised when it should be is found', async () => {
  const [broken] = ALL_ALARMS.filter(({ name }) => name === 'SeonmulDeadLetters');
  if (broken?.when?.kind !== 'above') throw new Error('There is no such alarm.');
  const other = { ...broken, when: { ...broken.when, limit: -5 } };
  await expect(promtool('test', 'rules', testsFile('broken.yaml', [other]))).rejects.toThrow('FAILED');
});
