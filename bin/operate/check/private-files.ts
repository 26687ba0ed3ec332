import { readFileSync, statSync } from 'node:fs';
import type { Setting } from '../../../kit/config.ts';
import { PLACEHOLDER } from '../placeholder.ts';

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** Those that hold no secret. */
const PUBLIC: ReadonlySet<string> = new Set([
  'PARTIES_FILE',
  'CLIENTS_FILE',
  'CARRIERS_FILE',
  'TLS_CERT_FILE',
]);
const OTHERS = 0o007;

/** What `init` could not know and nobody has filled in yet. */
export function filesWithPlaceholders(settings: Settings, env: NodeJS.ProcessEnv): string[] {
  const inSettings = Object.values(settings)
    .filter(({ name }) => env[name]?.includes(PLACEHOLDER))
    .map(({ name }) => `${name} still says ${PLACEHOLDER}.`);
  const inFiles = filesOf(settings, env)
    .filter(({ file }) => readFileSync(file, 'utf8').includes(PLACEHOLDER))
    .map(({ name, file }) => `${name} ${file} still says ${PLACEHOLDER} where something of yours belongs.`);
  return [...inSettings, ...inFiles];
}

/** Files with secrets that every user of the machine may open. */
export function filesOpenToOthers(settings: Settings, env: NodeJS.ProcessEnv): string[] {
  return filesOf(settings, env)
    .filter(({ name, file }) => !PUBLIC.has(name) && (statSync(file).mode & OTHERS) !== 0)
    .map(({ name, file }) => `${name} ${file} is open to every user of this machine: chmod o= ${file}.`);
}

/** The files that are there; that one is missing is said by whoever reads it. */
function filesOf(settings: Settings, env: NodeJS.ProcessEnv): { name: string; file: string }[] {
  return Object.values(settings).flatMap(({ name }) => {
    const file = name.endsWith('_FILE') ? env[name] : undefined;
    if (file === undefined || file === '') return [];
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? [{ name, file }] : [];
  });
}
