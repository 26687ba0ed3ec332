import { Value } from 'typebox/value';
import {
  ExpiredNotice,
  IssuedNotice,
  RedeemedNotice,
  ReversedNotice,
} from '../../../contracts/shop-notices.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { type Fact, writeFact } from '../../../kit/journal/write.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import type { IncomingNotice } from '../../../kit/notices/stored-notices.ts';
import { keepFinding } from '../../../kit/restore/findings.ts';
import { postToBooks } from '../books/books.ts';
import { type CertificateRow, lockCertificate, moveBalance } from '../certificates/certificates.ts';
import type { ShopContext } from '../context.ts';
import type { DisputeCalls } from './dispute-calls.ts';
import { releaseForRestored } from './release-holds.ts';

type Replayed = {
  context: ShopContext;
  tx: Tx;
  party: string;
  fact: IncomingNotice;
  epochNo: bigint;
  disputes: DisputeCalls;
};

/** What nobody was told of a use that was restored: its sale's reference. */
const REFERENCE = 'restored';

/**
 * Writes facts again that management was told and this database has lost, and does with balances, books and certificates what
 * was done then. Nobody is told again of any of it. What does not fit is kept as it was told, moves nothing, and is found by
 * staff.
 */
export async function replayFacts(
  { context, disputes }: { context: ShopContext; disputes: DisputeCalls },
  tx: Tx,
  party: string,
  facts: readonly IncomingNotice[],
  epochNo: bigint,
): Promise<void> {
  for (const fact of facts) await replayFact({ context, disputes, tx, party, fact, epochNo });
}

async function replayFact(replayed: Replayed): Promise<void> {
  const { tx, party, fact } = replayed;
  const { content } = fact;
  const id = typeof content.certificate_id === 'string' ? content.certificate_id : undefined;
  const certificate = id === undefined ? undefined : await lockCertificate(tx, party, id);
  if (certificate === undefined) return keepAsTold(replayed, 'certificate_unknown');
  if (fact.kind === 'certificate_issued' && Value.Check(IssuedNotice, content))
    return replayIssue(replayed, certificate, content);
  if (fact.kind === 'certificate_redeemed' && Value.Check(RedeemedNotice, content))
    return replayUse(replayed, certificate, content);
  if (fact.kind === 'redemption_reversed' && Value.Check(ReversedNotice, content))
    return replayReversal(replayed, certificate, content);
  if (fact.kind === 'certificate_expired' && Value.Check(ExpiredNotice, content))
    return replayExpiry(replayed, certificate, content);
  return keepAsTold(replayed, 'kind_unknown');
}

/** A store that was added since the backup is known by the name that management was told. */
async function keepStore(
  replayed: Replayed,
  { store_id, store_name }: { store_id: string; store_name: string },
): Promise<void> {
  const { tx, fact } = replayed;
  const added = await sql`
    insert into stores (store_id, name_ko, name_en, created_at)
    values (${store_id}, ${store_name}, ${store_name}, ${fact.occurred_at}::timestamptz)
    on conflict do nothing returning 1`.execute(tx);
  if (added.rows.length > 0) await find(replayed, 'store_known_by_name', store_id);
}

/** The terminal that printed it is not known, so there is no row of the print. */
async function replayIssue(
  replayed: Replayed,
  { certificate_id }: CertificateRow,
  issue: IssuedNotice,
): Promise<void> {
  const { tx, fact } = replayed;
  await keepStore(replayed, issue);
  await sql`
    update certificates set print_count = greatest(print_count, 1),
      issued_at = coalesce(issued_at, ${fact.occurred_at}::timestamptz)
    where certificate_id = ${certificate_id}`.execute(tx);
  await write(replayed, {});
}

async function replayUse(
  replayed: Replayed,
  certificate: CertificateRow,
  { redemption_id, store_id, currency, ...use }: RedeemedNotice,
): Promise<void> {
  const { tx, fact } = replayed;
  const { certificate_id } = certificate;
  const amount = minorFromJson(use.amount_minor);
  await keepStore(replayed, { store_id, store_name: use.store_name });
  await fillGap(replayed, certificate, use.entry_no);
  if (certificate.balance_minor < amount) return keepAsTold(replayed, 'used_more_than_left', certificate_id);
  if (use.handed_over === true) await noteHandedOver(replayed, certificate_id);
  const sale = await releaseForRestored(
    tx,
    certificate_id,
    redemption_id,
    certificate.balance_minor - amount,
  );
  const entry = await moveBalance(tx, certificate_id, -amount);
  const booking = { debit: 'outstanding', credit: 'redeemed', code: 'redeem', subject_id: store_id } as const;
  await postToBooks(tx, { ...booking, amount_minor: amount, currency }, new Date(fact.occurred_at));
  await write(replayed, {
    parent_id: sale?.sale_id ?? derivedId('restored_sale', redemption_id),
    subject_id: certificate_id,
    entry,
    currency,
    store_id,
    reference: sale?.sale_reference ?? REFERENCE,
  });
}

