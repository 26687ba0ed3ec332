import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type RefusalOf, refusals } from '../../../kit/result.ts';
import { BOOKS_SUBJECT } from '../books/books.ts';
import { CLERK_IDLE_MS, NOTED_MS } from '../clerks/sign-in.ts';
import type { RedeemOperation } from './redeem-operation.ts';

/** The refusal of a sale is that of its first refused line. */
export const REDEEM_REFUSALS = refusals(
  'verification_expired', // also after a new PIN
  'certificate_not_found', // not opened by this verification
  'certificate_frozen',
  'certificate_not_active',
  'insufficient_balance',
);

export type RedeemRefusal = RefusalOf<typeof REDEEM_REFUSALS>;

/**
 * What became of a line. `no_session`: its terminal has no open session under its token. `known`: its sale's key was used
 * before. `locked`: its certificate is, by somebody else. `again`: nothing speaks against it, but other lines of its sale
 * do, or other sales of the batch may have taken what it needs.
 */
export type RedeemedLine = {
  op_no: number;
  line_no: number;
  outcome: RedeemRefusal | 'done' | 'no_session' | 'known' | 'locked' | 'again';
  /** Of a line that is done. */
  after_minor: bigint | null;
  currency: string | null;
  handed_over: boolean | null;
  store_id: string | null;
  store_name: string | null;
  /** The session of the clerk who is signed in, where it is to be noted that it is in use. */
  clerk_session_id: string | null;
};

/**
 * Decides on all sales of a batch and makes those that are possible, in one statement and so in one transaction:
 * - the terminal's session and the clerk's are looked up here, so that a blocked terminal sells nothing from now on;
 * - a sale whose key was used is left to `known-sales.ts`; its fact is found by the id of its first line;
 * - balances are locked without waiting, so nobody else's lock holds up the batch, and no two batches can deadlock;
 * - several sales may name one certificate: they are taken in order, as long as all lines of each are covered; one that a
 *   neighbour leaves too little for is put back, and refused only if it exceeds what is there without its neighbours;
 * - the journal gets a row a line, its body in canonical form (RFC 8785); the ledger gets one transfer a store and batch,
 *   between accounts without a balance row, so that no row is hot.
 * Facts are named in the order of their ids, so that batches with the same keys wait for each other in one order. Parts
 * that sort have few columns, since a part's width is paid for in every batch.
 */
