import { SERVER_ROLES } from '../stack/roles.ts';
import { buildPagesIfNeeded } from '../web/build.ts';

// The remaining arguments are the server's own. Only serving needs the pages.
const [asked = ''] = process.argv.splice(2, 1);
const role = SERVER_ROLES.find((name) => name === asked);
if (role === undefined) {
  console.error(
    `Usage: npm run server -- <${SERVER_ROLES.join('|')}> [--help|--migrate|--seed|--keys|--rekey]`,
  );
  process.exit(2);
}
const PAGES_OF: ReadonlySet<string> = new Set(['management', 'settlement', 'shop']);
if (PAGES_OF.has(role) && process.argv.length === 2) await buildPagesIfNeeded((line) => console.error(line));
await import(`../../servers/${role}/main.ts`);
