import { join } from 'node:path';
import { SERVERS } from '../servers.ts';
import { BACKUP_TIMERS, backedUpIn, backupEnvOf, CLUSTER_SERVICE } from './backup-files.ts';
import { CONTAINERS_ENV } from './container-files.ts';
import { type Plan, type PlannedServer, peersOf } from './plan.ts';
import { unitNameOf } from './unit-files.ts';

/** What somebody does with the files, in order, with the commands to do it by. */
export function nextSteps(plan: Plan, toFillIn: readonly string[]): string {
  const { servers } = plan;
  const steps = [
    ...(plan.containers ? containersFirst(plan) : filesAndDatabases(plan)),
    section('What only you know', [
      toFillIn.length === 0
        ? 'Look through these settings; each says what it means.'
        : 'Replace each CHANGE-ME, and look through the other settings; each says what it means.',
      list([...toFillIn, ...servers.map((server) => join(server.folder, 'server.env'))]),
    ]),
    ...(plan.containers ? containersStart(plan) : proxyAndUnits(plan)),
    staffSection(plan),
    ...exchangeSection(plan),
    ...shopSection(plan),
    section('Look whether everything is right', [
      'It says everything that is wrong at once, with what to do.',
      code(servers.map((server) => `${seonmul(plan)} check ${server.role} ${envOf(server)}`)),
      'Once the shop is there, buy a small gift as a member does; docs/production/files.md has the format of the file.',
      code([`${seonmul(plan)} smoke ${plan.containers ? join(plan.folder, 'smoke.json') : 'smoke.json'}`]),
    ]),
    plan.containers ? BACKUPS_OF_CONTAINERS : backupSection(plan),
  ];
  const numbered = steps.map((step, index) => `## ${index + 1}. ${step}`);
  return `# What to do next\n\nMade by \`npx seonmul init\`. The commands run in ${plan.app}.\n\n${numbered.join('\n')}`;
}

const compose = ({ folder }: Plan): string =>
  `podman-compose --env-file ${join(folder, CONTAINERS_ENV)} --file deploy/compose.yaml`;
const seonmul = (plan: Plan): string =>
  plan.containers ? `${compose(plan)} --profile tools run --rm tools` : 'npx seonmul';
const envOf = ({ folder }: PlannedServer): string => `--env ${join(folder, 'server.env')}`;

function filesAndDatabases({ servers, folder, user, app }: Plan): string[] {
  return [
    section('A user, and the files', [
      `The servers run as ${user}, which owns their folders. All else stays yours: it has the passwords of the roles that own the databases.`,
      code([
        `useradd --system --home-dir ${app} --shell /usr/sbin/nologin ${user}`,
        `chmod 711 ${folder}`,
        `chown -R ${user}: ${servers.map((server) => server.folder).join(' ')}`,
      ]),
      KEEP_A_COPY,
    ]),
    section('The databases', [
      'PostgreSQL 18 or newer. The file has passwords in it, so it goes afterwards. Where the database is another machine’s, run it there as its administrator.',
      code([
        `runuser -u postgres -- psql --quiet < ${join(folder, 'database.sql')}`,
        `rm ${join(folder, 'database.sql')}`,
        ...servers.map((server) => `npx seonmul server ${server.role} --env ${server.migrateEnv} --migrate`),
      ]),
    ]),
  ];
}

const KEEP_A_COPY =
  'Keep a copy of this folder where nobody but you reads it. Without its keys a backup of the database is of little use: PINs and certificate numbers are kept under them.';

function proxyAndUnits({ servers, folder }: Plan): string[] {
  return [
    section('https', [
      `A certificate and a proxy in front. ${join(folder, 'proxy/nginx.conf')} goes into /etc/nginx/conf.d; or use ${join(folder, 'proxy/Caddyfile')}. docs/proxy.md says what a proxy must leave alone.`,
      list(servers.map(({ host }) => `${host} must lead to this machine`)),
    ]),
    section('Start', [
      code([
        ...servers.map((server) => `cp ${join(folder, 'systemd', unitNameOf(server))} /etc/systemd/system/`),
        'systemctl daemon-reload',
        `systemctl enable --now ${servers.map(unitNameOf).join(' ')}`,
      ]),
    ]),
  ];
}

function containersFirst({ folder }: Plan): string[] {
  return [
    section('The files', [
      `The containers run as user 10001, which owns this folder.`,
      code([`chown -R 10001:10001 ${folder}`]),
      KEEP_A_COPY,
    ]),
  ];
}

