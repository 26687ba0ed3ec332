import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerRole } from '../stack/roles.ts';
import { type Bench, openSales } from './bench.ts';
import { countDeliveries, untilDelivered } from './deliveries.ts';
import { costliest, flameSvg, framesOf, type Span } from './flame.ts';
import { hotPlans, LOG_PLANS, loggedPlans } from './logged-plans.ts';

const ROLES = ['shop', 'management'] as const satisfies readonly ServerRole[];
const CONNECTIONS = 256;
const PLANS = 8;
const COSTLIEST = 25;

/** Settings with which Node and PostgreSQL can be asked later what took their time. */
export const profiling = (folder: string) => ({
  serverSettings: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` },
  postgresSettings: { shared_preload_libraries: 'pg_stat_statements,auto_explain', ...LOG_PLANS },
});

export type Profiled = { span: Span; pids: Readonly<Record<(typeof ROLES)[number], number>>; plans: string };

const nowMicros = () => Number(process.hrtime.bigint() / 1000n);

/** Sales with 256 connections until all have been delivered, while PostgreSQL logs a part of its plans. */
export async function profileSales(bench: Bench): Promise<Profiled> {
  const { stack, database } = bench.system;
  const sales = await openSales(bench);
  const count = await countDeliveries(database.management);
  const logPlansFrom = async (ms: number) => {
    await database.shop.query(`alter system set auto_explain.log_min_duration = ${ms}`);
    await database.shop.query('select pg_reload_conf()');
  };
  const cluster = await database.shop.query("select current_setting('data_directory') as folder");
  const logFile = join(dirname(cluster.rows[0]?.folder), 'postgres.log');
  const before = readFileSync(logFile).byteLength;
  await logPlansFrom(0);
  const fromMicros = nowMicros();
  const { seconds } = bench.options;
  const load = await bench.generator.run({
    url: stack.url('shop'),
    requests: sales,
    connections: CONNECTIONS,
    seconds,
  });
  const sold = load.answered - load.refused;
  await untilDelivered(count, sold, { already: await count(), seconds: bench.options.patience });
  const untilMicros = nowMicros();
  await logPlansFrom(-1);
  const pidOf = (role: ServerRole) => stack.children.get(role)?.pid() ?? 0;
  return {
    span: { fromMicros, untilMicros },
    pids: { shop: pidOf('shop'), management: pidOf('management') },
    plans: plansIn(readFileSync(logFile).subarray(before).toString()),
  };
}

function plansIn(log: string): string {
  const hot = hotPlans(loggedPlans(log), PLANS);
  return hot
    .map(
      ({ text, ms, share, plan }) =>
        `${(100 * share).toFixed(1)} % of the time, ${ms} ms: ${text}\n\n${plan}\n`,
    )
    .join('\n\n');
}

/** Writes what the processes left when they ended: a flame graph each, and the functions that took most. */
export function writeProfiles(folder: string, profiles: string, { span, pids, plans }: Profiled): string[] {
  mkdirSync(folder, { recursive: true });
  const files = ROLES.flatMap((role) => {
    const name = readdirSync(profiles).find((file) => new RegExp(`\\.${pids[role]}\\.0\\.`).test(file));
    if (name === undefined) return [];
    const root = framesOf(JSON.parse(readFileSync(join(profiles, name), 'utf8')), span);
    const svg = join(folder, `flame-${role}.svg`);
    writeFileSync(svg, flameSvg(root, `${role}: sales with ${CONNECTIONS} connections`));
    const list = join(folder, `costliest-${role}.txt`);
    writeFileSync(list, `${costliest(root, COSTLIEST).join('\n')}\n`);
    return [svg, list];
  });
  const file = join(folder, 'plans.txt');
  writeFileSync(file, plans);
  return [...files, file];
}
