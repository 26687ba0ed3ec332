import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS } from '../kit/clock.ts';
import { sql } from '../kit/db/sql.ts';
import { newId } from '../kit/ids.ts';
import { beginEpoch } from '../kit/journal/epoch.ts';
import { type StoredBody, unpackBody } from '../kit/signing/stored-body.ts';
import { noticeAccountChanges } from '../servers/shop/office/account-changes.ts';
import { followAccountProposals } from '../servers/shop/office/follow-account-proposals.ts';
import { sendAccountProposals } from '../servers/shop/office/send-account-proposals.ts';
import { aStaffSession } from './builders/sessions.ts';
import { aShopBesideSettlement } from './builders/shop-beside-settlement.ts';

let both: Awaited<ReturnType<typeof aShopBesideSettlement>>;
let owner: string;
let second: string;
let treasurer: string;
let other: string;
beforeAll(async () => {
  both = await aShopBesideSettlement();
});
afterAll(() => both?.close());
beforeEach(async () => {
  both.time.now = addMs(both.time.now, MINUTE_MS);
  [owner, second] = [await aStaffSession(both.shop, 'owner'), await aStaffSession(both.shop, 'owner')];
  treasurer = await aStaffSession(both.settlement, 'treasurer');
  other = await aStaffSession(both.settlement, 'treasurer');
});

const OFFICE = '/v1/office/account-proposals';
const STAFF = '/v1/staff/account-proposals';
const NUMBER = '110-234-567890';
const SAID = '110234567890';

type Shown = Record<string, unknown> & { proposal_id: string; state: string };

const typed = (about: object = {}) => ({
  ...{ currency: 'KRW', account: { bank_code: '088', number: NUMBER }, holder: '하늘상점' },
  ...about,
});
const enter = (about: object = {}, { token = owner, key = newId() } = {}) =>
  both.shop.send('POST', OFFICE, { token, body: typed(about), key });
const confirm = (id: string, token = second, key = newId()) =>
  both.shop.send('POST', `${OFFICE}/${id}/confirmations`, { token, key });
const withdraw = (id: string, token = owner) =>
  both.shop.send('POST', `${OFFICE}/${id}/withdrawal`, { token });
const shown = async (id: string, token = owner) => {
  const { body } = await both.shop.send('GET', OFFICE, { token });
  return (body.proposals as Shown[]).find(({ proposal_id }) => proposal_id === id);
};
const waiting = async () => {
  const { body } = await both.settlement.send('GET', STAFF, { token: treasurer });
  return body.proposals as Shown[];
};
const takeOver = (id: string, token = treasurer) =>
  both.settlement.send('POST', `${STAFF}/${id}/takeover`, { token });
const refuse = (id: string) =>
  both.settlement.send('POST', `${STAFF}/${id}/refusals`, {
    token: treasurer,
    body: { reason: 'not yours, says the bank' },
  });
const send = () => sendAccountProposals(both.shop.context);
const follow = () => followAccountProposals(both.shop.context);

/** Entered and confirmed; returns its id. */
async function confirmed(about: object = {}): Promise<string> {
  const entered = await enter(about);
  expect(entered.status).toBe(201);
  const id = String(entered.body.proposal_id);
  expect((await confirm(id)).status).toBe(201);
  return id;
}

async function sent(about: object = {}): Promise<string> {
  const id = await confirmed(about);
  expect(await send()).toBe(1);
  return id;
}

