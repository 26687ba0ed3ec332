import { has, type Tree } from './tree.ts';

const FILE = 'ARCHITECTURE.md';
const PLACEHOLDER = /<[^>]+>/g;
/** A word that ends like the name of a folder or a file. */
const NAME = /(?<![\w/<>.-])[\w.<>-]+(?:\/[\w.<>-]+)*(?:\/(?![\w<])|[.](?:mjs|sql|ts)\b)/g;

/**
 * Compares the block under "## Layout" in ARCHITECTURE.md with the folders. Each line starts with a folder, its subfolders
 * are indented, and a word that ends like a folder or a file names one in that folder, beside it or at the top.
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
    // A line without a folder of its own continues the one above.
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
