import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { readSettings } from '../../../kit/config.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { COMMON_SETTINGS } from '../../../kit/server.ts';
import { addByCommand } from '../../../kit/staff/add-by-command.ts';
import { words } from '../../../kit/words/index.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';
import { askSecret } from '../ask.ts';
import { SERVERS } from '../servers.ts';

const roles = Object.entries(SERVERS)
  .map(([role, { staff }]) => `  ${role.padEnd(12)} ${staff.roles.join(', ')}`)
  .join('\n');
const USAGE = `npx seonmul staff add <server> --role ROLE --login NAME --name "FULL NAME" [--env FILE]

Adds somebody to a server's staff whom nobody on it can add: its first administrator. The password is asked for and not
shown, or is the first line of standard input. Roles that move money set up a second factor at their first log-in. It is
written into the audit trail.

${ENV_HELP}

Roles; the first manages the staff:
${roles}`;
const text = { type: 'string' } as const;
const OPTIONS = { ...ENV_OPTION, role: text, login: text, name: text } as const;

const asked = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [verb, server] = positionals;
  if (verb !== 'add') throw new Error('What can be done is: add.');
  const { staff } = SERVERS[roleOf(server)];
  const { role = '', login, name } = values;
  if (!staff.roles.includes(role)) throw new Error(`--role must be one of ${staff.roles.join(', ')}.`);
  if (login === undefined || name === undefined) throw new Error('--login and --name are needed.');
  const { databaseUrl } = COMMON_SETTINGS;
  return { role, login, name, ...readSettings({ databaseUrl }, environmentOf(values.env)) };
}, USAGE);

const { databaseUrl, ...person } = asked;
const password = await askSecret('Password: ');
if (process.stdin.isTTY && password !== (await askSecret('The same again: '))) {
  console.error('The two are not the same. Nobody was added.');
  process.exit(1);
}
const database = openDatabase(databaseUrl, { applicationName: 'seonmul-staff', connectionsMax: 1 });
const added = await addByCommand({ db: database.db, clock: systemClock }, { ...person, password });
await database.close();
if (added.ok) console.log(`${added.value.login} was added as ${added.value.role}.`);
else {
  const { title, detail } = words('en').problem(added.code);
  console.error(`Nobody was added. ${title}: ${detail}`);
}
process.exit(added.ok ? 0 : 1);
