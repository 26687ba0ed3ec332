import { readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { Imports } from '../sources/imports.ts';
import { SERVER_ROLES } from '../stack/roles.ts';

const COMMANDS = 'bin/operate/commands';
const OWN_IMPORT = /(\b(?:from|import)\s*\(?\s*(['"`])\.{1,2}\/[^'"`]+)\.ts(?=\2)/g;

/** Files and folders that the programs read beside their code. */
export const READ_BESIDE: readonly string[] = [
  ...['kit', ...SERVER_ROLES.map((role) => `servers/${role}`)].flatMap((owner) => [
    `${owner}/db/migrations`,
    `${owner}/db/roles.sql`,
  ]),
  ...[
    'web/dist',
    'web/cards',
    'web/recipient',
    'web/terminal/worker.js',
    'web/buyer/worker.js',
    'web/icon.svg',
    'LICENSE',
  ],
];

/** The source files of all servers and operators' commands. */
export function sourcesOfPrograms(): string[] {
  const commands = readdirSync(COMMANDS).map((name) => join(COMMANDS, name));
  const programs = ['bin/operate.mjs', ...SERVER_ROLES.map((role) => `servers/${role}/main.ts`), ...commands];
  const imports = new Imports();
  return [...new Set(programs.flatMap((program) => [...imports.of(program)]))].sort();
}

/**
 * A source file as JavaScript. Types become blanks, and `.ts` in imports becomes `.js`, so everything is on the line and in
 * the column where it was: what an error says of its place is true of the source, too.
 */
export function asJavaScript(file: string, text: string): string {
  return file.endsWith('.ts') ? stripTypeScriptTypes(text).replaceAll(OWN_IMPORT, '$1.js') : text;
}

export const builtName = (file: string): string => file.replace(/[.]ts$/, '.js');
