import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';

export type OpKind =
  | 'order'
  | 'confirm'
  | 'accept'
  | 'cancel'
  | 'refund'
  | 'sale'
  | 'hold'
  | 'capture_hold'
  | 'release_hold'
  | 'reverse'
  | 'issue'
  | 'guess';

export type Outcome = 'done' | 'refused' | 'unknown';

/** What a client wanted, what it was told, and so what must be so. */
export type Op = {
  id: string;
  kind: OpKind;
  about: Record<string, unknown>;
  /** Unknown until something else is known: whoever asks may die before the answer. */
  outcome: Outcome;
  code?: string;
  said?: Record<string, unknown>;
};

type Line =
  | { wants: string; kind: OpKind; about: Record<string, unknown> }
  | { heard: string; outcome: Outcome; code?: string; said?: Record<string, unknown> }
  | { clock_forward_ms: number }
  | { forgotten: readonly string[] };

/** The clients' own record: a line before each request and one after it, in a file that no server knows. */
export class ClientRecord {
  readonly file: string;
  count = 0;
  guesses = 0;

  constructor(file: string) {
    this.file = file;
    this.#write([]);
  }

  wants(id: string, kind: OpKind, about: Record<string, unknown>): void {
    this.count += 1;
    if (kind === 'guess') this.guesses += 1;
    this.#write([{ wants: id, kind, about }]);
  }

  heard(id: string, outcome: Outcome, more: { code?: string; said?: Record<string, unknown> }): void {
    this.#write([{ heard: id, outcome, ...more }]);
  }

  /** How far the clocks that limits go by were set forward, beside the time that passed. */
  clockForward(ms: number): void {
    this.#write([{ clock_forward_ms: ms }]);
  }

  /** What a restore can't bring back: nobody was told of it. */
  forgotten(ids: readonly string[]): void {
    this.#write([{ forgotten: ids }]);
  }

  #write(lines: Line[]): void {
    appendFileSync(this.file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
  }
}

/** Reads the file, each time only what is new. */
export class RecordReader {
  readonly #file: string;
  readonly ops = new Map<string, Op>();
  clockForwardMs = 0;
  #at = 0;
  #rest = '';

  constructor(file: string) {
    this.#file = file;
  }

  read(): this {
    const handle = openSync(this.#file, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(handle).size - this.#at);
      readSync(handle, bytes, 0, bytes.length, this.#at);
      this.#at += bytes.length;
      const lines = (this.#rest + bytes.toString('utf8')).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') this.take(JSON.parse(line));
    } finally {
      closeSync(handle);
    }
    return this;
  }

  /** For a plant: what the record would be without an operation, or with another outcome of it. */
  with(id: string, changed: Pick<Op, 'outcome'> | undefined): RecordReader {
    const other = new RecordReader(this.#file);
    other.clockForwardMs = this.clockForwardMs;
    for (const op of this.ops.values()) {
      if (op.id !== id) other.ops.set(op.id, op);
      else if (changed !== undefined) other.ops.set(op.id, { ...op, ...changed });
    }
    return other;
  }

  take(line: Line): void {
    if ('clock_forward_ms' in line) this.clockForwardMs += line.clock_forward_ms;
    else if ('forgotten' in line) this.#forget(line.forgotten);
    else if ('wants' in line) {
      const { wants: id, kind, about } = line;
      this.ops.set(id, { id, kind, about, outcome: 'unknown' });
    } else {
      const op = this.ops.get(line.heard);
      if (op === undefined) throw new Error(`Nobody asked for ${line.heard}.`);
      const { outcome, code, said } = line;
      Object.assign(op, { outcome, code, said });
    }
  }

  #forget(ids: readonly string[]): void {
    for (const id of ids) {
      const op = this.ops.get(id);
      if (op !== undefined) op.outcome = 'unknown';
    }
  }

  *of(kind: OpKind): Generator<Op> {
    for (const op of this.ops.values()) if (op.kind === kind) yield op;
  }
}
