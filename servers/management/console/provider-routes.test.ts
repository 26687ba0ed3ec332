import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { noteSilence } from '../../../kit/due/silent-parties.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { anOffer, aReadBack, confirmReadBack } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function providers() {
  const door = aDoor(app, await aStaffSession(management, 'support'));
  const { body } = await door('GET', '/v1/staff/providers');
  const listed = body.providers as { kind: string; name: string; state: string }[];
  return new Map(listed.map(({ kind, name, ...health }) => [`${kind} ${name}`.trim(), health]));
}

test('servers, operators and channels say how they are doing, and what waits for them', async () => {
  const { context } = management;
  await anOffer(management);
  const before = await providers();
  expect(before.get('server shop:haneul')).toMatchObject({ state: 'working', waiting: 0 });
  expect(before.get('operator demo')).toMatchObject({ state: 'idle', succeeded: 0, failed: 0 });
  expect(before.get('texts')).toMatchObject({ state: 'idle', waiting: expect.any(Number) });

  const orderId = await aReadBack(management);
  management.shop.goesWrong('/v1/peer/certificates', { kind: 'answer_lost' });
  await confirmReadBack(management, orderId);
  for (let times = 0; times < 3; times++)
    await noteSilence(context.db, 'carrier:demo', { kind: 'unknown', reason: 'timed_out' }, context.clock());
  await sql`
    update messages set state = 'failed', problem = 'refused_by_provider'
    where message_id = (select message_id from messages where channel = 'sms' order by message_id limit 1)`.execute(
    context.db,
  );
  await sql`
    insert into text_submissions (submission_id, message_id, provider, phone, sender, state, begun_at)
    values (uuidv7(), uuidv7(), 'solapi', '+821012345678', 'x', 'ended', ${addMs(context.clock(), -MINUTE_MS)})`.execute(
    context.db,
  );
  const after = await providers();
  expect(after.get('server shop:haneul')).toMatchObject({
    waiting: 1,
    oldest_waiting_at: expect.any(String),
  });
  expect(after.get('operator demo')).toMatchObject({
    state: 'spared',
    silent: { unanswered: 3, next_probe_at: expect.any(String) },
  });
  expect(after.get('texts')).toMatchObject({ state: 'failing', failed: 1 });
  expect(after.get('texts solapi')).toMatchObject({ state: 'failing', succeeded: 0, failed: 1 });
});