async function replayReversal(
  replayed: Replayed,
  certificate: CertificateRow,
  { redemption_id, store_id, currency, ...reversal }: ReversedNotice,
): Promise<void> {
  const { tx, fact } = replayed;
  const { certificate_id } = certificate;
  const amount = minorFromJson(reversal.amount_minor);
  await keepStore(replayed, { store_id, store_name: reversal.store_name });
  const found = await sql<{ amount_minor: bigint; parts: bigint; reversed_minor: bigint }>`
    select r.amount_minor, count(v.reversal_id) as parts, coalesce(sum(v.amount_minor), 0)::bigint as reversed_minor
    from redemptions_by_id r left join reversals v using (redemption_id)
    where r.redemption_id = ${redemption_id} and r.certificate_id = ${certificate_id}
    group by r.amount_minor`.execute(tx);
  const [use] = found.rows;
  if (use === undefined || use.reversed_minor + amount > use.amount_minor)
    return keepAsTold(replayed, 'reversal_without_use', certificate_id);
  await fillGap(replayed, certificate, reversal.entry_no);
  const entry = await moveBalance(tx, certificate_id, amount);
  const booking = {
    debit: 'redeemed',
    credit: 'outstanding',
    code: 'reverse',
    subject_id: store_id,
  } as const;
  await postToBooks(tx, { ...booking, amount_minor: amount, currency }, new Date(fact.occurred_at));
  await write(replayed, {
    parent_id: redemption_id,
    line_no: use.parts + 1n,
    subject_id: certificate_id,
    entry,
    currency,
    original_minor: use.amount_minor,
    reversed_minor: use.reversed_minor + amount,
    store_id,
  });
}

async function replayExpiry(
  replayed: Replayed,
  { certificate_id, balance_minor }: CertificateRow,
  { amount_minor, currency }: ExpiredNotice,
): Promise<void> {
  const { tx, fact } = replayed;
  const amount = minorFromJson(amount_minor);
  if (balance_minor < amount) return keepAsTold(replayed, 'expired_with_less_left', certificate_id);
  await releaseForRestored(tx, certificate_id, null, balance_minor - amount);
  const entry = await moveBalance(tx, certificate_id, -amount);
  await sql`
    update certificates set state = 'expired' where certificate_id = ${certificate_id}`.execute(tx);
  const booking = {
    debit: 'outstanding',
    credit: 'expired',
    code: 'expire',
    subject_id: certificate_id,
  } as const;
  await postToBooks(tx, { ...booking, amount_minor: amount, currency }, new Date(fact.occurred_at));
  await write(replayed, { subject_id: certificate_id, entry, currency });
}

/**
 * Entries of which nobody was told: what a dispute had done is done again; what others said, such as an extension or a
 * hand-over, is lost, moved no value, and is written and found.
 */
async function fillGap(replayed: Replayed, { certificate_id }: CertificateRow, next: number): Promise<void> {
  const { context, disputes, tx, fact } = replayed;
  const at = new Date(fact.occurred_at);
  let last = await lastEntryNo(tx, certificate_id);
  if (last + 1n > BigInt(next)) await find(replayed, 'entry_taken', certificate_id);
  while (last + 1n < BigInt(next) && (await disputes.repeatNext(tx, certificate_id, at)))
    last = await lastEntryNo(tx, certificate_id);
  for (let missing = last + 1n; missing < BigInt(next); missing++) {
    const entry = await moveBalance(tx, certificate_id, 0n);
    await writeFact(tx, {
      party: context.signingKey.party,
      kind: 'certificate_not_restored',
      fact_id: derivedId('certificate_not_restored', certificate_id, `${missing}`),
      subject_id: certificate_id,
      entry,
      content: { certificate_id, entry_no: minorToJson(entry.entry_no) },
      at,
      restored_in: replayed.epochNo,
    });
    await find(replayed, 'entry_not_restored', certificate_id);
  }
}

async function lastEntryNo(tx: Tx, certificateId: string): Promise<bigint> {
  const found = await sql<{ entry_no: bigint }>`
    select entry_no from certificate_balances where certificate_id = ${certificateId}`.execute(tx);
  return found.rows[0]?.entry_no ?? 0n;
}

/** A certificate that was used by somebody it was handed over to, while this database doesn't know whom. */
async function noteHandedOver(replayed: Replayed, certificateId: string): Promise<void> {
  const found = await sql<{ is_known: boolean }>`
    select holder_name is not null as is_known from certificates
    where certificate_id = ${certificateId}`.execute(replayed.tx);
  if (found.rows[0]?.is_known === false) await find(replayed, 'hand_over_not_restored', certificateId);
}

async function keepAsTold(replayed: Replayed, kind: string, certificateId?: string): Promise<void> {
  await write(replayed, {});
  await find(replayed, kind, certificateId);
}

async function write({ tx, party, fact, epochNo }: Replayed, more: Partial<Fact>): Promise<void> {
  const { notice_id: fact_id, kind, content, trace_id } = fact;
  const at = new Date(fact.occurred_at);
  await writeFact(tx, { party, kind, fact_id, content, trace_id, at, restored_in: epochNo, ...more });
}

async function find(
  { context, tx, party, fact, epochNo }: Replayed,
  kind: string,
  subject_id?: string,
): Promise<void> {
  const finding = { kind, party, about: fact.notice_id, ...(subject_id === undefined ? {} : { subject_id }) };
  await keepFinding(tx, epochNo, finding, context.clock());
}
