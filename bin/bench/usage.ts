import { readdirSync, readFileSync } from 'node:fs';

/** The clock ticks in a second that Linux counts processes' time in. */
const TICKS = 100;

type Times = { parent: string; own: number; reaped: number };

/** Seconds of processor time that a process and its children have used; undefined where the system doesn't say. */
export function processorSeconds(pid: number, children: 'with_children' | 'alone'): number | undefined {
  const root = timesOf(String(pid));
  if (root === undefined) return undefined;
  if (children === 'alone') return root.own / TICKS;
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter((times) => times?.parent === String(pid));
  const ticks = running.reduce((sum, times) => sum + (times?.own ?? 0) + (times?.reaped ?? 0), 0);
  return (root.own + root.reaped + ticks) / TICKS;
}

function timesOf(pid: string): Times | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const at = (index: number) => Number(fields[index]);
    return { parent: fields[1] ?? '', own: at(11) + at(12), reaped: at(13) + at(14) };
  } catch {
    return undefined;
  }
}

/** Megabytes of memory that a process holds; undefined where the system doesn't say. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
