import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import type { FaultSystem } from './system.ts';

const SHOP = 'seonmul_shop';
const BACKUP = 'seonmul_shop_backup';
const PROGRAM = join(import.meta.dirname, '../../../servers/shop/main.ts');

/** Keeps a copy of the shop's database as it is now, in place of an earlier one. */
export function backUpShop(system: FaultSystem): Promise<void> {
  return whileShopIsDown(system, async (admin) => {
    await admin.query(`drop database if exists ${BACKUP}`);
    await admin.query(`create database ${BACKUP} template ${SHOP}`);
  });
}

/** Puts the copy in its place, as after a disaster, and says so to the server. */
export function restoreShop(system: FaultSystem): Promise<void> {
  return whileShopIsDown(system, async (admin) => {
    await admin.query(`drop database ${SHOP} with (force)`);
    await admin.query(`alter database ${BACKUP} rename to ${SHOP}`);
    await admin.query(`alter database ${SHOP} owner to ${SHOP}_owner`);
    await admin.query(`revoke connect on database ${SHOP} from public`);
    await admin.query(`grant connect on database ${SHOP} to ${SHOP}`);
    await sayRestored({ ...system.stack.environments.get('shop') });
  });
}

async function whileShopIsDown(
  { processes, stack }: FaultSystem,
  work: (admin: Client) => Promise<void>,
): Promise<void> {
  const shops = processes.filter(({ role }) => role === 'shop');
  for (const process of shops) process.kill();
  const admin = new Client({ connectionString: stack.adminUrl });
  await admin.connect();
  try {
    // What a killed process leaves behind notices that only when it next writes.
    await admin.query('select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1', [
      SHOP,
    ]);
    await work(admin);
  } finally {
    await admin.end();
  }
  await Promise.all(shops.map((process) => process.startIfDown()));
  await Promise.all(shops.map((process) => process.untilReady()));
}

async function sayRestored(env: Record<string, string>): Promise<void> {
  const said = spawn(process.execPath, [PROGRAM, '--restored'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [problem, code] = await Promise.all([
    text(said.stderr),
    new Promise<number | null>((ended) => said.on('exit', ended)),
  ]);
  if (code !== 0) throw new Error(`--restored: ${problem}`);
}
