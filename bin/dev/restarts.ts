import { Imports } from '../sources/imports.ts';
import { SERVER_ROLES, type ServerRole } from '../stack/roles.ts';

export type Part = ServerRole | 'sandbox';

export const PARTS: readonly Part[] = [...SERVER_ROLES, 'sandbox'];

function programOf(part: Part): string {
  return part === 'sandbox' ? 'sandbox/main.ts' : `servers/${part}/main.ts`;
}

/** Files other than modules that a server reads once, when it starts. */
const READ_AT_START: readonly (readonly [files: RegExp, reader: string])[] = [
  [
    /^web\/(recipient|cards|shops)\/|^web\/(terminal|buyer)\/worker[.]js$|^web\/icon[.]svg$/,
    'kit/http/web-files.ts',
  ],
  [/^sandbox\/demo\//, 'sandbox/demo-data.ts'],
];

/** The parts whose processes must restart after these files (paths in the checkout) changed. */
export function partsToRestart(changed: readonly string[]): Part[] {
  const imports = new Imports();
  return PARTS.filter((part) => {
    const made = imports.of(programOf(part));
    return changed.some(
      (file) =>
        made.has(file) ||
        rolesToMigrate([file]).some((role) => role === part) ||
        READ_AT_START.some(([files, reader]) => files.test(file) && made.has(reader)),
    );
  });
}

/** The servers whose database must be migrated after these files changed. */
export function rolesToMigrate(changed: readonly string[]): ServerRole[] {
  const isSql = (folder: string) => (file: string) => file.startsWith(`${folder}/`) && file.endsWith('.sql');
  return SERVER_ROLES.filter((role) => {
    const own = isSql(`servers/${role}/db`);
    const ofAll = isSql('kit/db');
    return changed.some((file) => file !== `servers/${role}/db/schema.sql` && (own(file) || ofAll(file)));
  });
}
