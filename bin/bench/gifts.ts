import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newCertificateNumber } from '../../kit/check-digits.ts';
import { derivedId } from '../../kit/journal/derived-id.ts';
import { pinDigest } from '../../kit/pin-digest.ts';
import { loadSecrets, type Secrets } from '../../kit/secrets.ts';
import { newToken, tokenDigest } from '../../kit/tokens.ts';
import { sealNumber } from '../../servers/shop/certificates/number-vault.ts';
import { cloneRow } from './clone.ts';

/** The PIN that recipients choose. */
export const PIN = '739258';
/** The PIN of a certificate that was filled in. One PIN for all would look like somebody who tries it at all phones. */
export const pinOf = (n: number) => String(100_000 + ((n * 7_919) % 900_000));
const IN_ONE_GO = 10_000;

export type Kind = 'accepted' | 'offered';
/** Real gifts, bought through the doors, that the others are copies of. */
export type Templates = Readonly<Record<Kind, string>>;
export type Books = { shop: Client; management: Client; shopSecretsFile: string; templates: Templates };

/** Numbers are given in turn to certificates and phones. Each kind has a range of its own. */
const FIRST_PHONE = { accepted: 20_000_000, offered: 40_000_000 };
const ID_PREFIX = { accepted: '01980000-0001', offered: '01980000-0002' };
const hex = (n: number) => n.toString(16).padStart(12, '0');

export const certificateId = (n: number, kind: Kind = 'accepted') => `${ID_PREFIX[kind]}-7000-8000-${hex(n)}`;
export const phoneOf = (n: number, kind: Kind = 'accepted') => `+8210${FIRST_PHONE[kind] + n}`;

/**
 * Adds gifts `from` to `to`, each with its certificate at the shop and its order at management, as their own operations
 * would have left them.
 * @param ownerOf the buyer of a gift.
 * @param amountMinor another amount than the template's.
 */
export async function addGifts(
  books: Books,
  kind: Kind,
  [from, to]: readonly [from: number, to: number],
  ownerOf: (n: number) => string,
  { amountMinor, everyOrder = 1 }: { amountMinor?: number; everyOrder?: number } = {},
): Promise<void> {
  const secrets = loadSecrets(books.shopSecretsFile);
  for (let first = from; first < to; first += IN_ONE_GO) {
    const numbers = range(first, Math.min(first + IN_ONE_GO, to));
    await addCertificates(books, secrets, kind, numbers, amountMinor);
    const ordered = numbers.filter((n) => n % everyOrder === 0);
    if (ordered.length > 0) await addOrders(books, kind, ordered, ownerOf, amountMinor);
  }
}

export const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

async function addCertificates(
  { shop, templates }: Books,
  secrets: Secrets,
  kind: Kind,
  numbers: readonly number[],
  amountMinor: number | undefined,
): Promise<void> {
  const template = `certificate_id = '${templates[kind]}'`;
  const ids = numbers.map((n) => certificateId(n, kind));
  const phones = numbers.map((n) => phoneOf(n, kind));
  const worth = (...columns: string[]) => columnsOf(columns, amountMinor);
  const id = { certificate_id: 'n.id' };
  const identity = { ...id, order_id: 'n.id', recipient_phone: 'n.phone', ...worth('amount_minor') };
  const plain = [
    ['id', 'uuid', ids],
    ['phone', 'text', phones],
  ] as const;
  if (kind === 'offered') await cloneRow(shop, 'certificates', template, plain, identity);
  else {
    const sealed = numbers.map((n) => {
      const certificate_id = certificateId(n, kind);
      return {
        pin: pinDigest(secrets.keyRing('pin_hmac'), {
          certificate_id,
          phone: phoneOf(n, kind),
          pin: pinOf(n),
        }),
        number: sealNumber(secrets, randomBytes, certificate_id, newCertificateNumber(randomBytes)),
      };
    });
    const secret = [
      ['pin_digest', 'bytea', sealed.map(({ pin }) => pin.digest)],
      ['number_digest', 'bytea', sealed.map(({ number }) => number.number_digest)],
      ['number_encrypted', 'bytea', sealed.map(({ number }) => number.number_encrypted)],
    ] as const;
    const own = Object.fromEntries(secret.map(([name]) => [name, `n.${name}`]));
    const columns = { ...identity, phone: 'n.phone', ...own };
    await cloneRow(shop, 'certificates', template, [...plain, ...secret], columns);
  }
  const byId = [['id', 'uuid', ids]] as const;
  await cloneRow(shop, 'certificate_balances', template, byId, { ...id, ...worth('balance_minor') });
  const facts = ids.map((id) => derivedId('certificate_registered', id));
  const first = { orderId: templates[kind], where: 'entry_no = 1' };
  await addFacts(shop, first, ids, facts, worth('delta_minor', 'after_minor'));
}

