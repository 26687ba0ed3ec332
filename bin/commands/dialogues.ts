import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dialoguePages } from '../../test/builders/dialogue-diagram.ts';

/** Draws the dialogues of the phone line into docs/dialogues. */
const folder = resolve(import.meta.dirname, '../..', 'docs', 'dialogues');
mkdirSync(folder, { recursive: true });
for (const { file, text } of dialoguePages()) writeFileSync(join(folder, file), text);
