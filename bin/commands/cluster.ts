import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseCluster } from '../cluster/database/database.ts';
import { Hosts } from '../cluster/hosts/hosts.ts';
import { isInside, runInside } from '../cluster/hosts/outer.ts';
import { secondsSince } from '../cluster/hosts/until.ts';
import { Load } from '../cluster/load/load.ts';
import { hostRoot } from '../cluster/packages.ts';
import { SCENARIOS } from '../cluster/scenarios/scenarios.ts';
import type { World } from '../cluster/scenarios/world.ts';
import { Servers } from '../cluster/servers/servers.ts';
import { prepareSystem } from '../cluster/servers/system.ts';
import { argumentsOrExit } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';

const USAGE = `npm run cluster -- [scenario]... [--plant]

Makes six hosts of this machine, brings up PostgreSQL with Patroni, etcd, PgBouncer and HAProxy on them with the servers in
front, and plays what goes wrong, while a client outside keeps its own record, by which it is judged. On Debian, by root. A line
of JSON for each scenario (all if none is named); logs are in SEONMUL_DATA/cluster/hosts. docs/cluster.md says what it means.

${Object.entries(SCENARIOS)
  .map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`)
  .join('\n')}

  --plant      without synchronous replication: what the judge must find is then there, and it is an error if it doesn't`;

/** The conventional exit status for what was not run. */
const NOT_RUN = 77;

const { names, plant } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({
    args,
    options: { plant: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => SCENARIOS[name] === undefined);
  if (unknown !== undefined) throw new Error(`There is no scenario ${unknown}.`);
  const chosen = positionals.length > 0 ? positionals : values.plant ? ['cut'] : Object.keys(SCENARIOS);
  return { names: chosen, plant: values.plant };
}, USAGE);

const folder = resolve(process.env.SEONMUL_DATA ?? '.data', 'cluster');
const say = (line: string) => console.error(line);
try {
  if (isInside) process.exit(await play());
  mkdirSync(folder, { recursive: true });
  // Out here, since there is no network but the hosts' inside.
  await hostRoot(join(folder, 'packages'), say);
  process.exit(await runInside());
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.log(`not run: a cluster on this machine (${error.message})`);
  process.exit(NOT_RUN);
}

async function play(): Promise<number> {
  const begun = Date.now();
  const world = await bringUp();
  console.log(JSON.stringify({ scenario: 'up', seconds: secondsSince(begun), synchronous: !plant }));
  let failed = 0;
  for (const name of names) {
    const started = Date.now();
    const found = await SCENARIOS[name]?.play(world).catch((error: unknown) => ({
      facts: {},
      wrong: [`could not be played: ${error instanceof Error ? error.stack : error}`],
    }));
    if (found === undefined) continue;
    const { facts, wrong } = found;
    if (wrong.length > 0) failed += 1;
    console.log(JSON.stringify({ scenario: name, ...facts, took_s: secondsSince(started), wrong }));
  }
  if (!plant) return failed === 0 ? 0 : 1;
  console.log(failed > 0 ? 'The judge found what was planted.' : 'The judge did not find what was planted.');
  return failed > 0 ? 0 : 1;
}

async function bringUp(): Promise<World> {
  const root = await hostRoot(join(folder, 'packages'), say);
  const hosts = new Hosts(root, join(folder, 'hosts'));
  await hosts.open();
  say('The hosts are there. Starting the database...');
  const database = new DatabaseCluster(hosts, { synchronous: !plant });
  await database.start();
  say('There is a primary. Preparing databases...');
  const system = await prepareSystem(database, join(folder, 'hosts', 'system'));
  const servers = new Servers(hosts, system);
  say('Starting the servers...');
  await servers.start();
  const load = new Load(hosts, join(folder, 'hosts'));
  say('Preparing tills and buyers...');
  await load.prepare(database, system);
  return { hosts, database, servers, system, load };
}
