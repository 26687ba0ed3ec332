import type { Static } from 'typebox';
import { readSettingJson } from '../config.ts';
import { writeKeyFile } from '../key-file.ts';
import type { NewSigningKey } from '../new-keys.ts';
import { loadSigningKey, type SigningKeyFile } from './keys.ts';

type Content = Static<typeof SigningKeyFile>;

/** Adds the key that will be signed with once the others have it; the server shows it beside the current one. */
export function addNextSigningKey(path: string, next: NewSigningKey): void {
  writeKeyFile(path, { ...read(path), next });
}

/** Makes the next key the one that is signed with. The one before is gone from here; what it signed stays verifiable where it is kept. */
export function promoteNextSigningKey(path: string): void {
  const { party, next } = read(path);
  if (next !== undefined) writeKeyFile(path, { party, ...next });
}

function read(path: string): Content {
  loadSigningKey(path);
  return readSettingJson('SIGNING_KEY_FILE', path) as Content;
}