/** Copies a fact about a gift for each of the others. */
async function addFacts(
  books: Client,
  { orderId, where }: { orderId: string; where: string },
  ids: readonly string[],
  facts: readonly string[],
  worth: Record<string, string>,
): Promise<void> {
  const arrays = [
    ['id', 'uuid', ids],
    ['fact_id', 'uuid', facts],
  ] as const;
  await cloneRow(books, 'journal', `subject_id = '${orderId}' and ${where}`, arrays, {
    subject_id: 'n.id',
    fact_id: 'n.fact_id',
    body: `replace(t.body, '${orderId}', n.id::text)`,
    ...worth,
  });
  await books.query(
    `insert into journal_ids (fact_id, at, seq)
     select fact_id, at, seq from journal where subject_id = any($1::uuid[]) and fact_id = any($2::uuid[])`,
    [ids, facts],
  );
}

function columnsOf(columns: readonly string[], amountMinor: number | undefined): Record<string, string> {
  return amountMinor === undefined ? {} : Object.fromEntries(columns.map((name) => [name, `${amountMinor}`]));
}

async function addOrders(
  { management, templates }: Books,
  kind: Kind,
  numbers: readonly number[],
  ownerOf: (n: number) => string,
  amountMinor: number | undefined,
): Promise<void> {
  const orderId = templates[kind];
  const byOrder = `order_id = '${orderId}'`;
  const account = `(select account_id from ledger_accounts where code = 'certificate' and subject_id = '${orderId}')`;
  const worth = (...columns: string[]) => columnsOf(columns, amountMinor);
  const arrays = [
    ['id', 'uuid', numbers.map((n) => certificateId(n, kind))],
    ['account_id', 'uuid', numbers.map((n) => certificateId(n, kind).replace('-7000-', '-7001-'))],
    ['transfer_id', 'uuid', numbers.map((n) => certificateId(n, kind).replace('-7000-', '-7002-'))],
    ['phone', 'text', numbers.map((n) => phoneOf(n, kind))],
    ['owner', 'uuid', numbers.map(ownerOf)],
  ] as const;
  const clone = (table: string, where: string, columns: Record<string, string>) =>
    cloneRow(management, table, where, arrays, columns);
  await clone('orders', byOrder, {
    order_id: 'n.id',
    member_id: 'n.owner',
    recipient_phone: 'n.phone',
    read_back_id: 'gen_random_uuid()',
    ...(kind === 'accepted' ? { accepted_phone: 'n.phone' } : {}),
    ...worth('amount_minor'),
  });
  const ids = numbers.map((n) => certificateId(n, kind));
  const event = `order_${kind === 'accepted' ? 'accepted' : 'ordered'}`;
  const facts = ids.map((id) => derivedId(event, id));
  await addFacts(management, { orderId, where: `kind = '${event}'` }, ids, facts, {});
  await clone('ledger_accounts', `account_id = ${account}`, {
    account_id: 'n.account_id',
    subject_id: 'n.id::text',
  });
  await clone('ledger_balances', `account_id = ${account}`, {
    account_id: 'n.account_id',
    ...worth('balance_minor'),
  });
  await clone('ledger_transfers', `credit_account_id = ${account}`, {
    transfer_id: 'n.transfer_id',
    credit_account_id: 'n.account_id',
    subject_id: 'n.id::text',
    ...worth('amount_minor'),
  });
  await clone('ledger_entries', `account_id = ${account} and version = 1`, {
    account_id: 'n.account_id',
    transfer_id: 'n.transfer_id',
    ...worth('delta_minor', 'after_minor'),
  });
}

/** Gives offered gifts the links that their recipients get by text, and returns the links' tokens. */
export async function addOfferLinks(management: Client, numbers: readonly number[]): Promise<string[]> {
  const tokens = numbers.map(() => newToken('offer', randomBytes));
  await management.query(
    `insert into offer_links (token_digest, order_id, created_at)
     select digest, id, now() from unnest($1::bytea[], $2::uuid[]) as n(digest, id)`,
    [tokens.map(tokenDigest), numbers.map((n) => certificateId(n, 'offered'))],
  );
  return tokens;
}

/** A cheap way through all numbers below `count` in an order that is the same each time and looks like none. */
export function scattered(count: number, seed: number): (n: number) => number {
  const offset = createHash('sha256').update(String(seed)).digest().readUInt32BE() % count;
  const step = coprime(Math.floor(count * 0.618) || 1, count);
  return (n) => (offset + n * step) % count;
}

function coprime(start: number, count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let step = start;
  while (gcd(step, count) !== 1) step += 1;
  return step;
}
