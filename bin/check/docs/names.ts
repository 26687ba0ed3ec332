import { dirname, join } from 'node:path/posix';
import { has, type Tree } from './tree.ts';

const FENCED = /^```[^\n]*\n[\s\S]*?^```/gm;
const LINK = /\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const EXTENSION = /[.](?:cjs|css|csv|html|js|json|md|mjs|sh|sql|svg|ts|tsx|yml)$/;
const PATH = /^[\w.@<>*{},-]+(?:\/[\w.@<>*{},-]+)*\/?$/;

/** Links that lead nowhere, to a file or to a heading. */
export function brokenLinks(tree: Tree, file: string): string[] {
  return [...prose(tree, file).matchAll(LINK)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', heading] = link.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    if (!has(tree, target)) return [`${file}: the link to ${link} leads nowhere`];
    if (heading === undefined || headingsOf(tree, target).has(heading)) return [];
    return [`${file}: ${target} has no heading #${heading}`];
  });
}

/** Names of our files and folders, written as code, that do not exist. */
export function unknownFiles(tree: Tree, file: string): string[] {
  const spans = [...prose(tree, file).matchAll(CODE)].map(([, span = '']) => span);
  const generated = tree
    .read('.gitignore')
    .split('\n')
    .filter((line) => line.includes('/'));
  // Generated files, such as the built pages, need not exist now.
  const isGenerated = (span: string) =>
    generated.some((line) => span.replace(/\/?$/, '/').startsWith(line.replace(/[*]?\/$/, '')));
  return spans
    .filter((span) => isOurs(tree, span) && !isGenerated(span) && !exists(tree, file, span))
    .map((span) => `${file}: there is no \`${span}\``);
}

/** Decisions that are cited by number and do not exist. */
export function unknownDecisions(tree: Tree, file: string): string[] {
  return [...tree.read(file).matchAll(/\bADR (\d+)\b/g)].flatMap(([name, number = '']) => {
    const start = `docs/adr/${number.padStart(4, '0')}-`;
    return [...tree.files].some((path) => path.startsWith(start)) ? [] : [`${file}: there is no ${name}`];
  });
}

/** Pages beside an index that the index does not link to. */
export function missingInIndex(tree: Tree, index: string): string[] {
  const linked = new Set(
    [...tree.read(index).matchAll(LINK)].map(([, link = '']) =>
      join(dirname(index), link.split('#')[0] ?? ''),
    ),
  );
  return [...tree.files]
    .filter((page) => page.endsWith('.md') && dirname(page) === dirname(index) && page !== index)
    .filter((page) => !linked.has(page))
    .map((page) => `${index}: ${page} is not listed`);
}

function prose(tree: Tree, file: string): string {
  return tree.read(file).replaceAll(FENCED, '');
}

function headingsOf(tree: Tree, file: string): Set<string> {
  const text = tree.files.has(file) ? prose(tree, file) : '';
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function isOurs(tree: Tree, span: string): boolean {
  if (!PATH.test(span)) return false;
  const [first = ''] = span.split('/');
  return EXTENSION.test(span) || (span.includes('/') && tree.folders.has(first));
}

/** By its full path, relative to the file that names it, or by the end of its path; `<role>` and `*` match any name. */
function exists(tree: Tree, file: string, span: string): boolean {
  const name = span.replace(/\/$/, '');
  if (has(tree, name) || has(tree, join(dirname(file), name))) return true;
  const pattern = name
    .replaceAll(/[.]/g, '[.]')
    .replaceAll(/<[^>]+>|[*]+/g, '[^/]+')
    .replaceAll(/\{([^}]+)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  const ending = new RegExp(`(?:^|/)${pattern}$`);
  return [...tree.files, ...tree.folders].some((path) => ending.test(path));
}
