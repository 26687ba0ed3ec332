import { text } from 'node:stream/consumers';
import { SERVER_ROLES } from './roles.ts';

/**
 * Puts the demo data of all servers in, one after the other, in one process: what each start costs is mostly the reading
 * of modules, which the servers have in common. Their settings, by role, come as JSON on the standard input.
 */
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin));
const inherited = { ...process.env };
process.argv[2] = '--seed';
for (const role of SERVER_ROLES) {
  process.env = { ...inherited, ...environments[role] };
  await import(`../../servers/${role}/main.ts`);
}
