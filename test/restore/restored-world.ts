import type { ServerRole } from '../../bin/stack/roles.ts';
import { NOTICE_BATCHES_PATH } from '../../contracts/notices.ts';
import { SECOND_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { readEpoch } from '../../kit/journal/epoch.ts';
import { PartyCheck } from '../../kit/restore/party-check.ts';
import { operatorsOf } from '../../servers/shop/restore/reconcile-shop.ts';
import type { World } from '../model/whole/world.ts';

export type Verb = (world: World) => Promise<void>;

export async function play(world: World, verbs: readonly Verb[], count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    world.pass(world.random.upTo(6) * SECOND_MS);
    await world.random.pick(verbs)?.(world);
  }
}

/** Stops a server, copies its database, and starts it again. */
export async function backUp(world: World, role: ServerRole): Promise<{ restore(): Promise<void> }> {
  let backup: { restore(): Promise<void> } | undefined;
  await world.restart(role, async () => {
    backup = await world.databases[role].backUp();
  });
  return { restore: () => world.restart(role, async () => backup?.restore()) };
}

/** What a process of the shop does before it tells anybody anything. */
export async function compareParties({ running }: World): Promise<PartyCheck> {
  const { context } = running.shop;
  const check = new PartyCheck({ ...context, path: NOTICE_BATCHES_PATH, parties: operatorsOf(context) });
  await check.round();
  await context.restoreGate.look(context.db);
  return check;
}

export function epochOf({ running }: World) {
  return readEpoch(running.shop.context.db);
}

export async function findingsOf(
  { running }: World,
  role: ServerRole = 'shop',
): Promise<{ kind: string; subject_id: string | null }[]> {
  const found = await sql<{ kind: string; subject_id: string | null }>`
    select kind, subject_id from restore_findings order by finding_no`.execute(running[role].context.db);
  return found.rows;
}

/** Which names were looked up is told to nobody, so a restored shop has forgotten it. */
export async function forgetLookUps({ running, model }: World): Promise<void> {
  const found = await sql<{ n: bigint }>`select count(*) as n from member_lookups`.execute(
    running.shop.context.db,
  );
  model.lookUps.shop = Number(found.rows[0]?.n);
}
