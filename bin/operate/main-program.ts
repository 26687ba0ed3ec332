import { extname, join } from 'node:path';
import type { ServerRole } from '../stack/roles.ts';

/** Of this file, and so of the others: in a build they are JavaScript. */
const EXTENSION = extname(import.meta.filename);

/** The program of a server, in the checkout or build `app`. */
export function mainProgram(app: string, role: ServerRole): string {
  return join(app, 'servers', role, `main${EXTENSION}`);
}
