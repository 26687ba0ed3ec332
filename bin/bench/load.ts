import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findWrk, npmPackages, type Program, runProgram } from './programs.ts';

/** A POST that is sent: the session's token, or '' for none. */
export type Asked = readonly [token: string, path: string, body: unknown];

export type Load = { per_s: number; answered: number; refused: number; p50_ms: number; p99_ms: number };

export type LoadSettings = {
  url: string;
  requests: readonly Asked[];
  connections: number;
  seconds: number;
  /** Each request once; otherwise again from the first. */
  once?: boolean;
};

export type Generator = { name: string; run(settings: LoadSettings): Promise<Load> };

/** As many as are sent at once; a file holds some megabytes. */
const FILES_KEPT = 2;
const AUTOCANNON = { autocannon: '8.0.0' };
let runs = 0;
let files = 0;

/** wrk where it can be had; otherwise autocannon, in a process of its own. */
export async function findGenerator(
  folder: string,
  asked: string | undefined,
  say: (line: string) => void,
): Promise<Generator> {
  const wrk = asked === 'autocannon' ? undefined : await findWrk(folder, say);
  if (wrk !== undefined) return { name: 'wrk', run: (settings) => runWrk(wrk, folder, settings) };
  const modules = npmPackages(join(folder, 'autocannon'), AUTOCANNON);
  const program: Program = [process.execPath, join(import.meta.dirname, 'autocannon-program.ts'), modules];
  return { name: 'autocannon', run: (settings) => runAutocannon(program, folder, settings) };
}

function fileOf(folder: string, requests: readonly Asked[]): string {
  files += 1;
  const file = join(folder, `requests-${files % FILES_KEPT}.tsv`);
  const lines = requests.map(([token, path, body]) => `${token}\t${path}\t${JSON.stringify(body)}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}

/** No key of this run was used by an earlier one. */
function nextRun(): string {
  runs += 1;
  return `bench-${process.pid}-${runs}`;
}

async function runWrk(wrk: Program, folder: string, settings: LoadSettings): Promise<Load> {
  const { url, requests, connections, seconds, once = false } = settings;
  const output = await runProgram(wrk, [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s'],
    ...['-s', join(import.meta.dirname, 'requests.lua'), url, '--'],
    ...[fileOf(folder, requests), nextRun(), once ? 'once' : 'again'],
  ]);
  const [, answered = '0', took = '1s'] = /(\d+) requests in ([\d.]+\w+)/.exec(output) ?? [];
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0);
  return {
    answered: Number(answered),
    refused,
    per_s: (Number(answered) - refused) / (milliseconds(took) / 1000),
    p50_ms: milliseconds(/^\s+50%\s+(\S+)/m.exec(output)?.[1] ?? ''),
    p99_ms: milliseconds(/^\s+99%\s+(\S+)/m.exec(output)?.[1] ?? ''),
  };
}

/** wrk's own way to print a time, as in `12.34ms`. */
export function milliseconds(printed: string): number {
  const [, amount, unit = 's'] = /^([\d.]+)(us|ms|s|m)$/.exec(printed) ?? [];
  const of = { us: 0.001, ms: 1, s: 1_000, m: 60_000 };
  return Number(amount) * of[unit as keyof typeof of];
}

async function runAutocannon(program: Program, folder: string, settings: LoadSettings): Promise<Load> {
  const { url, requests, connections, seconds, once = false } = settings;
  const asked = { url, file: fileOf(folder, requests), run: nextRun(), connections, seconds, once };
  return JSON.parse(await runProgram(program, [JSON.stringify(asked)]));
}
