import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { newMemberNumber } from '../../kit/check-digits.ts';
import { textOf } from '../walkthrough/doors.ts';
import { addCard, CARDS, type World } from '../walkthrough/people.ts';
import { anAddress, ask, forAll } from './ask.ts';
import { cloneRow } from './clone.ts';
import { range } from './gifts.ts';

const AT_ONCE = 8;
const FIRST_BUYER_PHONE = 50_000_000;
const FIRST_GIVER_PHONE = 60_000_000;
const FIRST_RECIPIENT_PHONE = 31_000_000;
const demo = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../sandbox/demo/${file}`, import.meta.url), 'utf8'));

/** A till's session, opened with the signature of a device that was enrolled as it. */
export type Till = { token: string };
export type BenchBuyer = { member_id: string; token: string; card: string };

/** The office adds terminals to its stores, and a device is enrolled as each. */
export async function enrolTills(shop: string, count: number): Promise<Till[]> {
  const [{ login, password }] = demo('shop.json').staff;
  const office = await ask('POST', `${shop}/v1/office/sessions`, { body: { login, password } });
  const token = textOf(office, 'session_token');
  const { stores } = await ask('GET', `${shop}/v1/office/stores`, { token });
  const ids = (stores as Record<string, unknown>[]).map((store) => textOf(store, 'store_id'));
  return forAll(range(0, count), AT_ONCE, async (n) => {
    const body = { store_id: ids[n % ids.length], name: `Till ${n + 1}` };
    const added = await ask('POST', `${shop}/v1/office/terminals`, { token, body });
    const terminal = `${shop}/v1/office/terminals/${textOf(added, 'terminal_id')}`;
    const made = await ask('POST', `${terminal}/enrolment-codes`, { token });
    return { token: await openTill(shop, textOf(made, 'enrolment_code')) };
  });
}

async function openTill(shop: string, code: string): Promise<string> {
  const from = anAddress();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { kty, crv, x } = publicKey.export({ format: 'jwk' });
  const enrolment = { code, public_jwk: { kty, crv, x } };
  const enrolled = await ask('POST', `${shop}/v1/terminals/enrolments`, { body: enrolment, from });
  const terminal_id = textOf(enrolled, 'terminal_id');
  const asked = await ask('POST', `${shop}/v1/terminals/${terminal_id}/challenges`, { from });
  const challenge = textOf(asked, 'challenge');
  const signature = sign(null, Buffer.from(`seonmul-terminal:${challenge}`), privateKey).toString(
    'base64url',
  );
  const body = { terminal_id, challenge, signature };
  return textOf(await ask('POST', `${shop}/v1/terminal-sessions`, { body, from }), 'session_token');
}

/**
 * Copies of the demo's buyer with their own number, address and card. They log in and add the card themselves; the test
 * acquirer knows only a few cards, so each one's is then made to look like no other's. Staff have lifted their limits.
 */
export async function addBuyers(
  world: World,
  management: Client,
  url: string,
  count: number,
): Promise<BenchBuyer[]> {
  const [{ member_id: copied, password }] = demo('management.json').members;
  const ids = range(0, count).map(() => randomUUID());
  const emails = ids.map((_, n) => `buyer-${n}@example.com`);
  const arrays = [
    ['id', 'uuid', ids],
    ['email', 'text', emails],
    ['mobile', 'text', ids.map((_, n) => `+8210${FIRST_BUYER_PHONE + n}`)],
    ['number', 'text', ids.map(() => newMemberNumber(randomBytes))],
  ] as const;
  await cloneRow(management, 'members', `member_id = '${copied}'`, arrays, {
    member_id: 'n.id',
    email: 'n.email',
    mobile: 'n.mobile',
    member_number: 'n.number',
    reach_lifted_until: "now() + interval '30 days'",
  });
  const buyers = await forAll(ids, AT_ONCE / 4, async (member_id, n) => {
    const body = { email: emails[n], password };
    const session = await ask('POST', `${url}/v1/sessions`, { body, from: anAddress() });
    const token = textOf(session, 'session_token');
    const card = await addCard({ door: world.management.with(token) }, CARDS.approved);
    return { member_id, token, card };
  });
  await management.query(
    "update payment_methods set card_fingerprint = 'bench-' || member_id where member_id = any($1::uuid[])",
    [ids],
  );
  return buyers;
}

/**
 * Members who bought what the fill has given away, each with a card of their own; nobody logs in as one of them. Copies of a
 * buyer. Returns their ids.
 */
export async function addGivers(
  management: Client,
  { member_id: copied, card }: BenchBuyer,
  from: number,
  to: number,
): Promise<string[]> {
  const numbers = range(from, to);
  const ids = numbers.map(() => randomUUID());
  const arrays = [
    ['id', 'uuid', ids],
    ['email', 'text', numbers.map((n) => `giver-${n}@example.com`)],
    ['mobile', 'text', numbers.map((n) => `+8210${FIRST_GIVER_PHONE + n}`)],
    // None of them is one that a member would get: of as many by chance, two would be the same.
    ['number', 'text', numbers.map((n) => `0${String(n).padStart(9, '0')}`)],
  ] as const;
  await cloneRow(management, 'members', `member_id = '${copied}'`, arrays, {
    member_id: 'n.id',
    email: 'n.email',
    mobile: 'n.mobile',
    member_number: 'n.number',
  });
  await cloneRow(management, 'payment_methods', `payment_method_id = '${card}'`, [['id', 'uuid', ids]], {
    payment_method_id: "'pm_' || replace(n.id::text, '-', '')",
    member_id: 'n.id',
    card_fingerprint: "'bench-' || n.id",
  });
  return ids;
}

export const recipientPhone = (n: number) => `+8210${FIRST_RECIPIENT_PHONE + n}`;

/** Subscribers at the carrier, whom gifts are bought for. */
export async function addRecipients(carrier: Client, count: number): Promise<void> {
  const phones = range(0, count).map(recipientPhone);
  await cloneRow(carrier, 'subscribers', "name ~ '^[가-힣]{3}$'", [['phone', 'text', phones]], {
    phone_number: 'n.phone',
  });
}
