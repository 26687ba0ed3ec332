import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Block, blocksOf } from '../../bin/guide/blocks.ts';
import { isAsShown } from '../../bin/guide/output.ts';
import { GUIDE_PAGES } from '../../bin/guide/pages.ts';
import { HANDS, STAND_INS, TYPISTS } from './hands.ts';
import { type Operator, startOperator } from './operator.ts';

const ROOT = join(import.meta.dirname, '../..');

const LOGS = "journalctl --no-pager --unit 'seonmul-*' --lines 60 --output cat";

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator(process.env.SEONMUL_GUIDE_ROOT ?? '', process.env.SEONMUL_GUIDE_BUILD ?? '');
});
afterAll(() => operator?.stop());

describe.each(GUIDE_PAGES)('%s', (page) => {
  const { blocks, faults } = blocksOf(readFileSync(join(ROOT, page), 'utf8'));
  test('says of every block how it is run', () => {
    expect(faults).toEqual([]);
  });
  for (const block of blocks)
    test(`line ${block.line}: ${titleOf(block)}`, async () => {
      try {
        await play(block);
      } catch (error) {
        // Servers say why in their log, which is gone with the machine.
        console.error((await operator.run(LOGS)).printed);
        throw error;
      }
    });
});

function titleOf(block: Block): string {
  if (block.kind === 'step') return `${block.hand}, on a page`;
  const what = block.kind === 'file' ? block.path : (block.text.split('\n')[0] ?? '');
  return block.how.kind === 'excused' ? `${what} (${block.how.hand ?? 'nothing'} instead)` : what;
}

async function play(block: Block): Promise<void> {
  if (block.kind === 'step') return handOf(HANDS, block.hand)(operator);
  if (block.how.kind === 'excused') {
    if (block.how.hand !== null) await handOf(STAND_INS, block.how.hand)(operator);
    return;
  }
  if (block.kind === 'file') return operator.write(block.path, block.text);
  const typist = block.how.kind === 'typed' ? handOf(TYPISTS, block.how.hand) : undefined;
  const { code, printed } = await operator.run(block.text, typist);
  expect({ code, printed }, block.text).toEqual({ code: 0, printed });
  if (block.output !== null && !isAsShown(block.output, printed)) expect(printed).toBe(block.output);
}

function handOf<Hand>(hands: Readonly<Record<string, Hand>>, name: string): Hand {
  const hand = hands[name];
  if (hand === undefined) throw new Error(`The test has no hand for ${name}.`);
  return hand;
}
