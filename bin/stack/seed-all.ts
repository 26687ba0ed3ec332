import { text } from 'node:stream/consumers';
import { SERVER_ROLES } from './roles.ts';

/**
 * Seeds the demo data of all servers, one after another in one process: most of a start is loading modules, which the
 * servers share. Their settings, by role, come as JSON on the standard input.
 */
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin));
const inherited = { ...process.env };
process.argv[2] = '--seed';
for (const role of SERVER_ROLES) {
  process.env = { ...inherited, ...environments[role] };
  await import(`../../servers/${role}/main.ts`);
}
