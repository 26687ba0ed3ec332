import type { CertificateState, RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { gathered } from '../../../kit/gatherer.ts';
import type { Keeping } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { canonicalJson } from '../../../kit/journal/canonical-json.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { packBody } from '../../../kit/signing/stored-body.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import { BOOKS_SUBJECT } from '../books/books.ts';

/** The signed request, or the answer that told of it after a restore, and where its answer is kept. */
export type Received = { evidence: Evidence; keeping: Keeping | null };

type NewCertificate = {
  /** Who is told of it. */
  party: string;
  operator: string;
  input: RegisterCertificate;
  expiresAt: Date;
  answer: CertificateState;
  received: Received;
  at: Date;
};

/**
 * Stores a certificate with its balance, the transfer, the fact, the request and its answer. Those that come at the same time
 * share one statement, and so one transaction; if a key of theirs was used, none is stored, and they are tried in halves.
 * Nobody holds up a set: what it waits for, another's statement with the same certificate or key, takes no longer than itself.
 * False if a certificate is there already, or the books of its currency are not open.
 */
export async function insertCertificate(db: Db, certificate: NewCertificate): Promise<boolean> {
  return insertGathered(db, { ...certificate, trace_id: currentTraceId() });
}

type Item = NewCertificate & { trace_id: string };

const insertGathered = gathered<Db, Item, boolean>({
  fromOf: ({ operator }) => operator,
  keysOf: ({ input }) => [input.certificate_id, input.order_id],
  run: insertSet,
});

async function insertSet(db: Db, items: readonly Item[]): Promise<boolean[]> {
  const rows = items.map(rowOf);
  const of = <T>(member: (row: ReturnType<typeof rowOf>) => T): T[] => rows.map(member);
  const placed = await sql<{ evidence_id: string }>`
    with given as materialized (
      select * from unnest(${of((r) => r.certificate_id)}::uuid[], ${of((r) => r.order_id)}::uuid[],
        ${of((r) => r.operator)}::text[], ${of((r) => r.buyer_name)}::text[], ${of((r) => r.buyer_member_number)}::text[],
        ${of((r) => r.recipient_name)}::text[], ${of((r) => r.recipient_phone)}::text[],
        ${of((r) => r.recipient_email)}::text[], ${of((r) => r.amount_minor)}::bigint[], ${of((r) => r.currency)}::text[],
        ${of((r) => r.expires_at)}::timestamptz[], ${of((r) => r.at)}::timestamptz[], ${of((r) => r.transfer_id)}::uuid[],
        ${of((r) => r.party)}::text[], ${of((r) => r.fact_id)}::uuid[], ${of((r) => r.trace_id)}::text[],
        ${of((r) => r.told)}::text[], ${of((r) => r.evidence_id)}::uuid[], ${of((r) => r.direction)}::text[],
        ${of((r) => r.signer)}::text[], ${of((r) => r.keyid)}::text[], ${of((r) => r.method)}::text[],
        ${of((r) => r.target_uri)}::text[], ${of((r) => r.signed_status)}::int[], ${of((r) => r.headers)}::text[],
        ${of((r) => r.request_headers)}::text[], ${of((r) => r.body)}::bytea[],
        ${of((r) => r.encoding)}::text[], ${of((r) => r.received_at)}::timestamptz[], ${of((r) => r.scope)}::text[],
        ${of((r) => r.key)}::text[], ${of((r) => r.fingerprint)}::bytea[], ${of((r) => r.resource_id)}::uuid[],
        ${of((r) => r.kept_at)}::timestamptz[], ${of((r) => r.status)}::int[], ${of((r) => r.content_type)}::text[],
        ${of((r) => r.answer)}::text[])
        as given (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name, recipient_phone,
          recipient_email, amount_minor, currency, expires_at, at, transfer_id, party, fact_id, trace_id, told, evidence_id,
          direction, signer, keyid, method, target_uri, signed_status, headers, request_headers, body, encoding, received_at, scope, key, fingerprint,
          resource_id, kept_at, status, content_type, answer)),
    placed as (
      insert into certificates (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name,
        recipient_phone, recipient_email, amount_minor, currency, state, expires_at, registered_at, registered_evidence_id)
      select g.certificate_id, g.order_id, g.operator, g.buyer_name, g.buyer_member_number, g.recipient_name,
        g.recipient_phone, g.recipient_email, g.amount_minor, a.currency, 'registered', g.expires_at, g.at, g.evidence_id
      from given g join ledger_accounts a
        on a.code = 'outstanding' and a.subject_id = ${BOOKS_SUBJECT} and a.currency = g.currency
      order by g.certificate_id
      on conflict do nothing returning registered_evidence_id),
    fresh as materialized (
      select g.* from given g where g.evidence_id in (select registered_evidence_id from placed)),
    signed as (
      insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
        request_headers, body, encoding, received_at)
      select evidence_id, direction, signer, keyid, method, target_uri, signed_status, headers::jsonb,
        request_headers::jsonb, body, encoding, received_at
      from fresh),
    opened as (
      insert into certificate_balances (certificate_id, balance_minor, entry_no)
      select certificate_id, amount_minor, 1 from fresh),
    booked as (
      insert into ledger_transfers (transfer_id, kind, debit_account_id, credit_account_id, amount_minor, currency, code,
        subject_id, created_at)
      select f.transfer_id, 'posted', d.account_id, c.account_id, f.amount_minor, d.currency, 'register',
        f.certificate_id::text, f.at
      from fresh f
        join ledger_accounts d on d.code = 'funds' and d.subject_id = ${BOOKS_SUBJECT} and d.currency = f.currency
        join ledger_accounts c on c.code = 'outstanding' and c.subject_id = ${BOOKS_SUBJECT} and c.currency = f.currency),
    noted as (
      insert into journal (at, party, kind, fact_id, subject_id, entry_no, before_minor, delta_minor, after_minor, currency,
        trace_id, body)
      select at, party, 'certificate_registered', fact_id, certificate_id, 1, 0, amount_minor, amount_minor, currency,
        trace_id, told
      from fresh order by certificate_id
      returning fact_id, at, seq),
    named as (insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from noted order by fact_id),
    kept as (
      insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
        body, answered_at)
      select scope, key, fingerprint, resource_id, kept_at, kept_at, status, content_type, answer, kept_at
      from fresh where key is not null order by scope, key)
    select registered_evidence_id as evidence_id from placed`.execute(db);
  const stored = new Set(placed.rows.map(({ evidence_id }) => evidence_id));
  return rows.map(({ evidence_id }) => stored.has(evidence_id));
}

function rowOf({ party, operator, input, expiresAt, answer, received, at, trace_id }: Item) {
  const { certificate_id, order_id, currency } = input;
  const { evidence, keeping } = received;
  const kept = keeping?.answerOf(answer);
  return {
    ...{ certificate_id, order_id, operator, currency, at, party, trace_id },
    buyer_name: input.buyer_name,
    buyer_member_number: input.buyer_member_number,
    recipient_name: input.recipient_name,
    recipient_phone: input.recipient_phone ?? null,
    recipient_email: input.recipient_email ?? null,
    amount_minor: minorFromJson(input.amount_minor),
    expires_at: expiresAt,
    transfer_id: newId(),
    fact_id: derivedId('certificate_registered', certificate_id),
    told: canonicalJson({ certificate_id, order_id, amount_minor: input.amount_minor, currency }),
    evidence_id: newId(),
    direction: evidence.direction,
    signer: evidence.party,
    keyid: evidence.keyid,
    method: evidence.method,
    target_uri: evidence.target_uri,
    signed_status: evidence.status,
    headers: JSON.stringify(evidence.headers),
    request_headers: evidence.request_headers === null ? null : JSON.stringify(evidence.request_headers),
    ...packBody(evidence.body),
    received_at: evidence.received_at,
    scope: keeping?.scope ?? null,
    key: keeping?.key ?? null,
    fingerprint: keeping?.fingerprint[0] ?? null,
    resource_id: keeping?.resourceId ?? null,
    kept_at: keeping?.now ?? null,
    status: kept?.status ?? null,
    content_type: kept?.content_type ?? null,
    answer: kept?.body ?? null,
  };
}
