import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Acquirer, CardAtAcquirer, CardPageRequest, CardPlace } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { fingerprintOf, saveCard } from './save-card.ts';

type Session = {
  setup_id: string;
  payer_party: string;
  payer_reference: string;
  return_url: string | null;
  acquirer: string;
  acquirer_reference: string | null;
  used_at: Date | null;
  expires_at: Date;
};

type Visit =
  | (CardPlace & { failed?: boolean })
  | { kind: 'entered'; payment_method_id: string }
  | { kind: 'closed' }
  | { kind: 'unknown' };

/**
 * Where a card session stands whose card is entered at the acquirer's own page; undefined if it is entered at ours. The first
 * visit opens that page, or the acquirer's element in a page of ours. The payer comes back to the same link, and what was entered
 * is read from the acquirer, outside any transaction, and saved once. A link from before leads to the same page and the same card.
 */
export async function visitCardPage(
  context: SettlementContext,
  token: string,
  returned: Readonly<Record<string, string>> = {},
): Promise<Visit | undefined> {
  const session = await findSession(context.db, token);
  if (session === undefined) return undefined;
  const acquirer = context.acquirers.find(session.acquirer);
  if (acquirer !== undefined && acquirer.card_page === undefined) return undefined;
  if (session.used_at !== null) return savedCard(context.db, session);
  // The operator has taken it out of the list.
  if (acquirer?.card_page === undefined) return { kind: 'closed' };
  const { card_page } = acquirer;
  const { acquirer_reference: reference } = session;
  const hasExpired = session.expires_at <= context.clock();
  const request = requestFor(context, session, token);
  if (reference === null)
    return hasExpired ? { kind: 'closed' } : openPage(context, card_page, session, request);
  const page = await card_page.read({ ...request, reference, returned });
  if (page.kind === 'entered') return saveEntered(context, session, page.card);
  // A page of the acquirer's own closes by itself.
  return page.kind === 'element' && hasExpired ? { kind: 'closed' } : page;
}

function requestFor(
  { publicUrl }: SettlementContext,
  { setup_id, return_url }: Session,
  token: string,
): CardPageRequest {
  const link = `${publicUrl}/v1/card-entries/${token}`;
  return { setup_id, return_url: link, cancel_url: return_url ?? link };
}

async function findSession(executor: Executor, token: string): Promise<Session | undefined> {
  const found = await sql<Session>`
    select setup_id, payer_party, payer_reference, return_url, acquirer, acquirer_reference, used_at, expires_at
    from payment_method_setups where token_digest = ${tokenDigest(token)}`.execute(executor);
  return found.rows[0];
}

/** Of two visits at the same time one saves its page; the other's is never used. */
async function openPage(
  { db }: SettlementContext,
  page: NonNullable<Acquirer['card_page']>,
  { setup_id }: Session,
  request: CardPageRequest,
): Promise<Visit> {
  const opened = await page.open(request);
  if (opened.kind === 'unknown') return opened;
  const saved = await sql`
    update payment_method_setups set acquirer_reference = ${opened.reference}
    where setup_id = ${setup_id} and acquirer_reference is null returning 1`.execute(db);
  return saved.rows.length === 0 ? { kind: 'unknown' } : opened.at;
}

async function saveEntered(
  context: SettlementContext,
  session: Session,
  { fingerprint, expiry, ...card }: CardAtAcquirer,
): Promise<Visit> {
  const { setup_id, acquirer } = session;
  return inTransaction(context.db, async (tx) => {
    const taken = await sql`
      update payment_method_setups set used_at = ${context.clock()}
      where setup_id = ${setup_id} and used_at is null returning 1`.execute(tx);
    if (taken.rows.length === 0) return savedCard(tx, session);
    const card_fingerprint =
      fingerprint === null ? null : fingerprintOf(context, `${acquirer} ${fingerprint}`);
    const { payment_method_id } = await saveCard(context, tx, session, expiry, { ...card, card_fingerprint });
    return { kind: 'entered', payment_method_id };
  });
}

async function savedCard(executor: Executor, { setup_id }: Session): Promise<Visit> {
  const found = await sql<{ payment_method_id: string }>`
    select payment_method_id from payment_methods where setup_id = ${setup_id}`.execute(executor);
  const [method] = found.rows;
  return method === undefined ? { kind: 'closed' } : { kind: 'entered', ...method };
}
