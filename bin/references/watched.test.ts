import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { alarmTitlesEn } from '../../kit/words/owner/alarm-titles.en.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { COMMANDS } from '../operate/commands.mjs';
import { alertRules, RUNBOOKS, runbooksPage } from './alert-rules.ts';
import { dashboard } from './dashboard.ts';
import { metricsPage } from './metrics-page.ts';
import { ALL_ALARMS, ALL_METRICS, WATCHED } from './watched.ts';

const ROOT = join(import.meta.dirname, '../..');
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** Names of metrics in an expression of Prometheus. */
function metricsIn(expression: string): string[] {
  const names = expression.replace(/"[^"]*"/g, '').match(/\b(?:seonmul|http)_[a-z_]+/g) ?? [];
  return names.map((name) => name.replace(/^(http_\w+_seconds)_(?:count|sum|bucket)$/, '$1'));
}

const KNOWN = new Set(ALL_METRICS.map(({ name }) => name));

test('metrics are named as Prometheus advises, each once', () => {
  expect(KNOWN.size).toBe(ALL_METRICS.length);
  for (const { name, kind, labels, help, of } of ALL_METRICS) {
    expect(name).toMatch(/^(?:seonmul_[a-z]+(?:_[a-z]+)*|http_request_duration_seconds)$/);
    expect(name.endsWith('_total'), name).toBe(kind === 'counter');
    expect(name, 'base units').not.toMatch(/_(?:ms|minutes|hours|days|kb|mb|percent)(?:_|$)/);
    if (/ in Unix time/.test(help)) expect(name).toMatch(/_timestamp_seconds$/);
    if (kind === 'counter') expect(of).toBe('process');
    expect(help, name).toMatch(/\.$|\)$/);
    // Prometheus sets these itself.
    for (const label of labels) expect(['job', 'instance', 'le']).not.toContain(label);
  }
});

test('every metric is on the page, and every alarm looks at one that its server has', () => {
  const page = metricsPage();
  for (const { name } of ALL_METRICS) expect(page).toContain(`| \`${name}\` |`);
  const [every] = WATCHED;
  for (const { metrics, alarms } of WATCHED) {
    const there = new Set([...(every?.metrics ?? []), ...metrics]);
    for (const { name, when } of alarms) {
      if (when === null) continue;
      expect(there, name).toContain(when.metric);
      const labels = [...(when.by ?? []), ...Object.keys(when.where ?? {})];
      for (const label of labels) expect(when.metric.labels, name).toContain(label);
    }
  }
});

test('every alarm has a title and a page, and every title and page has an alarm', () => {
  const names = ALL_ALARMS.map(({ name }) => name).sort();
  expect(Object.keys(alarmTitlesEn).sort()).toEqual(names);
  const pages = readdirSync(join(ROOT, RUNBOOKS)).filter((file) => file !== 'README.md');
  expect(pages.sort()).toEqual(names.map((name) => `${name}.md`));
  for (const name of names) {
    const page = readFileSync(join(ROOT, RUNBOOKS, `${name}.md`), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${name}\n`));
    for (const part of ['**What it means.**', '**Who is hurt.**', '## Look here', '## Do this'])
      expect(page, name).toContain(part);
    for (const metric of page.match(/seonmul_[a-z_]+_(?:total|seconds)\b/g) ?? [])
      expect(KNOWN, name).toContain(metric);
  }
  expect(runbooksPage().match(/^\| \[Seonmul/gm)).toHaveLength(names.length);
});

test('the rules are those alarms, and they and the dashboard name metrics that exist', () => {
  const rules: { alert: string; expr: string; annotations: { runbook: string } }[] = parse(
    alertRules(),
  ).groups.flatMap(({ rules: of }: { rules: unknown[] }) => of);
  expect(rules.map(({ alert }) => alert).sort()).toEqual(ALL_ALARMS.map(({ name }) => name).sort());
  for (const { alert, expr, annotations } of rules) {
    for (const metric of metricsIn(expr)) expect(KNOWN, alert).toContain(metric);
    expect(existsSync(join(ROOT, annotations.runbook))).toBe(true);
  }
  const panels: { targets?: { expr: string }[] }[] = JSON.parse(dashboard()).panels;
  const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  expect(queries.length).toBeGreaterThan(20);
  for (const query of queries) {
    expect(metricsIn(query), query).not.toEqual([]);
    for (const metric of metricsIn(query)) expect(KNOWN, query).toContain(metric);
  }
});

const SHOWN = ALL_METRICS.flatMap(({ name, labels }) => [
  name,
  `${name}{${labels.map((label) => `${label}="5"`)}}`,
]);

test('what the pages ask for by name is there: metrics, and commands of operators', () => {
  for (const { name } of ALL_ALARMS) {
    const page = readFileSync(join(ROOT, RUNBOOKS, `${name}.md`), 'utf8');
    for (const [, pattern = ''] of page.matchAll(/^metrics \| grep (?:-E )?'?([^'\n]+)'?$/gm)) {
      const wanted = new RegExp(pattern.replace('seconds_count', 'seconds'));
      expect(
        SHOWN.some((shown) => wanted.test(shown)),
        `${name}: ${pattern}`,
      ).toBe(true);
    }
    for (const [, command = ''] of page.matchAll(/npx seonmul (\w+)/g))
      expect(COMMANDS, name).toHaveProperty(command);
  }
});

/** On which servers the commands of a page must work. */
const PLACES = [
  ['every server', ['management', 'settlement', 'carrier', 'shop']],
  ['the management server', ['management']],
  ['the settlement server', ['settlement']],
  ['a shop', ['shop']],
] as const;

const databases = new Map<string, Promise<Client>>();

function clientOf(role: string): Promise<Client> {
  const known = databases.get(role) ?? connect(role);
  databases.set(role, known);
  return known;
}

async function connect(role: string): Promise<Client> {
  const database: TestDatabase = await testDatabase(role);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  closing.push(async () => {
    await client.end();
    await database.drop();
  });
  return client;
}

test.each(PLACES)(
  'what the pages of %s ask the database can be asked there by its role',
  async (title, roles) => {
    const alarms = WATCHED.find((watched) => watched.title === title)?.alarms ?? [];
    expect(alarms).not.toEqual([]);
    for (const { name } of alarms) {
      const page = readFileSync(join(ROOT, RUNBOOKS, `${name}.md`), 'utf8');
      for (const [, query = ''] of page.matchAll(/psql "\$DATABASE_URL" -c "([^"<]*)"/g))
        for (const role of roles) {
          const client = await clientOf(role);
          await client.query('begin');
          await client.query(query).catch((error: Error) => {
            throw new Error(`${name} at ${role}: ${error.message}: ${query}`);
          });
          await client.query('rollback');
        }
    }
  },
);