describe('an account that the shop wants to be paid to', () => {
  test('is in force once two people here and two people at settlement have agreed', async () => {
    const entered = await enter({}, { key: '1' });
    const id = String(entered.body.proposal_id);
    expect((await enter({}, { key: '1' })).body).toEqual(entered.body);
    expect(await shown(id)).toMatchObject({
      ...{ state: 'entered', bank_code: '088', last4: '7890', holder: '하늘상점', is_own: true },
      confirmed_by: null,
    });
    expect(await send()).toBe(0);
    expect(await waiting()).toEqual([]);
    expect((await confirm(id, owner)).body).toMatchObject({ code: 'other_person_needed' });
    expect(await send()).toBe(0);

    expect((await confirm(id, second, '2')).status).toBe(201);
    expect((await confirm(id, second, '2')).status).toBe(201);
    expect((await confirm(id)).body).toMatchObject({ code: 'wrong_state' });
    expect((await withdraw(id)).body).toMatchObject({ code: 'wrong_state' });
    expect(await shown(id)).toMatchObject({ state: 'confirmed', confirmed_by: expect.any(String) });
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(await shown(id)).toMatchObject({ state: 'sent', holder: null });

    expect(await waiting()).toMatchObject([
      { proposal_id: id, payee: 'shop:haneul', last4: '7890', holder: '하늘상점', paid_to: null },
    ]);
    const taken = await takeOver(id);
    expect(taken).toMatchObject({ status: 201, body: { state: 'entered', last4: '7890' } });
    expect((await takeOver(id)).body).toMatchObject({ code: 'wrong_state' });
    await follow();
    expect(await shown(id)).toMatchObject({ state: 'taken_over' });

    const account = `/v1/staff/payee-accounts/${taken.body.account_id}/confirmations`;
    const own = await both.settlement.send('POST', account, { token: treasurer });
    expect(own.body).toMatchObject({ code: 'other_person_needed' });
    both.time.now = addMs(both.time.now, MINUTE_MS);
    expect((await both.settlement.send('POST', account, { token: other })).status).toBe(201);
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    expect(await shown(id)).toMatchObject({ state: 'in_force', since: both.time.now.toISOString() });
    // Whoever is told about changes is told about this one.
    expect(await noticeAccountChanges(both.shop.context)).toBe(2);
  });

  test('that settlement refuses shows the reason, and so does one whose account is refused', async () => {
    const first = await sent();
    expect((await refuse(first)).status).toBe(201);
    expect((await refuse(first)).body).toMatchObject({ code: 'wrong_state' });
    const last = await sent();
    const { body } = await takeOver(last);
    const path = `/v1/staff/payee-accounts/${body.account_id}/refusals`;
    await both.settlement.send('POST', path, { token: treasurer, body: { reason: 'no such account' } });
    await follow();
    expect(await shown(first)).toMatchObject({ state: 'refused', reason: 'not yours, says the bank' });
    expect(await shown(last)).toMatchObject({ state: 'refused', reason: 'no such account' });
  });

  test('is replaced by what the shop asks for after it', async () => {
    const [before, after] = [await sent(), await sent({ account: { iban: 'DE89 3704 0044 0532 0130 00' } })];
    expect(await waiting()).toMatchObject([
      { proposal_id: after, kind: 'iban', bank_code: null, last4: '3000' },
    ]);
    await follow();
    expect(await shown(before)).toMatchObject({ state: 'replaced' });
    expect((await takeOver(before)).body).toMatchObject({ code: 'wrong_state' });
    await refuse(after);
  });

  test('that nobody confirms expires, and another may be entered', async () => {
    const { body } = await enter();
    const id = String(body.proposal_id);
    expect((await enter()).body).toMatchObject({ code: 'wrong_state' });
    expect((await enter({ currency: 'EUR' })).status).toBe(201);
    const lasting = await aStaffSession(both.shop, 'owner', 4 * DAY_MS);
    both.time.now = addMs(both.time.now, 3 * DAY_MS);
    expect((await confirm(id, lasting)).body).toMatchObject({ code: 'wrong_state' });
    expect(await send()).toBe(0);
    expect(await shown(id, lasting)).toMatchObject({ state: 'expired', holder: null });
    const again = await enter({}, { token: lasting });
    expect(again.status).toBe(201);
    expect((await withdraw(String(again.body.proposal_id), lasting)).status).toBe(200);
  });

  test('is withdrawn by any owner, and not confirmed any more', async () => {
    const { body } = await enter();
    const id = String(body.proposal_id);
    expect((await withdraw(id, second)).status).toBe(200);
    expect((await confirm(id)).body).toMatchObject({ code: 'wrong_state' });
    expect(await shown(id)).toMatchObject({ state: 'withdrawn', holder: null });
  });

  test.each([
    ['a wrong check digit', { account: { iban: 'DE88 3704 0044 0532 0130 00' } }, 'bank_account_invalid'],
    ['no number', { account: { bank_code: '088', number: '12' } }, 'bank_account_invalid'],
    ['no name', { holder: ' ' }, 'name_invalid'],
  ])('with %s is refused', async (_what, about, code) => {
    expect(await enter(about)).toMatchObject({ status: 422, body: { code } });
  });

  test('that is not there is not found, at neither server', async () => {
    const code = 'account_proposal_not_found';
    for (const reply of [await confirm(newId()), await withdraw(newId()), await takeOver(newId())])
      expect(reply).toMatchObject({ status: 404, body: { code } });
    expect(await refuse(newId())).toMatchObject({ status: 404, body: { code } });
  });
});

