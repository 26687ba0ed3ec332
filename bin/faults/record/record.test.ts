import { appendFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { judgeGuesses } from '../judge/guesses.ts';
import { ClientRecord, RecordReader } from './record.ts';

const file = join(tmpdir(), `seonmul-record-test-${process.pid}.jsonl`);
afterEach(() => rmSync(file, { force: true }));

test('what was wanted and never answered is unknown, and a line that is half written is read later', () => {
  const record = new ClientRecord(file);
  record.wants('t0-1', 'sale', { lines: [] });
  record.wants('t0-2', 'hold', { amount: 5 });
  record.heard('t0-1', 'refused', { code: 'insufficient_balance' });
  const reader = new RecordReader(file);
  appendFileSync(file, '{"heard":"t0-2","outc');
  expect(reader.read().ops.get('t0-1')).toMatchObject({ outcome: 'refused', code: 'insufficient_balance' });
  expect(reader.ops.get('t0-2')).toMatchObject({ outcome: 'unknown', about: { amount: 5 } });
  appendFileSync(file, 'ome":"done"}\n');
  expect(reader.read().ops.get('t0-2')).toMatchObject({ outcome: 'done' });
});

test('a PIN may be guessed at again when attempts have come back, and no earlier', () => {
  const record = new ClientRecord(file);
  const guess = (n: number) => {
    record.wants(`g-${n}`, 'guess', { at: 'till' });
    record.heard(`g-${n}`, 'refused', { code: 'pin_or_phone_wrong' });
  };
  for (let n = 0; n < 6; n++) guess(n);
  const reader = new RecordReader(file);
  expect(judgeGuesses(reader.read(), 60_000)).toEqual([]);
  guess(6);
  expect(judgeGuesses(reader.read(), 60_000)).toMatchObject([{ check: 'guesses' }]);
  record.clockForward(10 * 60_000);
  expect(judgeGuesses(reader.read(), 60_000)).toEqual([]);
});