export async function redeemBatch(
  executor: Executor,
  operations: readonly RedeemOperation[],
  now: Date,
): Promise<RedeemedLine[]> {
  const lines = operations.flatMap((operation, op_no) =>
    operation.lines.map((line, line_no) => ({ ...line, operation, op_no, line_no })),
  );
  const of = <T>(member: (line: (typeof lines)[number]) => T): T[] => lines.map(member);
  const ids = of(({ certificate_id }) => certificate_id);
  const result = await sql<RedeemedLine>`
    with checked as materialized (
      select l.op_no, l.line_no, l.fact_id, l.certificate_id, l.amount_minor, l.sale_id, l.fingerprint, l.terminal_id,
        l.reference, l.trace_id, c.currency, c.operator, c.order_id, c.holder_name is not null as handed_over,
        b.balance_minor, b.available_minor, b.entry_no, t.store_id, s.name_ko as store_name, k.session_id, k.clerk_id,
        k.used_at,
        case
          when t.terminal_id is null then 'no_session'
          when i.fact_id is not null or u.key is not null then 'known'
          when not l.is_open then 'verification_expired'
          when l.pin_version is null or c.certificate_id is null then 'certificate_not_found'
          when b.certificate_id is null then 'locked'
          when c.state = 'frozen' or c.locked_since is not null then 'certificate_frozen'
          when b.pin_version <> l.pin_version then 'verification_expired'
          when c.state <> 'active' or c.expires_at <= ${now} then 'certificate_not_active'
          when b.available_minor < l.amount_minor then 'insufficient_balance'
        end as outcome
      from unnest(${of(({ op_no }) => op_no)}::int[], ${of(({ line_no }) => line_no)}::int[],
          ${of(({ redemption_id }) => redemption_id)}::uuid[], ${ids}::uuid[],
          ${of(({ amount_minor }) => amount_minor)}::bigint[], ${of(({ pin_version }) => pin_version)}::int[],
          ${of(({ operation }) => operation.isOpen)}::boolean[], ${of(({ operation }) => operation.saleId)}::uuid[],
          ${of(({ operation }) => operation.fingerprint)}::bytea[], ${of(({ operation }) => operation.key)}::text[],
          ${of(({ operation }) => operation.terminal_id)}::uuid[], ${of(({ operation }) => operation.session)}::bytea[],
          ${of(({ operation }) => operation.saleReference)}::text[], ${of(({ operation }) => operation.traceId)}::text[])
          as l (op_no, line_no, fact_id, certificate_id, amount_minor, pin_version, is_open, sale_id, fingerprint, key,
            terminal_id, session, reference, trace_id)
        left join terminal_sessions x on x.token_digest = l.session and x.terminal_id = l.terminal_id
          and x.ended_at is null and x.expires_at > ${now}
        left join terminals t on t.terminal_id = x.terminal_id and t.blocked_at is null
        left join stores s on s.store_id = t.store_id
        left join clerk_sessions k on k.terminal_id = t.terminal_id and k.ended_at is null
          and k.used_at > ${addMs(now, -CLERK_IDLE_MS)}
        left join journal_ids i on i.fact_id = l.fact_id
        left join idempotency_keys u on u.scope = 'terminal:' || l.terminal_id::text and u.key = l.key
        left join certificates c on c.certificate_id = l.certificate_id
        left join lateral (
          select certificate_id, balance_minor, balance_minor - held_minor as available_minor, entry_no, pin_version
          from certificate_balances b where b.certificate_id = l.certificate_id for no key update skip locked) b on true),
    fitting as materialized (
      select op_no, line_no, certificate_id, amount_minor, balance_minor, entry_no,
        sum(amount_minor) over (partition by certificate_id order by op_no) <= available_minor as fits
      from checked where op_no <> all (array(select op_no from checked where outcome is not null))),
    good as materialized (
      select op_no, line_no, certificate_id, balance_minor - sum(amount_minor) over in_order as after_minor,
        entry_no + row_number() over in_order as new_entry_no
      from fitting where op_no <> all (array(select op_no from fitting where not fits))
      window in_order as (partition by certificate_id order by op_no)),
    moved as (
      update certificate_balances b set balance_minor = m.after_minor, entry_no = m.entry_no
      from (select certificate_id, min(after_minor)::bigint as after_minor, max(new_entry_no) as entry_no
        from good group by certificate_id) m
      where b.certificate_id = m.certificate_id),
    written as (
      insert into journal (at, party, kind, fact_id, parent_id, line_no, subject_id, entry_no, before_minor, delta_minor,
        after_minor, currency, store_id, terminal_id, clerk_id, reference, fingerprint, trace_id, body)
      select ${now}::timestamptz, operator, 'certificate_redeemed', fact_id, sale_id, line_no, c.certificate_id, new_entry_no,
        after_minor + amount_minor, -amount_minor, after_minor, currency, store_id, terminal_id, clerk_id, reference,
        fingerprint, trace_id,
        '{"amount_minor":' || amount_minor || ',"balance_minor":' || after_minor || ',"certificate_id":"'
          || c.certificate_id || '","channel":"store","currency":"' || currency || '","entry_no":' || new_entry_no
          || ',"handed_over":' || handed_over || ',"order_id":"' || order_id || '","redemption_id":"' || fact_id
          || '","store_id":"' || store_id || '","store_name":' || to_json(store_name)::text || '}'
      from good join checked c using (op_no, line_no) order by op_no, line_no
      returning fact_id, at, seq),
    named as (
      insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from written order by fact_id),
    booked as (
      insert into ledger_transfers
        (transfer_id, kind, debit_account_id, credit_account_id, amount_minor, currency, code, subject_id, created_at)
      select g.transfer_id, 'posted', o.account_id, r.account_id, g.amount_minor, g.currency, 'redeem', g.store_id,
        ${now}::timestamptz
      from (select min(fact_id::text)::uuid as transfer_id, sum(amount_minor)::bigint as amount_minor, currency,
          store_id::text as store_id from good join checked using (op_no, line_no) group by store_id, currency) g
        join ledger_accounts o on o.code = 'outstanding' and o.subject_id = ${BOOKS_SUBJECT} and o.currency = g.currency
        join ledger_accounts r on r.code = 'redeemed' and r.subject_id = ${BOOKS_SUBJECT} and r.currency = g.currency)
    select c.op_no, c.line_no, coalesce(c.outcome, case when g.op_no is null then 'again' else 'done' end) as outcome,
      g.after_minor::bigint as after_minor, c.currency, c.handed_over, c.store_id, c.store_name,
      case when c.used_at <= ${addMs(now, -NOTED_MS)} then c.session_id end as clerk_session_id
    from checked c left join good g using (op_no, line_no)
    where c.op_no is not null and c.line_no is not null
    order by c.op_no, c.line_no`.execute(executor);
  return result.rows;
}
