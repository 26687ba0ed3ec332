import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { readSettings } from '../../../kit/config.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { addByCommand } from '../../../kit/staff/add-by-command.ts';
import { words } from '../../../kit/words/index.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';
import { askSecret } from '../ask.ts';
import { SERVERS } from '../servers.ts';

const roles = Object.entries(SERVERS)
  .map(([role, { staff }]) => `  ${role.padEnd(12)} ${staff.roles.join(', ')}`)
  .join('\n');
const USAGE = `npx seonmul staff add <server> --role ROLE --login NAME --name "FULL NAME" [--link] [--env FILE]

Adds somebody to a server's staff whom nobody on it can add: its first administrator. The password is asked for and not
shown, or is the first line of standard input; with --link they choose it themselves. Roles that move money set up a second factor at their first log-in. It is
written into the audit trail.

${ENV_HELP}
  --link       prints a link that works once, within an hour; send it to nobody but them

Roles; the first manages the staff:
${roles}`;
const text = { type: 'string' } as const;
const OPTIONS = { ...ENV_OPTION, role: text, login: text, name: text, link: { type: 'boolean' } } as const;

const asked = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [verb, server] = positionals;
  if (verb !== 'add') throw new Error('What can be done is: add.');
  const { staff, pages } = SERVERS[roleOf(server)];
  const { role = '', login, name, link = false } = values;
  if (!staff.roles.includes(role)) throw new Error(`--role must be one of ${staff.roles.join(', ')}.`);
  if (login === undefined || name === undefined) throw new Error('--login and --name are needed.');
  if (link && pages === null) throw new Error('A carrier has no pages, so there is no link.');
  const { databaseUrl, publicUrl } = COMMON_SETTINGS;
  const settings = readSettings({ databaseUrl, publicUrl }, environmentOf(values.env));
  return { role, login, name, pages: link ? pages : null, ...settings };
}, USAGE);

const { databaseUrl, publicUrl, pages, ...person } = asked;
const password = pages === null ? await askSecret('Password: ') : null;
if (password !== null && process.stdin.isTTY && password !== (await askSecret('The same again: '))) {
  console.error('The two are not the same. Nobody was added.');
  process.exit(1);
}
const database = openDatabase(databaseUrl, { applicationName: 'seonmul-staff', connectionsMax: 1 });
const added = await addByCommand(
  { db: database.db, clock: systemClock, random: randomBytes },
  { ...person, password },
);
await database.close();
if (added.ok) {
  const { login, role, link } = added.value;
  console.log(`${login} was added as ${role}.`);
  if (link !== null) console.log(`${publicUrl}${pages}/new-password#${link.token}`);
} else {
  const { title, detail } = words('en').problem(added.code);
  console.error(`Nobody was added. ${title}: ${detail}`);
}
process.exit(added.ok ? 0 : 1);
