import type { FastifyRequest } from 'fastify';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Fingerprint } from '../../../kit/idempotency.ts';
import { type RefusalOf, refusals } from '../../../kit/result.ts';
import { BOOKS_SUBJECT } from '../books/books.ts';
import type { Till } from '../stores/places.ts';

/** The refusal of a sale is that of its first refused line. */
export const REDEEM_REFUSALS = refusals(
  'verification_expired',
  'certificate_not_found', // not opened by this verification
  'certificate_not_active',
  'insufficient_balance',
);

/** One sale of a batch. */
export type RedeemOperation = {
  scope: string;
  key: string;
  fingerprint: Fingerprint;
  request: FastifyRequest;
  /** Where it is sold, and by which clerk, if one is signed in. */
  till: Till & { clerk_id: string | null };
  tokenDigest: Buffer;
  saleId: string;
  saleReference: string;
  traceId: string;
  lines: { certificateId: string; amountMinor: bigint; redemptionId: string }[];
};

export type RedeemedLine = {
  op_no: number;
  certificate_id: string;
  redemption_id: string;
  amount_minor: bigint;
  currency: string | null;
  /** Why this line is refused, or null. A sale with a refused line moves no value. */
  refusal: RefusalOf<typeof REDEEM_REFUSALS> | null;
  available_minor: bigint | null;
  after_minor: bigint | null;
  /** Whether someone other than the recipient holds it: the shop tells them, management the recipient. */
  handed_over: boolean | null;
};

/** Claims the idempotency keys of a batch. Returns the positions of the new ones. */
export async function claimKeys(
  tx: Executor,
  operations: readonly RedeemOperation[],
  now: Date,
): Promise<Set<number>> {
  const rows = operations.map(({ scope, key, fingerprint, saleId }, op_no) => ({
    op_no,
    scope,
    key,
    fingerprint: fingerprint[0].toString('hex'),
    resource_id: saleId,
  }));
  const claimed = await sql<{ scope: string; key: string }>`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
    select scope, key, decode(fingerprint, 'hex'), resource_id, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as k(op_no int, scope text, key text, fingerprint text, resource_id uuid)
    order by scope, key
    on conflict (scope, key) do nothing
    returning scope, key`.execute(tx);
  const names = new Set(claimed.rows.map(({ scope, key }) => `${scope} ${key}`));
  return new Set(rows.filter(({ scope, key }) => names.has(`${scope} ${key}`)).map(({ op_no }) => op_no));
}

/**
 * Checks all sales of a batch, debits the balances and writes the facts to the journal in one statement. No two
 * sales of a batch name the same certificate, so each balance row is read and updated once. Balances are locked in the
 * order of their ids, so that batches of several processes can't deadlock. No row is common to all sales, so there is no
 * hot row; the ledger gets one transfer per store and batch, between accounts without a balance row.
 */
