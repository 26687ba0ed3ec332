import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { beginEpoch, readEpoch } from '../../../kit/journal/epoch.ts';
import { describeEpoch } from '../../../kit/restore/describe-epoch.ts';
import { countOpenFindings, keepFinding } from '../../../kit/restore/findings.ts';
import { sequencerOf, tellOf } from '../../../test/builders/journal.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await TestShop.open();
});
afterEach(() => shop.close());

async function restored(): Promise<void> {
  const { db, clock, restoreGate } = shop.context;
  await beginEpoch(db, { reason: 'restored' }, clock());
  await restoreGate.look(db);
}

test('while it lacks what others hold, a shop sells nothing, answers no other server, and shows staff why', async () => {
  const terminal = await shop.terminal();
  const certificate = await shop.accepted(50_000);
  const owner = await shop.staff('owner');
  await restored();
  const refused = { status: 503, body: { code: 'restoring', retry_after_s: 10 } };
  expect(await shop.verify(terminal)).toMatchObject(refused);
  expect(await shop.peer('GET', `/v1/peer/certificates/${certificate.certificate_id}`)).toMatchObject(
    refused,
  );
  expect(await shop.peer('POST', '/v1/peer/certificates', shop.registration(1_000))).toMatchObject(refused);

  const { db, clock } = shop.context;
  const about = newId();
  await keepFinding(
    db,
    2n,
    { kind: 'entry_not_restored', party: 'management', subject_id: about, about },
    clock(),
  );
  await keepFinding(
    db,
    2n,
    { kind: 'entry_not_restored', party: 'management', subject_id: about, about },
    clock(),
  );
  const seen = await shop.call('GET', '/v1/office/restore?limit=10', { token: owner });
  expect(seen).toMatchObject({
    status: 200,
    body: {
      epoch_no: 2,
      reason: 'restored',
      findings: [{ kind: 'entry_not_restored', subject_id: about, party: 'management' }],
    },
  });
  expect(seen.body).not.toHaveProperty('reconciled_at');
  const [{ finding_no }] = seen.body.findings as [{ finding_no: number }];
  const acknowledge = `/v1/office/restore/findings/${finding_no}/acknowledgement`;
  const body = { reason: 'the holder has said so' };
  expect(await shop.call('POST', acknowledge, { token: owner, body })).toMatchObject({
    status: 503,
    body: { code: 'restoring' },
  });
  expect(await shop.staff('auditor')).toBeTruthy();
  expect(await describeEpoch(db)).toContain(`entry_not_restored ${about}`);
});

test('staff acknowledge what could not be had, once and with a reason', async () => {
  const { db, clock } = shop.context;
  const owner = await shop.staff('owner');
  const about = newId();
  await keepFinding(db, 1n, { kind: 'call_refused', party: 'management', about }, clock());
  expect(await countOpenFindings(db, 1n)).toBe(1n);
  const list = () => shop.call('GET', '/v1/office/restore?limit=10', { token: owner });
  const [{ finding_no }] = (await list()).body.findings as [{ finding_no: number }];
  const acknowledge = (no: number) =>
    shop.call('POST', `/v1/office/restore/findings/${no}/acknowledgement`, {
      token: owner,
      body: { reason: 'bought again' },
    });
  expect(await acknowledge(finding_no)).toMatchObject({
    status: 200,
    body: { finding_no, acknowledged: { reason: 'bought again' } },
  });
  expect((await acknowledge(finding_no)).body.code).toBe('wrong_state');
  expect((await acknowledge(finding_no + 1)).body.code).toBe('not_found');
  expect(await countOpenFindings(db, 1n)).toBe(0n);
  expect((await list()).body.findings).toMatchObject([{ acknowledged: { reason: 'bought again' } }]);
});

test('while it lacks what others hold, nothing is put in order', async () => {
  const { db } = shop.context;
  await tellOf(db, 1, { at: shop.now });
  await restored();
  expect(await sequencerOf(shop.context).fixOrder()).toBe(0);
});

test('an epoch’s number is above every one that was told in', async () => {
  const { db, clock } = shop.context;
  await beginEpoch(db, { reason: 'restored' }, clock());
  await beginEpoch(db, { reason: 'restored', least: 7n }, clock());
  await beginEpoch(db, { reason: 'restored', least: 3n }, clock());
  expect(await readEpoch(db)).toMatchObject({ epoch_no: 8n, reconciled_at: null });
});
