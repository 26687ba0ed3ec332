import type { Tree } from './tree.ts';

/** Commands that a text tells its reader to run and that do not exist. */
export function unknownCommands(tree: Tree, file: string): string[] {
  const { scripts } = JSON.parse(tree.read('package.json'));
  const text = tree.read(file);
  const byNpm = [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?)?([a-z][\w:-]*)/g)].filter(
    ([command, name = '']) => (command.includes(' run ') || isShort(name)) && !Object.hasOwn(scripts, name),
  );
  const byNode = [...text.matchAll(/\bnode (bin\/[\w./-]+)/g)].filter(
    ([, path = '']) => !tree.files.has(path),
  );
  return [...byNpm, ...byNode].map(([command]) => `${file}: there is no \`${command}\``);
}

/** Scripts that npm runs without `run`. */
function isShort(name: string): boolean {
  return name === 'start' || name === 'test';
}
