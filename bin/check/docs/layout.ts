import { has, type Tree } from './tree.ts';

const FILE = 'ARCHITECTURE.md';
const PLACEHOLDER = /<[^>]+>/g;
/** What ends as a folder or a file does. */
const NAME = /(?<![\w/<>.-])[\w.<>-]+(?:\/[\w.<>-]+)*(?:\/(?![\w<])|[.](?:mjs|sql|ts)\b)/g;

/**
 * The block under "## Layout" of ARCHITECTURE.md against the folders: each line begins with a folder, those below it
 * are indented, and what ends as a folder or a file does names one in it, beside it or at the top.
 */
export function layoutFaults(tree: Tree): string[] {
  const [, block = ''] = /^## Layout\n+```\n([\s\S]*?)^```/m.exec(tree.read(FILE)) ?? [];
  if (block === '') return [`${FILE}: there is no layout`];
  const named = new Set<string>();
  const faults: string[] = [];
  let parents: { indent: number; path: string }[] = [];
  for (const line of block.split('\n').filter((text) => text.trim() !== '')) {
    const indent = line.search(/\S/);
    const [first = ''] = line.trim().split(/\s+/);
    const words = [...line.matchAll(NAME)].map(([word]) => word);
    parents = parents.filter((parent) => parent.indent < indent);
    const inside = parents.at(-1)?.path ?? '';
    // A line without a folder of its own goes on with what the one above it is about.
    if (first.endsWith('/')) parents.push({ indent, path: `${inside}${first}` });
    const own = parents.at(-1)?.path ?? '';
    for (const word of words) {
      const places = [`${inside}${word}`, `${own}${word}`, word].flatMap((path) => matches(tree, path));
      for (const place of places) named.add(place).add(place.split('/')[0] ?? '');
      if (places.length === 0) faults.push(`${FILE}: the layout names ${word}, which is not there`);
    }
  }
  const missing = [...tree.folders].filter(
    (folder) => /^(?:bin\/)?[^/.]+$/.test(folder) && !named.has(folder),
  );
  return [...faults, ...missing.map((folder) => `${FILE}: the layout does not name ${folder}/`)];
}

function matches(tree: Tree, path: string): string[] {
  const bare = path.replace(/\/$/, '');
  if (!PLACEHOLDER.test(bare)) return has(tree, bare) ? [bare] : [];
  const pattern = new RegExp(`^${bare.replaceAll('.', '[.]').replaceAll(PLACEHOLDER, '[^/]+')}$`);
  return [...tree.folders, ...tree.files].filter((place) => pattern.test(place));
}
