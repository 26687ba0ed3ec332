import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { TestMovement } from '../../contracts/test-acquirer.ts';
import { MovementFile } from './movement-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'movements-'));
afterAll(() => rmSync(folder, { recursive: true }));

const movement = (reference: string, at: string): TestMovement => ({
  ...{ reference, kind: 'charge', payment_id: 'p1', amount_minor: 1_000, currency: 'KRW', at },
});

test('what was moved is there after a restart, each once, and listed by time and page', () => {
  const path = join(folder, 'movements.jsonl');
  const first = new MovementFile(path);
  for (const day of ['01', '02', '03']) first.add(movement(`m${day}`, `2026-03-${day}T12:00:00.000Z`));
  const again = new MovementFile(path, 1);
  again.add(movement('m02', '2026-03-09T12:00:00.000Z'));
  const page = (after: number) =>
    again.page(new Date('2026-03-02T00:00:00Z'), new Date('2026-03-04T00:00:00Z'), after);
  expect(page(0)).toEqual({ movements: [movement('m02', '2026-03-02T12:00:00.000Z')], next: '1' });
  expect(page(1)).toEqual({ movements: [movement('m03', '2026-03-03T12:00:00.000Z')], next: null });
});
