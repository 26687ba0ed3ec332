import { unknownCommands } from './docs/commands.ts';
import { untestedBlocks } from './docs/guide.ts';
import { layoutFaults } from './docs/layout.ts';
import { brokenLinks, missingInIndex, unknownDecisions, unknownFiles } from './docs/names.ts';
import { checkoutAt, type Tree } from './docs/tree.ts';

/** Files that readers may take instructions from; tests contain planted errors. */
const TEXT = /(?<![.]test)[.](?:md|ts|tsx|mjs|cjs|sql|yml)$/;

/** What the documentation says about files, commands and folders that is wrong. */
export function docsFaults(tree: Tree): string[] {
  const files = [...tree.files];
  const pages = files.filter((file) => file.endsWith('.md'));
  return [
    ...pages.flatMap((page) => [
      ...brokenLinks(tree, page),
      ...unknownFiles(tree, page),
      ...unknownDecisions(tree, page),
    ]),
    ...files.filter((file) => TEXT.test(file)).flatMap((file) => unknownCommands(tree, file)),
    ...pages
      .filter((page) => /^docs\/.*\/README[.]md$/.test(page))
      .flatMap((index) => missingInIndex(tree, index)),
    ...layoutFaults(tree),
    ...untestedBlocks(tree),
  ];
}

if (import.meta.main) {
  const faults = docsFaults(checkoutAt('.'));
  for (const fault of faults) console.log(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
