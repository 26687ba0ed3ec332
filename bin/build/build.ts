import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from '../stack/cannot-start.ts';
import { isUsed, nameOf, nodeIn, productionPackages } from './modules.ts';
import { asJavaScript, builtName, READ_BESIDE, sourcesOfPrograms } from './programs.ts';
import { faultsOf } from './try-build.ts';

/** Everybody may read a build, and nobody but its owner writes it. */
const READABLE = 0o644;
const EXECUTABLE = 0o755;
const PROGRAM = 'bin/operate.mjs';

/** What a build is made of, and whether Node is in it. */
export type Built = { files: number; bytes: number; hasNode: boolean };

/**
 * Makes a folder with everything that servers and operators' commands run on, as JavaScript. It is made beside `folder` and
 * takes its place once all of it can be loaded.
 */
export function makeBuild(folder: string): Built {
  if (existsSync(folder) && !isBuild(folder))
    throw new CannotStart(`${folder} is there and is no build; name another folder.`);
  const fresh = `${folder}-${process.pid}`;
  try {
    const hasNode = fill(fresh);
    const faults = faultsOf(fresh);
    if (faults.length > 0) throw new CannotStart(faults.join('\n'));
    const old = `${fresh}-old`;
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    rmSync(old, { recursive: true, force: true });
    const sizes = filesBelow(folder).map((file) => statSync(file).size);
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), hasNode };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function isBuild(folder: string): boolean {
  return existsSync(join(folder, builtName('bin/operate/commands/server.ts')));
}

function fill(folder: string): boolean {
  for (const file of sourcesOfPrograms())
    write(join(folder, builtName(file)), asJavaScript(file, readFileSync(file, 'utf8')));
  for (const path of READ_BESIDE) for (const file of filesBelow(path)) copy(file, join(folder, file));
  for (const modules of productionPackages()) {
    const wanted = (path: string, isFolder: boolean) =>
      isUsed(nameOf(modules), relative(modules, path), isFolder);
    for (const file of filesBelow(modules, wanted)) copy(file, join(folder, file));
  }
  write(join(folder, 'package.json'), `${JSON.stringify(packageOfBuild(), null, 2)}\n`);
  chmodSync(join(folder, PROGRAM), EXECUTABLE);
  const node = nodeIn(folder);
  if (!existsSync(node)) return false;
  symlinkSync(relative(join(folder, 'bin'), node), join(folder, 'bin/node'));
  return true;
}

/** Nothing that would be installed, and no command that needs what isn't there. */
function packageOfBuild(): object {
  const { name, version, license, type, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  const scripts = { seonmul: `node ${PROGRAM}` };
  return { name, version, private: true, license, type, bin, engines: { node: '>=24' }, scripts };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: EXECUTABLE });
  writeFileSync(file, text, { mode: READABLE });
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: EXECUTABLE });
  copyFileSync(from, to);
  chmodSync(to, (statSync(from).mode & 0o100) === 0 ? READABLE : EXECUTABLE);
}

/** The files below a folder, or the file itself. */
function filesBelow(
  path: string,
  isWanted: (path: string, isFolder: boolean) => boolean = () => true,
): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (!isWanted(child, entry.isDirectory())) return [];
    if (entry.isDirectory()) return filesBelow(child, isWanted);
    return entry.isFile() ? [child] : [];
  });
}
