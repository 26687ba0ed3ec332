import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { references } from '../references/pages.ts';

/** Writes the pages and schemas that follow from the settings and file formats. `--check` only says whether they are current. */
const checkOnly = process.argv.includes('--check');
let differs = false;
for (const [file, text] of references()) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (checkOnly) {
    console.error(`${file} is out of date; run npm run references.`);
    differs = true;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
process.exit(differs ? 1 : 0);
