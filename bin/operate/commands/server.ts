import { parseArgs } from 'node:util';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';

const USAGE = `npx seonmul server <server> [--env FILE] [--migrate|--keys|--rekey|--restored|--epoch|--settings]

Runs a server in the foreground, or does one thing with its database and exits.

${ENV_HELP}
  --migrate    brings the database's schema up to date, as the role that owns it (OWNER_DATABASE_URL)
  --keys       prints what is stored under which version of SECRETS_FILE's keys
  --rekey      stores anew under the current keys what can be, then the same
  --restored   notes that the database was restored from a backup, before the server starts again; see \`reconcile\`
  --epoch      prints since when the database lives, and what could not be had again after a restore
  --settings   prints every setting and what it means`;
const FLAG = { type: 'boolean', default: false } as const;
const OPTIONS = {
  ...ENV_OPTION,
  migrate: FLAG,
  keys: FLAG,
  rekey: FLAG,
  restored: FLAG,
  epoch: FLAG,
  settings: FLAG,
} as const;

const { role, env, action } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [given, ...more] = positionals;
  const actions = [
    ...(values.migrate ? ['--migrate'] : []),
    ...(values.keys ? ['--keys'] : []),
    ...(values.rekey ? ['--rekey'] : []),
    ...(values.restored ? ['--restored'] : []),
    ...(values.epoch ? ['--epoch'] : []),
    ...(values.settings ? ['--help'] : []),
  ];
  if (more.length > 0 || actions.length > 1) throw new Error('One server and one thing to do at a time.');
  return { role: roleOf(given), env: environmentOf(values.env), action: actions };
}, USAGE);

// The server reads its settings and what it is to do as it would without us.
Object.assign(process.env, env);
process.argv.splice(2, Number.POSITIVE_INFINITY, ...action);
await import(`../../../servers/${role}/main.ts`);
