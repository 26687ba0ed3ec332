import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { readEpoch } from '../../kit/journal/epoch.ts';
import { noteRestored, reconcileNow } from '../../kit/restore/reconcile-now.ts';
import { lostHere } from '../../servers/carrier/restore/lost.ts';
import { aDoor } from '../builders/door.ts';
import { aStaffSession } from '../builders/sessions.ts';
import { SEED } from '../harness/seed.ts';
import { checkAgreement } from '../model/whole/agreement.ts';
import { confirm, nameRecipient, placeOrder } from '../model/whole/buyer-verbs.ts';
import { janitor, sendNotices } from '../model/whole/jobs.ts';
import { accept, cancelGift, refundAcceptedGift } from '../model/whole/recipient-verbs.ts';
import { redeem } from '../model/whole/till-verbs.ts';
import { aWorld, type World } from '../model/whole/world.ts';
import { backUp, findingsOf, play } from './restored-world.ts';

const VERBS = [
  ...[placeOrder, placeOrder, nameRecipient, nameRecipient, confirm, confirm, accept, accept],
  ...[redeem, redeem, cancelGift, refundAcceptedGift, sendNotices, janitor],
];

let world: World;
beforeEach(async () => {
  world = await aWorld(SEED);
});
afterEach(async () => {
  await world.close();
});

async function lookUpsOf({ running }: World): Promise<{ n: number; last: Date | null }> {
  const found = await sql<{ n: bigint; last: Date | null }>`
    select count(*) filter (where api = 'kyc-fill-in') as n, max(at) as last from lookups`.execute(
    running.carrier.context.db,
  );
  return { n: Number(found.rows[0]?.n), last: found.rows[0]?.last ?? null };
}

test('a carrier that is restored to an hour ago names the look-ups that it has lost, and no gift is touched by that', async () => {
  await play(world, VERBS, 30);
  await checkAgreement(world);
  const backup = await backUp(world, 'carrier');
  const before = await lookUpsOf(world);
  await play(world, VERBS, 40);
  world.pass(HOUR_MS);
  await checkAgreement(world);
  expect((await lookUpsOf(world)).n).toBeGreaterThan(before.n);
  await backup.restore();
  expect(await lookUpsOf(world)).toEqual(before);

  const { running, model } = world;
  const { context, app } = running.carrier;
  await noteRestored(context, await lostHere(context.db));
  expect(await readEpoch(context.db)).toMatchObject({ epoch_no: 2n, reason: 'restored' });
  expect((await findingsOf(world, 'carrier')).map(({ kind }) => kind)).toEqual([
    'look_ups_not_restored',
    'subscribers_not_restored',
  ]);
  const abouts = await sql<{ about: string }>`
    select about from restore_findings order by finding_no limit 1`.execute(context.db);
  expect(abouts.rows).toEqual([{ about: `since ${before.last?.toISOString()}` }]);

  // The command fails until people have looked at both.
  await reconcileNow(context, async () => undefined);
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  const operator = aDoor(app, await aStaffSession(running.carrier, 'operator', HOUR_MS));
  const { body } = await operator('GET', '/v1/staff/restore?limit=10');
  const reason = 'Numbers were imported again; the look-ups are noted as lost.';
  for (const { finding_no } of body.findings as { finding_no: number }[])
    expect(
      await operator('POST', `/v1/staff/restore/findings/${finding_no}/acknowledgement`, { reason }),
    ).toMatchObject({ status: 200 });
  await reconcileNow(context, async () => undefined);
  expect(process.exitCode).toBeUndefined();

  model.lookUps.carrier = before.n;
  await checkAgreement(world);
  await play(world, VERBS, 20);
  await checkAgreement(world);
});
