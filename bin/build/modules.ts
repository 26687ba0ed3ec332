import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = Readonly<Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>>;

/** What only compilers, debuggers and readers want. Licences stay. */
const UNUSED_FILE = /[.](?:[cm]?ts|tsx|map|md|markdown|flow|tsbuildinfo)$/i;
const UNUSED_FOLDERS: ReadonlySet<string> = new Set([
  ...[
    'test',
    'tests',
    '__tests__',
    'example',
    'examples',
    'demo',
    'docs',
    'benchmark',
    'benchmarks',
    '.github',
  ],
  // Of Node's package: headers for native code, and manuals.
  ...['include', 'share'],
]);
/** Of these packages we use a small part, beside package.json and the licence. */
const USED_OF: Readonly<Record<string, RegExp>> = {
  'bwip-js': /^dist\/(?:bwip-js-node[.]m?js|bwipp[.]mjs)$/,
  pdfkit: /^js\/(?:pdfkit[.](?:node[.]m)?js|output[.][cm]js|data\/.*|standard-fonts\/.*[.][cm]js)$/,
  pretendard: /^dist\/public\/static\/Pretendard-(?:Regular|Bold)[.]otf$/,
};

/** Folders of the packages that run in production, as installed here and as the lock file names them. */
export function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Locked };
  const wanted = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  );
  const missing = wanted.filter(([path, { optional }]) => !optional && !existsSync(path));
  if (missing.length > 0) throw new Error(`${missing.map(([path]) => path).join(', ')}: not installed.`);
  return wanted.map(([path]) => path).filter((path) => existsSync(path));
}

/** Whether a build has a file or folder of a package, by its path in the package. */
export function isUsed(name: string, path: string, isFolder: boolean): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  // Packages within packages are in the list themselves.
  if (isFolder) return base !== 'node_modules' && !UNUSED_FOLDERS.has(base);
  if (/^(?:package[.]json|(?:licen[cs]e|notice|copying)\b.*)$/i.test(base)) return true;
  const used = USED_OF[name];
  return used === undefined ? !UNUSED_FILE.test(base) : used.test(path);
}

export const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13);
export const nodeIn = (folder: string): string =>
  join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