function containersStart(plan: Plan): string[] {
  return [
    section('https', [
      'The proxy gets its certificates itself, once its names lead to this machine; ports 80 and 443 must be open.',
      list(plan.servers.map(({ host }) => `${host} must lead to this machine`)),
    ]),
    section('Start', [
      'It makes the databases, brings their schemas up to date, and starts the servers. Do the same after an upgrade.',
      code([`${compose(plan)} up --detach`]),
    ]),
  ];
}

function staffSection(plan: Plan): string {
  const { servers } = plan;
  // The carrier has no pages, so no link leads to one.
  const isAsked = servers.some(({ role }) => role === 'carrier');
  return section('The first of the staff', [
    `The command prints a link, by which they choose a password within an hour. The second factor is set up at the first log-in.${isAsked ? ' The carrier has no pages: its password is asked for and not shown.' : ''}`,
    code(
      servers.map((server) => {
        const { adminRole } = SERVERS[server.role].staff;
        const link = server.role === 'carrier' ? '' : ' --link';
        return `${seonmul(plan)} staff add ${server.role} ${envOf(server)} --role ${adminRole} --login NAME --name "FULL NAME"${link}`;
      }),
    ),
  ]);
}

/** Servers of other owners, who must be known on both sides. */
function exchangeSection(plan: Plan): string[] {
  const signing = plan.servers.filter(({ role }) => role !== 'carrier');
  if (signing.length === 0) return [];
  return [
    section('The other owners', [
      `Exchange public keys with the owner of each server that these work with and that is not among them. Both of you run the command, and read the six groups of digits to each other on the telephone. A running server takes the new list up by itself.`,
      code(
        signing.map(
          (server) =>
            `${seonmul(plan)} parties exchange ${server.role} ${envOf(server)} https://THE-OTHERS-ADDRESS`,
        ),
      ),
      list(signing.map((server) => `${server.party} knows ${knownTo(plan, server)}`)),
    ]),
  ];
}

function knownTo(plan: Plan, server: PlannedServer): string {
  const known = peersOf(plan, server).map(({ party }) => party);
  return known.length === 0 ? 'nobody yet' : `${known.join(' and ')} already`;
}

function shopSection({ brand, currency, servers }: Plan): string[] {
  if (brand === undefined) return [];
  const host = servers.find(({ role }) => role === 'shop')?.host ?? '';
  return [
    section('The shop', [
      `Management’s operator adds the shop in the console: ID ${brand.id}, server shop:${brand.id}, currency ${currency}. Stores, terminals and clerks are added in the shop’s office, https://${host}/office.`,
    ]),
  ];
}

function backupSection(plan: Plan): string {
  const { servers, folder } = plan;
  const env = backupEnvOf(plan);
  const units = join(folder, 'systemd/seonmul-backup*');
  return section('Backups', [
    `Before anybody else buys. One cluster of PostgreSQL has one backup.env: if another folder’s backs up this one already, as where both owners use the same PostgreSQL, add ${backedUpIn(plan)} to BACKUP_DATABASES there, and leave the rest of this out.`,
    'PostgreSQL’s and pgBackRest’s packages, on the machine of PostgreSQL; what is in this folder’s backup and systemd/seonmul-backup* goes there. Say first where backups go, as BACKUP_REPOSITORY in backup.env. docs/production/backup.md has the rest, restoring, and what to do where PostgreSQL is managed.',
    code([
      `chown -R postgres: ${join(folder, 'backup')}`,
      '# The first time it ends with 1 and asks for a restart: PostgreSQL begins to archive only then.',
      `npx seonmul backup init --env ${env}`,
      `systemctl restart ${CLUSTER_SERVICE}`,
      `npx seonmul backup init --env ${env}`,
      `npx seonmul backup run --env ${env}`,
      `npx seonmul backup verify --env ${env}`,
      `cp ${units} /etc/systemd/system/`,
      'systemctl daemon-reload',
      `systemctl enable --now ${BACKUP_TIMERS.join(' ')}`,
      `npx seonmul backup check --env ${env}`,
    ]),
    `Keep a copy of ${join(folder, 'backup/key')} where nobody but you reads it, and not with the backups: without it they can’t be read. Nor are they of use without the keys of ${servers.length === 1 ? 'the server' : 'the servers'}.`,
  ]);
}

const BACKUPS_OF_CONTAINERS = section('Backups', [
  'The database of the compose file is backed up by nobody. docs/production/backup.md says what to set up before anybody’s money is in it: backups of PostgreSQL on its own machine, or those of a provider.',
]);

function section(title: string, paragraphs: readonly string[]): string {
  return `${title}\n\n${paragraphs.join('\n\n')}\n`;
}

function code(lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
