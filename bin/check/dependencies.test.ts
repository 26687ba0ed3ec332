import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unusedInProduction } from './dependencies.ts';

test('production installs only what a server imports, and the check finds a package that none does', () => {
  const text = readFileSync('package.json', 'utf8');
  expect(unusedInProduction(text)).toEqual([]);
  const planted = JSON.parse(text);
  planted.dependencies.react = planted.devDependencies.react;
  expect(unusedInProduction(JSON.stringify(planted))).toEqual(['react']);
});
