/** How a block of a page is run by a test, or why it isn't. */
export type How =
  | { kind: 'run' }
  /** What it asks for is typed by this hand of the test. */
  | { kind: 'typed'; hand: string }
  /** Not run, for this reason; the hand, if there is one, does in its place what it needs so that the rest can be run. */
  | { kind: 'excused'; hand: string | null };

export type Block =
  /** Commands for a root's shell, and what they print, if the page shows it. */
  | { kind: 'commands'; line: number; text: string; output: string | null; how: How }
  /** A file as it is, with the path that it is written to. */
  | { kind: 'file'; line: number; path: string; text: string; how: How }
  /** What people do on pages, in prose: done by the hand. */
  | { kind: 'step'; line: number; hand: string };

/** What of a page can't be understood: the line, and why. */
export type Fault = { line: number; problem: string };

/** In a list it is indented, and so is all of it. */
const FENCE = /^( *)```(\S*)(?: (\S+))?$/;
const MARK = /^\*(Not run by the test|Typed by the test|Done by the test)(?: \((\w[\w-]*)\))?: \S.*\*$/;
/** Says of a whole page, or in a README of the other pages beside it, that the blocks in it are run by another command. */
const ELSEWHERE = /^\*The commands on (?:this page|these pages) are run by `npm run ([\w:-]+)`[.]\*$/m;

/** Which other command runs what is on a page; undefined if none does. */
export function runElsewhere(page: string): string | undefined {
  return ELSEWHERE.exec(page)?.[1];
}

/**
 * The blocks of a page, in order. A fence in `sh` is commands; one with a language and a path is a file; `text` after commands is
 * what they print. A paragraph in italics after a block, as MARK has it, says that it isn't run, or that the test types what it asks for.
 */
export function blocksOf(page: string): { blocks: Block[]; faults: Fault[] } {
  const blocks: Block[] = [];
  const faults: Fault[] = [];
  for (const part of partsOf(page)) {
    const last = blocks.at(-1);
    const { line } = part;
    if (part.kind === 'mark') {
      const problem = applyMark(part, last, blocks);
      if (problem !== null) faults.push({ line, problem });
    } else if (part.language === 'text' && part.path === undefined) {
      if (last?.kind === 'commands' && last.output === null && part.follows === last.line)
        last.output = part.text;
      else faults.push({ line, problem: 'shows what something prints, and follows no commands' });
    } else if (part.path !== undefined)
      blocks.push({ kind: 'file', line, path: part.path, text: part.text, how: { kind: 'run' } });
    else if (part.language === 'sh')
      blocks.push({ kind: 'commands', line, text: part.text, output: null, how: { kind: 'run' } });
    else
      faults.push({ line, problem: `is neither sh, nor text, nor a file with its path (${part.language})` });
  }
  return { blocks, faults };
}

type Mark = { kind: 'mark'; line: number; what: string; hand: string | undefined; follows: number };
type Fence = {
  kind: 'fence';
  line: number;
  language: string;
  path: string | undefined;
  text: string;
  follows: number;
};

/** Fences and marks; `follows` is the line of the block right before one, with only empty lines and its output between. */
function partsOf(page: string): (Mark | Fence)[] {
  const parts: (Mark | Fence)[] = [];
  const lines = page.split('\n');
  let follows = 0;
  for (let index = 0; index < lines.length; index++) {
    const [line, text] = [index + 1, lines[index] ?? ''];
    const fence = FENCE.exec(text);
    const mark = MARK.exec(text.trim());
    if (fence !== null) {
      const [, indent = '', language = '', path] = fence;
      const end = lines.indexOf(`${indent}\`\`\``, index + 1);
      const body = lines
        .slice(index + 1, end === -1 ? lines.length : end)
        .map((content) => content.slice(indent.length))
        .join('\n');
      parts.push({ kind: 'fence', line, language, path, text: `${body}\n`, follows });
      if (language !== 'text') follows = line;
      index = end === -1 ? lines.length : end;
    } else if (mark !== null) parts.push({ kind: 'mark', line, what: mark[1] ?? '', hand: mark[2], follows });
    else if (text.trim() !== '') follows = 0;
  }
  return parts;
}

/** Returns what is wrong with the mark, if anything is. */
function applyMark(
  { what, hand, line, follows }: Mark,
  last: Block | undefined,
  blocks: Block[],
): string | null {
  if (what === 'Done by the test') {
    if (hand === undefined) return 'names no hand that does it';
    blocks.push({ kind: 'step', line, hand });
    return null;
  }
  if (last === undefined || last.kind === 'step' || last.line !== follows || last.how.kind !== 'run')
    return 'follows no block';
  if (what === 'Typed by the test') {
    if (hand === undefined || last.kind === 'file') return 'names no hand that types, or follows a file';
    last.how = { kind: 'typed', hand };
  } else last.how = { kind: 'excused', hand: hand ?? null };
  return null;
}
