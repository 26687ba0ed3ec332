import { buildPagesIfNeeded } from './web/build.ts';

// What is left of the arguments is the server's own affair; only serving needs the pages.
const [role = ''] = process.argv.splice(2, 1);
const PAGES_OF = new Set(['management', 'shop']);
if (PAGES_OF.has(role) && process.argv.length === 2) await buildPagesIfNeeded((line) => console.error(line));
await import(`../servers/${role}/main.ts`);
