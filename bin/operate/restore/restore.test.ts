import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beforeName } from '../backup/left-by-restore.ts';
import { parseMoment } from './moment.ts';
import { databasesOf, parseServer } from './named-servers.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

describe('the moment', () => {
  test.each([
    ['2026-03-01 08:15+09:00', '2026-02-28T23:15:00.000Z'],
    ['2026-03-01 08:15:30 +0900', '2026-02-28T23:15:30.000Z'],
    ['2026-03-01T08:15:30.5+09', '2026-02-28T23:15:30.500Z'],
    ['2026-02-28T23:15:00Z', '2026-02-28T23:15:00.000Z'],
    ['2026-02-28 20:15-03:30', '2026-02-28T23:45:00.000Z'],
  ])('%s', (text, moment) => {
    expect(parseMoment(text, NOW)).toEqual(new Date(moment));
  });

  test('is the end of everything', () => {
    expect(parseMoment('latest', NOW)).toBe('latest');
  });

  test.each([
    ['2026-03-01 08:15', /^--to must be latest, or a moment with its offset/],
    ['yesterday', /^--to must be/],
    ['2026-02-30 08:15Z', /is in no calendar/],
    ['2026-02-28 25:15Z', /is in no calendar/],
    ['2026-03-01 22:00+09:00', /has not come yet/],
  ])('%s is refused', (text, message) => {
    expect(() => parseMoment(text, NOW)).toThrow(message);
  });
});

test('a server is named with the file of its settings', () => {
  expect(parseServer('shop=/etc/seonmul/a=b.env')).toEqual({ role: 'shop', envFile: '/etc/seonmul/a=b.env' });
  for (const wrong of ['shop', 'shop=', 'till=/etc/x.env'])
    expect(() => parseServer(wrong)).toThrow(/^--server must be SERVER=FILE/);
});

describe('of two shops in one cluster', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seonmul-restore-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const haneul = { role: 'shop', database: 'seonmul_shop_haneul' } as const;
  const bada = { role: 'shop', database: 'seonmul_shop_bada' } as const;
  function shopOf(database: string) {
    const envFile = join(folder, `${database}.env`);
    writeFileSync(envFile, `DATABASE_URL=postgres://x:secret@127.0.0.1:5432/${database}\n`);
    return { role: 'shop', envFile } as const;
  }

  test('the one is restored whose settings were named', () => {
    const servers = [haneul, bada];
    expect(databasesOf({ servers }, [shopOf(bada.database)])).toEqual([bada]);
    expect(databasesOf({ servers }, [shopOf(bada.database), shopOf(haneul.database)])).toEqual([
      bada,
      haneul,
    ]);
  });

  test('one that backups do not name is refused, not taken for the other', () => {
    expect(() => databasesOf({ servers: [haneul] }, [shopOf(bada.database)])).toThrow(
      /^BACKUP_DATABASES has no shop=seonmul_shop_bada, the database that .*env names\.$/,
    );
  });
});

test('a database that was replaced keeps a name with the moment', () => {
  expect(beforeName('seonmul_shop_haneul', NOW)).toBe('seonmul_shop_haneul_before_20260301120000');
});
