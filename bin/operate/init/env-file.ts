import { parseEnv } from 'node:util';
import type { Setting } from '../../../kit/config.ts';
import { PLACEHOLDER } from '../placeholder.ts';

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** Settings that servers in production don't have: of demos, or of the role that migrates. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'OWNER_DATABASE_URL',
  'CLOCK_FILE',
  'DEMO_DATA_DIR',
  'SANDBOX_VOICE_URL',
  'SANDBOX_VOICE_SECRET',
]);

const LINE_MAX = 118;

/**
 * A server's settings as `NAME=value` lines, as systemd, containers and Node read them, each with what it means. One without
 * a value here is left at its default, or is for its owner to fill in.
 */
export function envText(head: string, settings: Settings, values: Readonly<Record<string, string>>): string {
  const parts = Object.values(settings)
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, meaning, fallback }) => {
      const value = values[name] ?? (fallback === undefined ? PLACEHOLDER : undefined);
      const line = value === undefined ? `# ${name}=${quoted(fallback ?? '')}` : `${name}=${quoted(value)}`;
      return `${comment(meaning)}\n${line}`;
    });
  return `${comment(head)}\nNODE_ENV=production\n\n${parts.join('\n\n')}\n`;
}

/** Names of settings that are missing in a file, or have another value. */
export function differentSettings(there: string, wanted: string): string[] {
  const known = parseEnv(there);
  const differing = Object.entries(parseEnv(wanted)).filter(
    ([name, value]) => !value?.includes(PLACEHOLDER) && known[name] !== value,
  );
  return differing
    .map(([name]) => (known[name] === undefined ? `${name} is missing` : `${name} has another value`))
    .sort();
}

function quoted(value: string): string {
  return /^[\w.,:/@%+-]*$/.test(value) ? value : `"${value}"`;
}

function comment(text: string): string {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > LINE_MAX) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
