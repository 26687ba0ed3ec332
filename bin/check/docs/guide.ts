import { dirname, join } from 'node:path/posix';
import { blocksOf, runElsewhere } from '../../guide/blocks.ts';
import { GUIDE_PAGES } from '../../guide/pages.ts';
import type { Tree } from './tree.ts';

const FOLDER = 'docs/production/';

/** Blocks of the guide that no test runs and that don't say why. */
export function untestedBlocks(tree: Tree): string[] {
  const pages = [...tree.files].filter((file) => file.startsWith(FOLDER) && file.endsWith('.md'));
  return pages.flatMap((page) => faultsOf(tree, page));
}

function faultsOf(tree: Tree, page: string): string[] {
  const text = tree.read(page);
  const isGuide = GUIDE_PAGES.some((name) => name === page);
  const index = join(dirname(page), 'README.md');
  const command = runElsewhere(text) ?? (tree.files.has(index) ? runElsewhere(tree.read(index)) : undefined);
  if (command !== undefined && isGuide) return [`${page}: is run by the guide's test and by ${command}`];
  if (command !== undefined) {
    const { scripts } = JSON.parse(tree.read('package.json'));
    return Object.hasOwn(scripts, command) ? [] : [`${page}: there is no \`npm run ${command}\``];
  }
  const { blocks, faults } = blocksOf(text);
  // Pages made by a program show examples of files.
  if (/^Made by `npm run references`/m.test(text)) return [];
  const said = faults.map(({ line, problem }) => `${page}:${line}: ${problem}`);
  if (isGuide) return said;
  const open = blocks.filter((block) => block.kind === 'step' || block.how.kind !== 'excused');
  return [...said, ...open.map(({ line }) => `${page}:${line}: is run by no test and does not say why`)];
}
