import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a checkout, as paths with `/`, and their contents. */
export type Tree = {
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  read(file: string): string;
};

export function treeOf(files: readonly string[], read: (file: string) => string): Tree {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let length = 1; length < parts.length; length++) folders.add(parts.slice(0, length).join('/'));
  }
  return { files: new Set(files), folders, read };
}

/** All files in the checkout at `root` that are or could be committed. */
export function checkoutAt(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const deleted = execFileSync('git', ['ls-files', '-d', '-z'], { cwd: root, encoding: 'utf8' });
  const gone = new Set(deleted.split('\0'));
  const files = listed.split('\0').filter((file) => file !== '' && !gone.has(file));
  return treeOf(files, (file) => readFileSync(join(root, file), 'utf8'));
}

export function has(tree: Tree, path: string): boolean {
  const bare = path.replace(/\/$/, '');
  return bare === '.' || tree.files.has(bare) || tree.folders.has(bare);
}
