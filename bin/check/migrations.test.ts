import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bridgesDue, dangersIn, unknownNeeds } from './migrations.ts';

const folder = mkdtempSync(join(tmpdir(), 'seonmul-migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rulesBrokenBy(sql: string): string[] {
  const file = join(folder, '999-planted.sql');
  writeFileSync(file, sql);
  return dangersIn([file]).map((danger) => danger.replace(`${file}:`, '').split(':')[0] ?? '');
}

test.each([
  ['an index that stops writes', 'create index o_x on orders (x);', '1 require-concurrent-index-creation'],
  [
    'a check that reads the whole table under a lock',
    "alter table orders add constraint a check (x <> '');",
    '1 constraint-missing-not-valid',
  ],
  [
    'NOT NULL that reads the whole table under a lock',
    '\nalter table orders alter column x set not null;',
    '2 adding-not-nullable-field',
  ],
  [
    'a column that processes of the version before do not fill',
    'alter table orders add column x text not null;',
    '1 adding-required-field',
  ],
  [
    'a name that processes of the version before use',
    'alter table orders rename column x to y;',
    '1 renaming-column',
  ],
  [
    'a column taken away that processes of the version before read',
    'alter table orders drop column x;',
    '1 ban-drop-column',
  ],
  [
    'building concurrently inside a transaction',
    'alter table orders add column x text;\ncreate index concurrently o_x on orders (x);',
    '2 ban-concurrent-index-creation-in-transaction',
  ],
])('a migration with %s is found', (_what, sql, rule) => {
  expect(rulesBrokenBy(sql)).toEqual([rule]);
});

test.each([
  [
    'a new table with an index',
    'create table t (id uuid primary key, n integer); create index t_n on t (n);',
  ],
  ['an index built concurrently', '-- no transaction\ncreate index concurrently o_x on orders (x);'],
  ['NOT NULL for new rows', 'alter table orders add constraint x_known not null x not valid;'],
  ['NOT NULL for the old ones', '-- no transaction\nalter table orders validate constraint x_known;'],
  [
    'a column taken away, where it says who may still run',
    '-- needs shop/900-y-in-its-place.sql\nalter table orders drop column x;',
  ],
])('a migration with %s is right', (_what, sql) => {
  expect(rulesBrokenBy(sql)).toEqual([]);
});

test('bridges for processes from before the first release are due with the second, until they are dropped', () => {
  const made = [
    'create trigger a_bridge before insert on a;',
    'create trigger b_bridge instead of insert on b;',
  ];
  expect(bridgesDue('0.1.9', made)).toEqual([]);
  for (const version of ['0.2.0', '1.0.0'])
    expect(bridgesDue(version, made)).toEqual(['a_bridge', 'b_bridge']);
  expect(bridgesDue('0.2.0', [...made, 'drop trigger b_bridge on b;'])).toEqual(['a_bridge']);
});

test('a migration needs one that comes before it', () => {
  const later = '-- needs kit/900-more.sql\nalter table a drop column b;';
  expect(
    unknownNeeds(
      new Map([
        ['kit/900-more.sql', ''],
        ['shop/910-less.sql', later],
      ]),
    ),
  ).toEqual([]);
  expect(unknownNeeds(new Map([['shop/910-less.sql', later]]))).toHaveLength(1);
  expect(
    unknownNeeds(
      new Map([
        ['kit/900-more.sql', ''],
        ['shop/890-less.sql', later],
      ]),
    ),
  ).toHaveLength(1);
});
