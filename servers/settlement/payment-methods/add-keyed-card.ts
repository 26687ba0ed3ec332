import type {
  ADD_KEYED_CARD_REFUSALS,
  AddKeyedCard,
  KeyedCards,
  PaymentMethod,
} from '../../../contracts/settlement-payment-methods.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse, rollBack } from '../../../kit/result.ts';
import { type CardPart, openCard } from '../../../kit/sealed-card.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { Acquirer, Card, CardExpiry } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { type FingerprintedCard, hasExpired, saveCard, tokenise } from './save-card.ts';
import { METHOD_COLUMNS, methodOf, type StoredMethod } from './stored-method.ts';

type Refused = RefusalOf<typeof ADD_KEYED_CARD_REFUSALS>;
type KeyedEntry = { payerParty: string; input: AddKeyedCard; evidence: Evidence };

export function keyedCards({ acquirers }: SettlementContext): KeyedCards {
  const parts = acquirers.keyed()?.keyed_cards || [];
  return { taken: parts.length > 0, parts: [...parts] };
}

/**
 * Adds a card that its payer keyed in on a phone. The parts are open only in memory, on their way to the acquirer, which is
 * asked outside any transaction. The entry's id is the set-up's, so the same entry, sent again or at the same time, is one
 * payment method.
 */
export async function addKeyedCard(
  context: SettlementContext,
  { payerParty, input, evidence }: KeyedEntry,
): Promise<Result<PaymentMethod, Refused>> {
  const known = await findEntry(context, payerParty, input);
  if (known !== undefined) return known;
  const allowed = await context.limits.keyedCardsByPayer.consume(`${payerParty} ${input.payer_reference}`);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const acquirer = context.acquirers.keyed();
  if (acquirer === undefined) return refuse('keyed_cards_not_taken');
  const card = await openEntry(context, acquirer, input);
  if (!card.ok) return card;
  if (hasExpired(card.value, context.clock())) return refuse('payment_method_expired');
  const tokenised = await tokenise(context, acquirer, card.value);
  if (!tokenised.ok) return tokenised;
  const { expiry_month, expiry_year } = card.value;
  const saved = await inTransaction(context.db, (tx) =>
    saveEntry(context, tx, { payerParty, input, evidence }, acquirer.name, {
      ...{ expiry_month, expiry_year },
      ...tokenised.value,
    }),
  );
  // The same entry was saved in the meantime, or the id is that of a card session.
  return saved.ok ? saved : ((await findEntry(context, payerParty, input)) ?? saved);
}

/** What an earlier attempt at the entry made. */
async function findEntry(
  context: SettlementContext,
  payerParty: string,
  { card_entry_id, payer_reference }: AddKeyedCard,
): Promise<Result<PaymentMethod, Refused> | undefined> {
  const found = await sql<StoredMethod & { payer_party: string }>`
    select payer_party, ${METHOD_COLUMNS} from payment_methods where setup_id = ${card_entry_id}`.execute(
    context.db,
  );
  if (found.rows[0] === undefined) return undefined;
  const { payer_party, ...method } = found.rows[0];
  const isOwn = payer_party === payerParty && method.payer_reference === payer_reference;
  return isOwn ? done(methodOf(context, method)) : refuse('payment_method_not_found');
}

/** Opens the parts that the acquirer needs, and no others. */
async function openEntry(
  { sealingKeys }: SettlementContext,
  { keyed_cards }: Acquirer,
  input: AddKeyedCard,
): Promise<Result<Card, 'sealed_card_unreadable'>> {
  const openPart = (part: CardPart, jwe: string) => openCard(sealingKeys, jwe, input.card_entry_id, part);
  const number = await openPart('number', input.sealed_number);
  if (!number.ok) return number;
  const expiry = await openPart('expiry', input.sealed_expiry);
  if (!expiry.ok) return expiry;
  const card = {
    card_number: number.value,
    expiry_month: Number(expiry.value.slice(0, 2)),
    expiry_year: 2000 + Number(expiry.value.slice(2)),
  };
  const parts: readonly CardPart[] = keyed_cards || [];
  if (!parts.includes('security_code')) return done(card);
  const securityCode = await openPart('security_code', input.sealed_security_code ?? '');
  return securityCode.ok ? done({ ...card, security_code: securityCode.value }) : securityCode;
}

async function saveEntry(
  context: SettlementContext,
  tx: Tx,
  { payerParty, input, evidence }: KeyedEntry,
  acquirer: string,
  card: FingerprintedCard & CardExpiry,
): Promise<Result<PaymentMethod, Refused>> {
  const now = context.clock();
  const setup = {
    setup_id: input.card_entry_id,
    payer_party: payerParty,
    payer_reference: input.payer_reference,
    acquirer,
  };
  // Card rules forbid keeping a security code, sealed or not. The signature covers the body's digest and stays verifiable.
  const evidenceId = await storeEvidence(tx, { ...evidence, body: Buffer.alloc(0) });
  const made = await sql`
    insert into payment_method_setups
      (setup_id, payer_party, payer_reference, keyed_in, expires_at, used_at, evidence_id, acquirer, created_at)
    values (${setup.setup_id}, ${setup.payer_party}, ${setup.payer_reference}, true, ${now}, ${now}, ${evidenceId}, ${acquirer}, ${now})
    on conflict (setup_id) do nothing
    returning 1`.execute(tx);
  return made.rows.length === 1
    ? done(await saveCard(context, tx, setup, card, card))
    : rollBack(refuse('payment_method_not_found'));
}
