import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What became of a file: `differs` says, a line each, in what it is not as it would be made. */
export type Outcome = { file: string; kind: 'made' | 'kept' | 'differs'; lines: readonly string[] };

/** Says in what a file that is there is not as it would be made; it shows no values. */
export type Compare = (there: string, wanted: string) => string[];

/** Files for their owner only. One that is there is never written. */
export class Files {
  readonly outcomes: Outcome[] = [];

  /** Keys, or what its owner goes on editing: made once, and whatever is there stays. Returns what is in it. */
  async once(file: string, make: () => unknown): Promise<string> {
    if (existsSync(file)) {
      this.#note(file, 'kept');
      return readFileSync(file, 'utf8');
    }
    const content = await make();
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    this.#write(file, text);
    return text;
  }

  /** What follows from what `init` was asked for. */
  follows(file: string, wanted: string, compare: Compare = differentLines): void {
    if (existsSync(file)) {
      const lines = compare(readFileSync(file, 'utf8'), wanted);
      this.#note(file, lines.length === 0 ? 'kept' : 'differs', lines);
    } else this.#write(file, wanted);
  }

  #write(file: string, text: string): void {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    // Whatever the umask takes away of it.
    chmodSync(file, 0o600);
    this.#note(file, 'made');
  }

  #note(file: string, kind: Outcome['kind'], lines: readonly string[] = []): void {
    this.outcomes.push({ file, kind, lines });
  }
}

/** The numbers of the lines that differ, not what stands in them: it may be a password. */
function differentLines(there: string, wanted: string): string[] {
  const [ours, theirs] = [wanted.split('\n'), there.split('\n')];
  const numbers = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index)
    .filter((index) => ours[index] !== theirs[index])
    .map((index) => index + 1);
  return numbers.length === 0 ? [] : [`lines that differ: ${rangesOf(numbers).join(', ')}`];
}

/** `[1, 2, 3, 7]` as `1-3` and `7`. */
function rangesOf(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}
