import { readdirSync } from 'node:fs';
import { type Html, trusted } from '../../../../kit/http/html.ts';
import { readWebFile } from '../../../../kit/http/web-files.ts';

const FOLDER = new URL('../../../../web/cards/', import.meta.url);

const DESIGNS: ReadonlyMap<string, Html> = new Map(
  readdirSync(FOLDER).map((file) => [file.replace(/[.]svg$/, ''), trusted(readWebFile(`cards/${file}`))]),
);

/** The picture of a card design, inline. For a design that no longer exists, the plain one. */
export function cardArt(design: string | undefined): Html | null {
  return DESIGNS.get(design ?? 'plain') ?? DESIGNS.get('plain') ?? null;
}
