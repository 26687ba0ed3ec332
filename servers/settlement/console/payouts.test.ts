import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { listFailing } from '../../../kit/due/failing-work.ts';
import type { App } from '../../../kit/http/app.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { ACCOUNT, aSettlement, PAYEE } from '../../../test/builders/settlement.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { aNotification, anIsoBank, aStatusReport } from '../../../test/stand-ins/iso-bank.ts';
import { createSettlementApp } from '../app.ts';
import { banks } from '../banks/banks.ts';
import { bankFiles } from '../banks/file/bank-files.ts';
import { fileBank } from '../banks/file/file-bank.ts';
import { applyFiledReports } from '../payouts/apply-filed-reports.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
let send: ReturnType<typeof staffDoor>;
let auditor: string;
let first: string;
let second: string;
const iso = anIsoBank();

beforeAll(async () => {
  settlement = await aSettlement();
  const { context } = settlement;
  const debtor = { name: 'Seonmul', account: { bank_code: '004', number: '123456789012' } };
  context.banks = banks([{ bank: fileBank({ name: 'hana', debtor }, bankFiles(context)) }]);
  app = await createSettlementApp(context);
  send = staffDoor(app);
  await session();
  const order = randomUUID();
  await settlement.authorise(order, 90_000_000);
  await settlement.capture(order, 90_000_000);
  await settlement.anAccount(ACCOUNT);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

async function session(): Promise<void> {
  auditor = await aStaffSession(settlement, 'auditor');
  first = await aStaffSession(settlement, 'treasurer');
  second = await aStaffSession(settlement, 'treasurer');
}

async function put(file: Buffer, { token = first, bank = 'hana', key = randomUUID() } = {}) {
  const reply = await app.inject({
    method: 'POST',
    url: `/v1/staff/bank-files?bank=${bank}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/xml', 'idempotency-key': key },
    payload: file,
  });
  return { status: reply.statusCode, body: reply.json() };
}
const bookReports = async () => {
  settlement.base.time.now = addMs(settlement.base.time.now, HOUR_MS);
  await session();
  while ((await applyFiledReports(settlement.context)) > 0);
};
const shown = async (id: string) => {
  const { body } = await send('GET', '/v1/staff/payouts?limit=200', { token: auditor });
  return (body.payouts as { payout_id: string }[]).find(({ payout_id }) => payout_id === id);
};
const toLookAt = async () => {
  const { body } = await send('GET', '/v1/staff/attention', { token: auditor });
  return body.payouts as Record<'approvals' | 'accounts' | 'proposals' | 'to_take' | 'returned', number>;
};
const listed = async (query: string) => {
  const { body } = await send('GET', `/v1/staff/payouts?${query}`, { token: auditor });
  return (body.payouts as { waits_for?: string }[]).map(({ waits_for }) => waits_for);
};
const filesToBank = async () => {
  const { body } = await send('GET', '/v1/staff/bank-files', { token: auditor });
  return body.files as { file_id: string; taken_at: string | null }[];
};

/** A payout whose file was taken to the bank. */
async function sent(gross = 10_000): Promise<{ id: string; bankId: string }> {
  const id = randomUUID();
  expect(await settlement.payOut(id, gross, 0)).toMatchObject({ ok: true });
  await settlement.payoutJobs();
  await session();
  const file = (await filesToBank()).find(({ taken_at }) => taken_at === null);
  const url = `/v1/staff/bank-files/${file?.file_id}`;
  const download = await app.inject({ url, headers: { authorization: `Bearer ${first}` } });
  expect(download.headers['content-type']).toContain('application/xml');
  iso.take(download.body);
  expect((await send('POST', `${url}/taken`, { token: first })).status).toBe(200);
  await settlement.payoutJobs();
  await session();
  expect(await shown(id)).toMatchObject({ status: 'sent', bank: 'hana' });
  return { id, bankId: iso.idOf(id) };
}

describe('a bank that is reached by files', () => {
  test('gets a file, which is sent once staff say that it was taken', async () => {
    const id = randomUUID();
    await settlement.payOut(id, 5_000, 100);
    await settlement.payoutJobs();
    await settlement.payoutJobs();
    await session();
    expect(await shown(id)).toMatchObject({ status: 'planned' });
    const waiting = (await filesToBank()).filter(({ taken_at }) => taken_at === null);
    expect(waiting).toHaveLength(1);
    expect(await app.metrics.metrics()).toMatch(/^seonmul_bank_files_waiting 1$/m);
    expect(await toLookAt()).toEqual({ approvals: 0, accounts: 0, proposals: 0, to_take: 1, returned: 0 });
    const url = `/v1/staff/bank-files/${waiting[0]?.file_id}`;
    for (const [method, path] of [
      ['GET', url],
      ['POST', `${url}/taken`],
    ] as const)
      expect((await send(method, path, { token: auditor })).status).toBe(403);
    const download = await app.inject({ url, headers: { authorization: `Bearer ${first}` } });
    iso.take(download.body);
    expect(iso.payments.get(iso.idOf(id))).toMatchObject({
      account: ACCOUNT,
      bank_code: '088',
      amount: '4900',
    });
    const taken = await send('POST', `${url}/taken`, { token: first });
    expect(await send('POST', `${url}/taken`, { token: second })).toEqual(taken);
    expect(await toLookAt()).toMatchObject({ to_take: 0 });
    await settlement.payoutJobs();
    await session();
    expect(await shown(id)).toMatchObject({ status: 'sent' });
    for (const path of ['', '/taken'])
      expect(
        await send(path === '' ? 'GET' : 'POST', `/v1/staff/bank-files/${randomUUID()}${path}`, {
          token: first,
        }),
      ).toMatchObject({ status: 404, body: { code: 'bank_file_not_found' } });
  });

  test('reports in files; the same one twice, or the same news in another, changes nothing', async () => {
    const { id, bankId } = await sent();
    const money = { amount: '10000', currency: 'KRW' };
    const file = aNotification([{ id: bankId, side: 'DBIT', ...money }]);
    const put1 = await put(file);
    expect(put1).toMatchObject({ status: 201, body: { reports: 1 } });
    expect((await put(file)).body).toEqual(put1.body);
    await bookReports();
    expect(await shown(id)).toMatchObject({ status: 'paid' });
    await put(aStatusReport([{ id: bankId, status: 'ACSC' }]));
    await bookReports();
    await put(aNotification([{ id: bankId, side: 'CRDT', ...money, reason: 'AC04' }]));
    await bookReports();
    expect(await shown(id)).toMatchObject({ status: 'returned', return_reason: 'AC04' });
    expect(await listFailing(settlement.context.db, 10)).toEqual([]);
    // The bank says that the account is closed, so the next payout waits for another one.
    await settlement.payOut(randomUUID(), 7_000, 0);
    expect(await toLookAt()).toEqual({ approvals: 0, accounts: 1, proposals: 0, to_take: 0, returned: 1 });
    expect(await listed('waits_for=account')).toEqual(['account']);
    expect(await listed('waits_for=approval')).toEqual([]);
    await settlement.anAccount(ACCOUNT);
    expect(await toLookAt()).toMatchObject({ accounts: 0 });
    settlement.base.time.now = addMs(settlement.base.time.now, 8 * DAY_MS);
    await session();
    expect(await toLookAt()).toMatchObject({ returned: 0 });
  });

  test('may reject a whole file', async () => {
    const { id } = await sent();
    const [file] = await filesToBank();
    const batch = { id: file?.file_id.replaceAll('-', '') ?? '', status: 'RJCT', reason: 'AM04' };
    await put(aStatusReport([], batch));
    await bookReports();
    expect(await shown(id)).toMatchObject({ status: 'returned', return_reason: 'AM04', returned_by: 'bank' });
  });

  test('another amount, and a payment that it never got, are raised', async () => {
    const { id, bankId } = await sent();
    await put(aNotification([{ id: bankId, side: 'DBIT', amount: '9999', currency: 'KRW' }]));
    await put(aStatusReport([{ id: randomUUID().replaceAll('-', ''), status: 'ACSC' }]));
    await bookReports();
    const failing = await listFailing(settlement.context.db, 10);
    expect(failing.map(({ job }) => job)).toEqual(['bank_reports', 'bank_reports']);
    expect(failing.map(({ problem }) => problem).join()).toMatch(/9999 KRW.*10000 KRW|never got/);
    expect(await shown(id)).toMatchObject({ status: 'sent' });
  });

  test('is named in the query, and its file is readable', async () => {
    expect(await put(Buffer.from('<a/>'), { bank: 'other' })).toMatchObject({
      body: { code: 'bank_not_found' },
    });
    expect(await put(Buffer.from('<a/>'))).toMatchObject({ body: { code: 'bank_file_unreadable' } });
    expect((await put(aStatusReport([]), { token: auditor })).status).toBe(403);
  });
});

describe('at the console', () => {
  test('two people let a large payout go, an auditor none', async () => {
    const id = randomUUID();
    await settlement.payOut(id, 12_000_000, 0);
    const approve = (token: string, payout = id) =>
      send('POST', `/v1/staff/payouts/${payout}/approvals`, { token });
    expect((await approve(auditor)).status).toBe(403);
    expect(await app.metrics.metrics()).toMatch(/^seonmul_payouts_waiting\{for="approval"\} 1$/m);
    expect(await toLookAt()).toMatchObject({ approvals: 1, accounts: 0 });
    expect(await listed('waits_for=approval')).toEqual(['approval']);
    expect(await approve(first)).toMatchObject({ status: 201, body: { approvals: 1 } });
    expect(await approve(first)).toMatchObject({ status: 409, body: { code: 'other_person_needed' } });
    expect(await approve(second)).toMatchObject({ status: 201, body: { approvals: 2 } });
    expect(await approve(second, randomUUID())).toMatchObject({ status: 404 });
    expect(await shown(id)).not.toHaveProperty('waits_for');
    expect(await toLookAt()).toMatchObject({ approvals: 0 });
    const { body } = await send('GET', '/v1/staff/payouts?state=planned', { token: auditor });
    expect((body.payouts as { status: string }[]).every(({ status }) => status === 'planned')).toBe(true);
    const refuse = (token: string, reason = 'not owed') =>
      send('POST', `/v1/staff/payouts/${id}/refusals`, { token, body: { reason } });
    expect((await refuse(auditor)).status).toBe(403);
    expect((await refuse(first, ' ')).body).toMatchObject({ code: 'validation_failed' });
    expect(await refuse(first)).toMatchObject({ status: 201, body: { status: 'returned' } });
    expect(await refuse(first)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  test('one person enters an account and another confirms it', async () => {
    const enter = (token: string, account: object) =>
      send('POST', '/v1/staff/payee-accounts', {
        token,
        body: { payee: 'shop:new', currency: 'EUR', account, holder: 'New Shop' },
      });
    const iban = { iban: 'DE89 3704 0044 0532 0130 00' };
    expect((await enter(auditor, iban)).status).toBe(403);
    expect((await enter(first, { iban: 'DE00 3704 0044 0532 0130 00' })).body).toMatchObject({
      code: 'bank_account_invalid',
    });
    const entered = await enter(first, iban);
    expect(entered).toMatchObject({ status: 201, body: { state: 'entered', last4: '3000' } });
    const url = `/v1/staff/payee-accounts/${entered.body.account_id}`;
    const confirm = (token: string) => send('POST', `${url}/confirmations`, { token });
    expect(await confirm(first)).toMatchObject({ status: 409, body: { code: 'other_person_needed' } });
    expect(await confirm(second)).toMatchObject({ status: 201, body: { state: 'confirmed' } });
    expect(
      await send('POST', `${url}/refusals`, { token: second, body: { reason: 'too late' } }),
    ).toMatchObject({ status: 409 });
    const { body } = await send('GET', '/v1/staff/payee-accounts?payee=shop:new', { token: auditor });
    expect(body.accounts).toMatchObject([{ state: 'confirmed', holder: 'New Shop', last4: '3000' }]);
    expect(JSON.stringify(body)).not.toContain('DE89');
  });

  test('a statement is kept as PDF and CSV, for a day or a month', async () => {
    const get = (path: string) => app.inject({ url: path, headers: { authorization: `Bearer ${auditor}` } });
    const query = `payee=${PAYEE}&month=2026-03`;
    const csv = await get(`/v1/staff/statements.csv?${query}`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain('capture');
    for (const lang of ['ko', 'en']) {
      const pdf = await get(`/v1/staff/statements.pdf?${query}&lang=${lang}`);
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const month = (await get(`/v1/staff/statements?${query}`)).json();
    expect(month).toMatchObject({ from: '2026-02-28T15:00:00.000Z', until: '2026-03-31T15:00:00.000Z' });
    expect(month.payouts.length).toBeGreaterThan(0);
    expect(month.accounts[0]).toMatchObject({ last4: '7890' });
    for (const wrong of ['month=2026-13', 'day=2026-02-30', 'lang=ko'])
      expect((await get(`/v1/staff/statements?payee=${PAYEE}&${wrong}`)).statusCode).toBe(400);
  });
});
