import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createSettlementApp } from '../app.ts';
import { expireAuthorisations } from '../payments/expire.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

async function asOwner(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: settlement.base.ownerUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

test('an authorisation that can’t be released becomes a dead letter, which staff see and retry', async () => {
  const broken = randomUUID();
  await settlement.authorise(broken, 5_000);
  await settlement.authorise(randomUUID(), 6_000);
  await asOwner(
    `create function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`,
    `create trigger broken before update on payments for each row
      when (new.order_id = '${broken}') execute function broken()`,
  );
  const wait = () => {
    settlement.base.time.now = addMs(settlement.base.time.now, HOUR_MS);
  };
  const done: number[] = [];
  for (let hours = 0; hours < 25; hours++) {
    wait();
    done.push(await expireAuthorisations(settlement.context));
  }
  expect(done.filter((count) => count > 0)).toEqual([1]);

  const send = staffDoor(app);
  const auditor = await aStaffSession(settlement, 'auditor');
  const treasurer = await aStaffSession(settlement, 'treasurer');
  const list = () => send('GET', '/v1/staff/failing-work', { token: auditor });
  const { body } = await list();
  const [letter, ...others] = body.failing as { job: string; subject_id: string }[];
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    ...{ job: 'expire_authorisations', failures: 20, problem: 'SQLSTATE P0001' },
    first_failed_at: expect.any(String),
  });
  expect(letter).not.toHaveProperty('next_attempt_at');

  const retry = (token: string, subject_id = letter?.subject_id, key = randomUUID()) =>
    send('POST', '/v1/staff/failing-work/retry', {
      token,
      key,
      body: { job: 'expire_authorisations', subject_id },
    });
  expect((await retry(auditor)).status).toBe(403);
  expect((await retry(treasurer, randomUUID())).body).toEqual({ retried: false });
  await asOwner('drop trigger broken on payments');
  expect(await expireAuthorisations(settlement.context)).toBe(0);
  const key = randomUUID();
  for (const _twice of [1, 2])
    expect((await retry(treasurer, letter?.subject_id, key)).body).toEqual({ retried: true });
  expect(await expireAuthorisations(settlement.context)).toBe(1);
  expect((await list()).body).toEqual({ failing: [] });
  const trail = await sql<{ subject: unknown }>`
    select subject from audit_trail where action = 'retry_failing_work' order by audit_id desc limit 1`.execute(
    settlement.context.db,
  );
  expect(trail.rows).toEqual([{ subject: { job: 'expire_authorisations', subject_id: letter?.subject_id } }]);
});
