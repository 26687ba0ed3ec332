import { spawnSync } from 'node:child_process';
import { Imports } from '../sources/imports.ts';
import { SERVER_ROLES } from '../stack/roles.ts';
import { builtName, sourcesOfPrograms } from './programs.ts';

/**
 * What a build lacks, a sentence each: every server is asked for its settings, which loads most of it, and every package
 * that a program imports at any time is imported.
 */
export function faultsOf(folder: string): string[] {
  const imports = new Imports();
  const packages = new Set(sourcesOfPrograms().flatMap((file) => [...imports.packagesOf(file)]));
  const names = JSON.stringify([...packages].filter(isCode));
  return [
    ...SERVER_ROLES.flatMap((role) => tried(folder, builtName(`servers/${role}/main.ts`), '--help')),
    ...tried(folder, '--input-type=module', '--eval', `for (const name of ${names}) await import(name);`),
  ];
}

/** Some packages are files to read, such as fonts: they have no program at their name. */
function isCode(name: string): boolean {
  try {
    return /[.][cm]?js$/.test(import.meta.resolve(name));
  } catch {
    return false;
  }
}

/** Run without the right to read anything else: Node would find what is missing in the folders around it. */
function tried(folder: string, ...args: string[]): string[] {
  const rights = ['--no-warnings', '--permission', '--allow-addons', `--allow-fs-read=${folder}`];
  const { status, stderr } = spawnSync(process.execPath, [...rights, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`The build can't be loaded: ${/^Error.*$/m.exec(stderr)?.[0] ?? stderr}`];
}
