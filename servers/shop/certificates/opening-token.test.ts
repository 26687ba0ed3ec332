import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { type Certificate, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { findOpenable, openFor } from '../opening/openable.ts';
import { OPENED_MAX, OPENING_TOKEN_LENGTH_MAX, readOpening, sealOpening } from './opening-token.ts';

let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let certificate: Certificate;
let nextPhone = 60_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());
beforeEach(async () => {
  nextPhone += 1;
  phone = `+8210${nextPhone}`;
  certificate = await shop.accepted(50_000, { phone });
});

const sell = async (token: string, at = terminal) => {
  const { certificate_id } = certificate;
  const reply = await shop.redeem(at, token, [{ certificate_id, amount_minor: 100 }]);
  return reply.status === 201 ? 'sold' : reply.body.code;
};
const change = (statement: string) => shop.context.pool.query(statement, [certificate.certificate_id]);

test('a sealed token opens what it carries and leaves nothing in the database', async () => {
  const before = await shop.count('verifications');
  expect(await sell(await shop.opened(terminal, { phone }))).toBe('sold');
  expect(await shop.count('verifications')).toBe(before);
});

test('it is good for five minutes, at its terminal, and in no holder’s session', async () => {
  const token = await shop.opened(terminal, { phone });
  expect(await sell(token, await shop.terminal())).toBe('verification_expired');
  const path = `/v1/holder/certificates/${certificate.certificate_id}`;
  expect((await shop.call('GET', path, { token })).body.code).toBe('verification_expired');
  shop.passTime(5 * MINUTE_MS - 1);
  expect(await sell(token)).toBe('sold');
  shop.passTime(1);
  expect(await sell(token)).toBe('verification_expired');
});

test('it ends with another PIN, and so it does when a process of the version before sets that', async () => {
  const token = await shop.opened(terminal, { phone });
  const other = await shop.accepted(1_000, { phone });
  await change('update certificates set pin_replaced_at = now() where certificate_id = $1');
  expect(await sell(token)).toBe('verification_expired');
  // Another certificate of the phone, whose PIN stayed, is opened as before.
  const both = await shop.opened(terminal, { phone });
  await change('update certificates set pin_replaced_at = clock_timestamp() where certificate_id = $1');
  const lines = [{ certificate_id: other.certificate_id, amount_minor: 1 }];
  expect((await shop.redeem(terminal, both, lines)).status).toBe(201);
});

test('it carries as many certificates as fit into a cookie', async () => {
  const opened = Array.from({ length: OPENED_MAX }, (_, n) => ({
    certificate_id: newId(),
    pin_version: n * 1_000_000,
    handed_over: n % 2 === 1,
  }));
  const { token } = sealOpening(shop.context, opened, null);
  expect(token.length).toBeLessThan(OPENING_TOKEN_LENGTH_MAX);
  const opening = await readOpening(shop.context, shop.context.db, token, null);
  expect([...(opening ?? [])]).toEqual(opened.map(({ certificate_id, ...rest }) => [certificate_id, rest]));
});

test('a phone with more certificates than that opens those that expire first', async () => {
  const [one] = await findOpenable(shop.context, { phone });
  if (one === undefined) throw new Error('nothing to open');
  const many = Array.from({ length: OPENED_MAX + 1 }, (_, n) => ({
    ...one,
    certificate_id: newId(),
    expires_at: addMs(one.expires_at, -n),
  }));
  const { certificates } = openFor(shop.context, many, { terminal_id: null, shut: [] });
  expect(certificates).toHaveLength(OPENED_MAX);
  expect(certificates.some(({ certificate_id }) => certificate_id === many[0]?.certificate_id)).toBe(false);
});

test('a holder of many certificates has a session of all of them', async () => {
  for (let n = 0; n < 9; n++) await shop.accepted(1_000, { phone });
  const session = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: PIN } });
  const token = String(session.body.session_token);
  const held = await shop.call('GET', '/v1/holder/certificates', { token });
  expect(held.body.certificates).toHaveLength(10);
});

describe('a token of a process of the version before', () => {
  async function stored(terminal_id: string | null, created_at = shop.now): Promise<string> {
    const token = newToken('verified', randomBytes);
    const verification_id = newId();
    await sql`
      insert into verifications (verification_id, token_digest, terminal_id, phone, expires_at, created_at)
      values (${verification_id}, ${tokenDigest(token)}, ${terminal_id}, ${phone}, ${addMs(created_at, 5 * MINUTE_MS)},
        ${created_at})`.execute(shop.context.db);
    await sql`
      insert into verified_certificates (verification_id, certificate_id)
      values (${verification_id}, ${certificate.certificate_id})`.execute(shop.context.db);
    return token;
  }

  test('is good for its few minutes at its terminal', async () => {
    const token = await stored(terminal.terminal_id);
    expect(await sell(token)).toBe('sold');
    expect(await sell(token, await shop.terminal())).toBe('verification_expired');
    shop.passTime(5 * MINUTE_MS);
    expect(await sell(token)).toBe('verification_expired');
  });

  test('opens the holder’s page', async () => {
    const path = `/v1/holder/certificates/${certificate.certificate_id}`;
    const token = await stored(null);
    expect((await shop.call('GET', path, { token })).status).toBe(200);
  });

  test('ends with another PIN', async () => {
    const token = await stored(terminal.terminal_id);
    shop.passTime(1);
    await sql`
      update certificates set pin_replaced_at = ${shop.now}
      where certificate_id = ${certificate.certificate_id}`.execute(shop.context.db);
    expect(await sell(token)).toBe('certificate_not_found');
  });

  test('ends with another holder', async () => {
    const token = await stored(terminal.terminal_id);
    await change("update certificates set phone = '+821000000000' where certificate_id = $1");
    expect(await sell(token)).toBe('certificate_not_found');
  });
});

test('an opening by a clerk that a process of the version before made says which certificates it opened', async () => {
  const clerk = await shop.signIn(terminal);
  const [opening_id, verification_id] = [newId(), newId()];
  await sql`
    insert into verifications (verification_id, token_digest, phone, expires_at, created_at)
    values (${verification_id}, ${tokenDigest(verification_id)}, ${phone}, ${shop.now}, ${shop.now})`.execute(
    shop.context.db,
  );
  await sql`
    insert into verified_certificates (verification_id, certificate_id)
    values (${verification_id}, ${certificate.certificate_id})`.execute(shop.context.db);
  await sql`
    insert into clerk_openings (opening_id, phone, terminal_id, clerk_id, proof, verification_id, at)
    values (${opening_id}, ${phone}, ${terminal.terminal_id}, ${clerk.clerk_id}, 'code', ${verification_id},
      ${shop.now})`.execute(shop.context.db);
  const named = await sql<{ certificate_ids: string[] }>`
    select certificate_ids::text[] as certificate_ids from clerk_openings
    where opening_id = ${opening_id}`.execute(shop.context.db);
  expect(named.rows).toEqual([{ certificate_ids: [certificate.certificate_id] }]);
});
