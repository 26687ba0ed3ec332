import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/**
 * The pages of `docs/operations` state each list of refusals in a line of its own, such as
 *
 *     - Confirm (`CONFIRM_HOLD_REFUSALS`): `hold_not_found`, `hold_expired` (it was released), `PIN_REFUSALS`
 *
 * Words in backticks after the colon are codes, or lists that stand for their codes. Other text is free.
 */
const LINE = /^- .*?\(`([A-Z_]+_REFUSALS)`\):(.*)$/gm;
const IN_CODE = /^export const ([A-Z_]+_REFUSALS) = refusals\(/gm;

const pages = globSync('docs/operations/*.md').sort();
const lists = new Map<string, readonly string[]>();
const duplicates: string[] = [];

beforeAll(async () => {
  for (const file of globSync('{contracts,kit,servers}/**/*.ts')) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IN_CODE)) {
      if (lists.has(name)) duplicates.push(name);
      const module = resolve(file);
      lists.set(name, (await import(module))[name]);
    }
  }
});

/** The codes in a line of a page, with lists replaced by their codes. */
function codesOf(line: string): string[] {
  return [...line.matchAll(/`([a-zA-Z_]+)`/g)].flatMap(([, word = '']) =>
    word.endsWith('_REFUSALS') ? [...(lists.get(word) ?? [`no list ${word}`])] : [word],
  );
}

const stating = pages
  .map((page) => ({ page, lines: [...readFileSync(page, 'utf8').matchAll(LINE)] }))
  .filter(({ lines }) => lines.length > 0);

test.each(stating)('$page lists refusals in the order of the code', ({ lines }) => {
  const stated = lines.map(([, name = '', rest = '']) => [name, codesOf(rest)]);
  expect(stated).toEqual(lines.map(([, name = '']) => [name, lists.get(name)]));
});

test('every list has a unique name and is on a page', () => {
  const stated = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/`([A-Z_]+_REFUSALS)`/g)].map(([, name]) => name),
  );
  expect(lists.size).toBeGreaterThan(10);
  expect(duplicates).toEqual([]);
  expect([...lists.keys()].filter((name) => !stated.includes(name))).toEqual([]);
});
