import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dialoguePages } from '../../../../test/builders/dialogue-diagram.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/dialogues');

test('the diagrams are current; `npm run dialogues` updates them', () => {
  const pages = dialoguePages();
  expect(readdirSync(FOLDER).sort()).toEqual(pages.map(({ file }) => file).sort());
  for (const { file, text } of pages) expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
});
