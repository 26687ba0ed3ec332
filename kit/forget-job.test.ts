import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBase, TERMS } from '../test/builders/base.ts';
import { asOwner } from '../test/builders/cloned-orders.ts';
import { addMs, DAY_MS, SECOND_MS } from './clock.ts';
import { sql } from './db/sql.ts';
import { listFailing } from './due/failing-work.ts';
import { forgetJob } from './forget-job.ts';

let base: Awaited<ReturnType<typeof aBase>>;
beforeAll(async () => {
  base = await aBase('carrier');
});
afterAll(() => base?.drop());

const OLD = 1_200;
beforeEach(async () => {
  const before = addMs(base.clock(), -40 * DAY_MS);
  await asOwner(
    base,
    `create or replace function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`,
    'delete from peer_nonces',
    'delete from job_claims',
    {
      text: `
        insert into peer_nonces (keyid, nonce, expires_at)
        select 'm1', n::text, $1 from generate_series(1, $2::integer) n`,
      values: [before, OLD],
    },
    {
      text: `insert into job_claims (job, subject_id, party, claim_id, claimed_until)
        values ('gone', 'one', '', gen_random_uuid(), $1)`,
      values: [before],
    },
  );
});

const round = () => forgetJob({ ...base, settings: TERMS }).round();
const goOn = async () => {
  while ((await round()) > 0);
};
const left = async () => {
  const found = await sql<{ nonces: bigint; claims: bigint }>`
    select (select count(*) from peer_nonces) as nonces,
      (select count(*) from job_claims where job = 'gone') as claims`.execute(base.db);
  return found.rows[0];
};

test('what is of no use goes, as long as there is any', async () => {
  await goOn();
  expect(await left()).toEqual({ nonces: 0n, claims: 0n });
  expect(await listFailing(base.db, 10)).toEqual([]);
});

test('a row that can’t be deleted holds up no other table, and staff see it', async () => {
  await asOwner(
    base,
    'create trigger broken before delete on job_claims for each row when (old.job = $$gone$$) execute function broken()',
  );
  await goOn();
  expect(await left()).toEqual({ nonces: 0n, claims: 1n });
  expect(await listFailing(base.db, 10)).toMatchObject([
    { job: 'forget', subject_id: 'rows of job_claims', problem: 'SQLSTATE P0001' },
  ]);

  await asOwner(base, 'drop trigger broken on job_claims');
  base.time.now = addMs(base.clock(), 11 * SECOND_MS);
  await goOn();
  expect(await left()).toEqual({ nonces: 0n, claims: 0n });
  expect(await listFailing(base.db, 10)).toEqual([]);
});
