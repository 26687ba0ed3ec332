import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import {
  aLineOf,
  aMemberOf,
  atTerminal,
  PASSWORD,
  PHONE_PIN,
  type TestMember,
} from '../../../test/builders/members.ts';
import { createManagementApp } from '../app.ts';

const ME = '/v1/members/me';
let management: TestManagement;
let app: App;
let member: TestMember;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
beforeEach(async () => {
  member = await aMemberOf(management, app);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const anybody = () => aDoor(app);
const logIn = (credentials: object) => anybody()('POST', '/v1/sessions', credentials);
const refused = (status: number, code: string) => ({ status, body: { code } });

async function toldAt(address: string): Promise<string[]> {
  const found = await sql<{ kind: string }>`
    select kind from messages where address = ${address} and kind <> 'account.verification_code'
    order by message_id`.execute(management.context.db);
  return found.rows.map(({ kind }) => kind);
}

const onThePhone = () => aLineOf(management, app, member, 'phone');

describe('a new password', () => {
  const change = (old_password: string, new_password: string, key?: string) =>
    member.door('POST', `${ME}/password`, { old_password, new_password }, key);
  const NEW = 'seven green kettles';

  test('takes the old one, ends all other sessions, and is told', async () => {
    const elsewhere = await onThePhone();
    const key = randomUUID();
    const changed = await change(PASSWORD, NEW, key);
    expect(changed).toMatchObject({ status: 200, body: { changed: true } });
    expect((await change(PASSWORD, NEW, key)).text).toBe(changed.text);
    // As after an answer that never came: it is done.
    expect(await change(PASSWORD, NEW)).toMatchObject({ status: 200 });
    expect(await elsewhere('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
    expect(await member.door('GET', ME)).toMatchObject({ status: 200 });
    expect(await toldAt(member.mobile)).toEqual(['account.password_changed']);
    expect(await logIn({ email: member.email, password: PASSWORD })).toMatchObject(
      refused(401, 'credentials_wrong'),
    );
    expect(await logIn({ email: member.email, password: NEW })).toMatchObject({ status: 201 });
  });

  test.each([
    ['the wrong old one, and a weak new one', 'not this one at all', 'short', 401, 'credentials_wrong'],
    ['a weak new one', PASSWORD, 'password123', 422, 'password_too_weak'],
    ['nothing', PASSWORD, '', 400, 'validation_failed'],
  ])('is refused for %s', async (_what, old, next, status, code) => {
    expect(await change(old, next)).toMatchObject(refused(status, code));
    expect(await logIn({ email: member.email, password: PASSWORD })).toMatchObject({ status: 201 });
  });

  test('is not a way to guess the old one', async () => {
    for (let time = 0; time < 10; time++) await change(`guess number ${time}`, NEW);
    expect(await change(PASSWORD, NEW)).toMatchObject(refused(429, 'rate_limited'));
  });

  test('of two at once one wins, and only that one logs in', async () => {
    const wishes = ['three blue lanterns', 'eleven red umbrellas'];
    const both = await Promise.all(wishes.map((wish) => change(PASSWORD, wish)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const [index, wish] of wishes.entries())
      expect((await logIn({ email: member.email, password: wish })).status).toBe(
        both[index]?.status === 200 ? 201 : 401,
      );
  });

  test('leaves no session that is opened by the old one while it changes', async () => {
    const { db } = management.context;
    const changed = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const changing = inTransaction(db, async (tx) => {
      await sql`update members set password_hash = 'changed' where member_id = ${member.member_id}`.execute(
        tx,
      );
      changed.resolve();
      await mayCommit.promise;
    });
    await changed.promise;
    // It compares the old password with what is still committed, then waits for the change.
    const loggingIn = logIn({ email: member.email, password: PASSWORD });
    await untilBlocked(loggingIn);
    mayCommit.resolve();
    await changing;
    expect(await loggingIn).toMatchObject(refused(401, 'credentials_wrong'));
  });
});

/** Until a statement waits for a lock, or what should have waited is over without. */
async function untilBlocked(begun: Promise<unknown>): Promise<void> {
  let isOver = false;
  void begun.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const waiting = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      management.context.db,
    );
    if (waiting.rows.length > 0) return;
    await new Promise((later) => setTimeout(later, 10));
  }
}

describe('a new phone PIN', () => {
  const change = (old_phone_pin: string, new_phone_pin: string) =>
    member.door('POST', `${ME}/phone-pin`, { old_phone_pin, new_phone_pin });

  test('takes the old one, and ends all other sessions', async () => {
    const elsewhere = await onThePhone();
    expect(await change(PHONE_PIN, '804175')).toMatchObject({ status: 200 });
    expect(await elsewhere('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
    const { member_number } = member;
    const by = (phone_pin: string) => atTerminal(management, app, { member_number, phone_pin });
    expect(await by(PHONE_PIN)).toMatchObject(refused(401, 'credentials_wrong'));
    expect(await by('804175')).toMatchObject({ status: 201 });
  });

  test.each([
    ['804176', '111111', 401, 'credentials_wrong'],
    [PHONE_PIN, '111111', 422, 'pin_repeated'],
    [PHONE_PIN, '654321', 422, 'pin_sequence'],
    [PHONE_PIN, '12a456', 422, 'pin_not_digits'],
    [PHONE_PIN, '12345', 422, 'pin_wrong_length'],
    ['1', '482915', 422, 'pin_wrong_length'],
  ])('%s to %s is refused: %i %s', async (old, next, status, code) => {
    expect(await change(old, next)).toMatchObject(refused(status, code));
  });
});