export async function redeemBatch(
  tx: Executor,
  operations: readonly (readonly [opNo: number, operation: RedeemOperation])[],
  now: Date,
): Promise<RedeemedLine[]> {
  const sales = operations.map(([op_no, { tokenDigest, till, saleId, saleReference, traceId }]) => ({
    op_no,
    token_digest: tokenDigest.toString('hex'),
    terminal_id: till.terminal_id,
    clerk_id: till.clerk_id,
    store_id: till.store_id,
    store_name: till.store_name,
    sale_id: saleId,
    sale_reference: saleReference,
    trace_id: traceId,
  }));
  const lines = operations.flatMap(([op_no, operation]) =>
    operation.lines.map(({ certificateId, amountMinor, redemptionId }, line_no) => ({
      op_no,
      line_no,
      certificate_id: certificateId,
      amount_minor: `${amountMinor}`,
      redemption_id: redemptionId,
    })),
  );
  const result = await sql<RedeemedLine>`
    with sales as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(sales)}::jsonb) as s(op_no int, token_digest text,
        terminal_id uuid, clerk_id uuid, store_id uuid, store_name text, sale_id uuid, sale_reference text, trace_id text)),
    lines as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(op_no int, line_no int,
        certificate_id uuid, amount_minor bigint, redemption_id uuid)
      where certificate_id is not null and amount_minor is not null and redemption_id is not null),
    locked as materialized (
      select certificate_id, balance_minor - held_minor as available_minor from certificate_balances
      where certificate_id in (select certificate_id from lines)
      order by certificate_id for update),
    checked as materialized (
      select l.*, c.currency, c.operator, c.order_id,
        c.holder_name is not null as handed_over, k.available_minor,
        case
          when v.verification_id is null then 'verification_expired'
          when c.certificate_id is null then 'certificate_not_found'
          when c.state <> 'active' or c.expires_at <= ${now} then 'certificate_not_active'
          when k.available_minor < l.amount_minor then 'insufficient_balance'
        end as refusal
      from lines l
      join sales s using (op_no)
      left join verifications v on v.token_digest = decode(s.token_digest, 'hex')
        and v.terminal_id = s.terminal_id and v.expires_at > ${now}
      left join verified_certificates vc on vc.verification_id = v.verification_id and vc.certificate_id = l.certificate_id
      left join certificates c on c.certificate_id = vc.certificate_id and c.phone = v.phone
      left join locked k on k.certificate_id = l.certificate_id),
    accepted as materialized (
      select * from checked
      where op_no not in (select op_no from checked where refusal is not null)),
    moved as (
      update certificate_balances b
      set balance_minor = b.balance_minor - g.amount_minor, entry_no = b.entry_no + 1
      from accepted g where b.certificate_id = g.certificate_id
      returning b.certificate_id, b.balance_minor as after_minor, b.entry_no),
    entered as (
      insert into journal (at, party, kind, fact_id, parent_id, line_no, subject_id, entry_no, before_minor, delta_minor,
        after_minor, currency, store_id, terminal_id, clerk_id, reference, trace_id, body)
      select ${now}::timestamptz, g.operator, 'certificate_redeemed', g.redemption_id, s.sale_id, g.line_no, certificate_id,
        m.entry_no, m.after_minor + g.amount_minor, -g.amount_minor, m.after_minor, g.currency, s.store_id, s.terminal_id,
        s.clerk_id, s.sale_reference, s.trace_id,
        canonical_object(jsonb_build_object(
          'certificate_id', certificate_id, 'order_id', g.order_id, 'redemption_id', g.redemption_id,
          'amount_minor', g.amount_minor, 'balance_minor', m.after_minor, 'currency', g.currency,
          'store_id', s.store_id, 'store_name', s.store_name, 'entry_no', m.entry_no, 'channel', 'store',
          'handed_over', g.handed_over))
      from moved m join accepted g using (certificate_id) join sales s using (op_no)
      order by g.op_no, g.line_no
      returning fact_id, at, seq),
    named as (
      insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from entered),
    booked as (
      insert into ledger_transfers
        (transfer_id, kind, debit_account_id, credit_account_id, amount_minor, currency, code, subject_id, created_at)
      select (array_agg(g.redemption_id order by g.redemption_id))[1], 'posted', o.account_id, r.account_id,
        sum(g.amount_minor)::bigint, g.currency, 'redeem', s.store_id::text, ${now}::timestamptz
      from moved m join accepted g using (certificate_id) join sales s using (op_no)
      join ledger_accounts o on o.code = 'outstanding' and o.subject_id = ${BOOKS_SUBJECT} and o.currency = g.currency
      join ledger_accounts r on r.code = 'redeemed' and r.subject_id = ${BOOKS_SUBJECT} and r.currency = g.currency
      group by s.store_id, g.currency, o.account_id, r.account_id)
    select c.op_no, c.certificate_id, c.redemption_id, c.amount_minor, c.currency, c.refusal, c.available_minor,
      m.after_minor, c.handed_over
    from checked c left join moved m using (certificate_id)
    order by c.op_no, c.line_no`.execute(tx);
  return result.rows;
}

/** Stores the responses of a batch under their keys. */
export async function storeAnswers(
  tx: Executor,
  answers: readonly { scope: string; key: string; status: number; content_type: string; body: string }[],
  now: Date,
): Promise<void> {
  await sql`
    update idempotency_keys k
    set status = a.status, content_type = a.content_type, body = a.body, answered_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      as a(scope text, key text, status int, content_type text, body text)
    where k.scope = a.scope and k.key = a.key`.execute(tx);
}
