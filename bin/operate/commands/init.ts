import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeZone, ZONE_DEFAULT } from '../../../kit/calendar.ts';
import { argumentsOrExit, wholeNumber } from '../../options/options.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { roleOf } from '../arguments.ts';
import { describeOutcomes, initialise } from '../init/init.ts';
import { type Plan, planOf } from '../init/plan.ts';

const USAGE = `npx seonmul init <server…> --domain DOMAIN --folder FOLDER [options]

Makes the files of one or more servers of one owner, each of: ${SERVER_ROLES.join(', ')}; or
operator for management and settlement, brand for a shop. In FOLDER: keys, the list of
permitted servers, settings with an explanation each, SQL for databases and roles, files for a proxy and for systemd or
containers, and NEXT-STEPS.md. Files that are there are never written; of each it says whether it is as it would be made.

  --domain DOMAIN      of a single server; of several, each has its name in front: shop.DOMAIN
  --folder FOLDER      such as /etc/seonmul
  --brand ID           whose shop it is, such as haneul; with --name-ko and --name-en, its names
  --country KR         where most recipients are, as two letters
  --currency KRW       what the shop sells in
  --time-zone ${ZONE_DEFAULT}  in which the shop's days end
  --containers         for deploy/compose.yaml instead of systemd; FOLDER is mounted at the same path
  --database HOST:PORT of PostgreSQL; 127.0.0.1:5432 if not given, or the one in a container
  --port-base 4000     management is base+200, settlement base+300, carrier base+400, shop base+500
  --user seonmul       the user that the servers run as
  --app FOLDER         where this program is, if not here`;
const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ domain: text, folder: text, brand: text, 'name-ko': text, 'name-en': text },
  country: { ...text, default: 'KR' },
  currency: { ...text, default: 'KRW' },
  'time-zone': { ...text, default: ZONE_DEFAULT },
  containers: { type: 'boolean', default: false },
  database: text,
  'port-base': { ...text, default: '4000' },
  user: { ...text, default: 'seonmul' },
  app: { ...text, default: join(import.meta.dirname, '../../..') },
} as const;

const PORT_BASE_MAX = 60_000;
/** What the owners of several servers, or of one, are called. */
const OWNERS: Readonly<Record<string, readonly ServerRole[]>> = {
  operator: ['management', 'settlement'],
  brand: ['shop'],
};

const plan = argumentsOrExit(planFrom, USAGE);
const outcomes = await initialise(plan, new Date());
console.log(describeOutcomes(outcomes));
console.log(`\nGo on with ${join(plan.folder, 'NEXT-STEPS.md')}.`);
process.exit(outcomes.some(({ kind }) => kind === 'differs') ? 1 : 0);

function planFrom(args: string[]): Plan {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new Error(`Name at least one server: ${SERVER_ROLES.join(', ')}.`);
  const roles = positionals.flatMap((given) => OWNERS[given] ?? [roleOf(given)]);
  const { domain, folder, country, currency, containers, user, app } = values;
  const database = values.database ?? (containers ? 'database:5432' : '127.0.0.1:5432');
  const portBase = wholeNumber('port-base', values['port-base']);
  const timeZone = values['time-zone'];
  const wrong = [
    [
      domain === undefined || !/^(?=.{4,253}$)([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain),
      '--domain must be a domain such as gifts.example.',
    ],
    [folder === undefined, '--folder must be where the files go.'],
    [!/^[A-Z]{2}$/.test(country), '--country must be two letters such as KR.'],
    [!/^[A-Z]{3}$/.test(currency), '--currency must be three letters such as KRW.'],
    [!isTimeZone(timeZone), '--time-zone must be a time zone such as Asia/Seoul.'],
    [!/^[\w.:[\]-]+$/.test(database), '--database must be a host, with a port if needed.'],
    [!/^[a-z_][a-z0-9_-]{0,31}$/.test(user), '--user must be the name of a user.'],
    [portBase > PORT_BASE_MAX, `--port-base must be at most ${PORT_BASE_MAX}.`],
  ] as const;
  const problems = wrong.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return planOf({
    ...{ roles, domain: domain ?? '', folder: folder ?? '', brand: brandOf(roles, values) },
    ...{ country, currency, timeZone, containers, database, portBase, user, app, node: process.execPath },
  });
}

function brandOf(
  roles: readonly ServerRole[],
  { brand, 'name-ko': nameKo, 'name-en': nameEn }: { brand?: string; 'name-ko'?: string; 'name-en'?: string },
): Plan['brand'] {
  if (!roles.includes('shop')) return undefined;
  // A name goes into a line of settings between quotation marks.
  const isName = (name: string | undefined): name is string =>
    name !== undefined && /^[^"\\$\n]{1,60}$/.test(name);
  if (brand === undefined || !/^[a-z0-9-]{1,32}$/.test(brand) || !isName(nameKo) || !isName(nameEn))
    throw new Error('A shop needs --brand, such as haneul, and its names: --name-ko and --name-en.');
  return { id: brand, nameKo, nameEn };
}