test('auditors look and decide nothing, clerks don’t see it', async () => {
  const { body } = await enter();
  const id = String(body.proposal_id);
  const auditor = await aStaffSession(both.shop, 'auditor');
  expect(await shown(id, auditor)).toMatchObject({ is_own: false });
  const clerk = await aStaffSession(both.shop, 'clerk');
  expect((await both.shop.send('GET', OFFICE, { token: clerk })).status).toBe(403);
  for (const token of [auditor, clerk]) {
    expect((await enter({ currency: 'EUR' }, { token })).status).toBe(403);
    expect((await confirm(id, token)).status).toBe(403);
    expect((await withdraw(id, token)).status).toBe(403);
  }
  await withdraw(id);
  const there = await aStaffSession(both.settlement, 'auditor');
  expect((await both.settlement.send('GET', STAFF, { token: there })).status).toBe(200);
  expect((await takeOver(newId(), there)).status).toBe(403);
});

test('only who they are moments ago may enter or confirm', async () => {
  const { body } = await enter();
  await sql`update staff_sessions set proved_at = ${addMs(both.time.now, -MINUTE_MS * 11)}`.execute(
    both.shop.context.db,
  );
  const code = 'proof_required';
  expect((await enter({ currency: 'EUR' })).body).toMatchObject({ code });
  expect((await confirm(String(body.proposal_id))).body).toMatchObject({ code });
  expect((await withdraw(String(body.proposal_id))).status).toBe(200);
});

test('number and holder are in neither database, and in no message', async () => {
  const id = await confirmed({ holder: '보이지않는이름' });
  const rows = async (query: ReturnType<typeof sql<{ row: string }>>, of: 'shop' | 'settlement') =>
    (await query.execute(both[of].context.db)).rows.map(({ row }) => row).join('\n');
  const held = () => sql<{ row: string }>`
    select encode(coalesce(account_sealed, ''), 'escape') || last4 as row from account_proposals
    where proposal_id = ${id}`;
  const messages = async () => {
    const found = await sql<StoredBody>`
      select body, encoding from signed_messages where target_uri like '%/account-proposals'`.execute(
      both.settlement.context.db,
    );
    return found.rows.map((row) => unpackBody(row).toString()).join('\n');
  };
  const bodies = () => sql<{ row: string }>`select body as row from calls where call_id = ${id}`;
  const before = await rows(held(), 'shop');
  expect(before).toContain('7890');
  await send();
  const everything = [
    before,
    ...(await Promise.all([rows(held(), 'settlement'), messages()])),
    await rows(bodies(), 'shop'),
    await rows(sql<{ row: string }>`select body as row from journal where subject_id = ${id}`, 'settlement'),
  ];
  for (const text of everything) {
    expect(text).not.toBe('');
    expect(text).not.toContain(SAID);
    expect(text).not.toContain('보이지않는이름');
  }
  const kept = await sql<{ signed: bigint }>`
    select count(*) as signed from account_proposals p join signed_messages m on m.message_id = p.evidence_id
    where p.proposal_id = ${id} and m.party = 'shop:haneul'`.execute(both.settlement.context.db);
  expect(kept.rows).toEqual([{ signed: 1n }]);
  await refuse(id);
});

test('the databases, too, insist on a second person and on a reason', async () => {
  const { body } = await enter();
  const id = String(body.proposal_id);
  await expect(
    sql`update account_proposals set state = 'confirmed', confirmed_by = entered_by, confirmed_at = now()
      where proposal_id = ${id}`.execute(both.shop.context.db),
  ).rejects.toThrow('proposal_confirmed_by_another');
  await expect(
    sql`update account_proposals set state = 'sent', account_sealed = null where proposal_id = ${id}`.execute(
      both.shop.context.db,
    ),
  ).rejects.toThrow('proposal_sent_once_confirmed');
  await withdraw(id);
  const there = await sent();
  await expect(
    sql`update account_proposals set state = 'taken_over', account_sealed = null, decided_at = now()
      where proposal_id = ${there}`.execute(both.settlement.context.db),
  ).rejects.toThrow('proposal_decided_by_somebody');
  await refuse(there);
});

test('two processes that send at once ask settlement once', async () => {
  const id = await confirmed();
  const counts = await Promise.all([send(), send()]);
  expect(Math.max(...counts)).toBe(1);
  expect((await waiting()).map(({ proposal_id }) => proposal_id)).toEqual([id]);
  await refuse(id);
});

describe('after a restore', () => {
  test('of the shop nothing that had not been sent is confirmed or sent', async () => {
    const { db, clock } = both.shop.context;
    const entered = String((await enter({ currency: 'EUR' })).body.proposal_id);
    const ready = await confirmed();
    await beginEpoch(db, { reason: 'restored' }, clock());
    expect((await confirm(entered)).body).toMatchObject({ code: 'from_before_restore' });
    expect(await send()).toBe(0);
    expect(await waiting()).toEqual([]);
    for (const id of [entered, ready])
      expect(await shown(id)).toMatchObject({ state: 'outdated', holder: null });
    both.time.now = addMs(both.time.now, MINUTE_MS);
    const again = await sent();
    await refuse(again);
  });

  test('of settlement nothing that waited is taken over or confirmed, and the shop asks again', async () => {
    const taken = await takeOver(await sent({ currency: 'EUR' }));
    const id = await sent();
    const { db, clock } = both.settlement.context;
    await beginEpoch(db, { reason: 'restored' }, clock());
    expect(await waiting()).toMatchObject([{ proposal_id: id, state: 'outdated' }]);
    expect((await takeOver(id)).body).toMatchObject({ code: 'from_before_restore' });
    const account = `/v1/staff/payee-accounts/${taken.body.account_id}`;
    const late = await both.settlement.send('POST', `${account}/confirmations`, { token: other });
    expect(late.body).toMatchObject({ code: 'from_before_restore' });
    await follow();
    expect(await shown(id)).toMatchObject({ state: 'forgotten' });
    both.time.now = addMs(both.time.now, MINUTE_MS);
    const again = await sent();
    expect((await waiting()).map(({ proposal_id }) => proposal_id)).toEqual([again]);
    await refuse(again);
  });

  test('what settlement has lost altogether shows so, and nothing is asked for again', async () => {
    const id = await sent();
    await follow();
    both.time.now = addMs(both.time.now, MINUTE_MS);
    await asOwner(['delete from account_proposals where proposal_id = $1', id]);
    expect(await follow()).toBe(1);
    expect(await shown(id)).toMatchObject({ state: 'forgotten' });
    expect(await send()).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  test('of settlement an account that has ended since is paid to no more', async () => {
    const currency = 'USD';
    const inForce = async () => {
      const taken = await takeOver(await sent({ currency }));
      const path = `/v1/staff/payee-accounts/${taken.body.account_id}/confirmations`;
      expect((await both.settlement.send('POST', path, { token: other })).status).toBe(201);
      return String(taken.body.account_id);
    };
    const [before, after] = [await inForce(), await inForce()];
    await noticeAccountChanges(both.shop.context);
    await asOwner(
      ['delete from account_proposals where account_id = $1', after],
      ['delete from payee_accounts where account_id = $1', after],
      [
        'delete from journal_ids where fact_id in (select fact_id from journal where subject_id = $1)',
        before,
      ],
      ['delete from journal where subject_id = $1', before],
      [
        "update payee_accounts set state = 'confirmed', ended_at = null, reason = null where account_id = $1",
        before,
      ],
    );
    const { context } = both.settlement;
    await beginEpoch(context.db, { reason: 'restored' }, context.clock());
    expect(await both.settlement.endAccounts()).toBe(true);
    expect(await both.settlement.endAccounts()).toBe(true);
    const found = await sql<{ state: string; reason: string | null; kind: string }>`
      select a.state, a.reason, f.kind from payee_accounts a join restore_findings f on f.subject_id = a.account_id
      where a.account_id = ${before}`.execute(context.db);
    expect(found.rows).toEqual([
      { state: 'ended', reason: 'ended_before_restore', kind: 'account_ended_since' },
    ]);
  });
});

/** What a restore does to settlement's database. */
async function asOwner(...statements: (readonly [string, string])[]): Promise<void> {
  const client = new Client({ connectionString: both.settlement.context.ownerUrl });
  await client.connect();
  for (const [text, id] of statements) await client.query(text, [id]);
  await client.end();
}
