import { sql } from '../../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../../kit/db/transaction.ts';
import { sealCard } from '../../../../kit/sealed-card.ts';
import { words } from '../../../../kit/words/index.ts';
import { type ManagementContext, settlementOf } from '../../context.ts';
import { addKeyedCard, keyedCardsTaken } from '../../members/payment-methods/keyed-cards.ts';
import { listPaymentMethods } from '../../members/payment-methods/payment-methods.ts';
import { queueText, wasQueued } from '../../messages/queue-message.ts';
import { sealingKeyOf } from '../../offers/sealing-key.ts';
import { shopOf } from '../../shops/shops.ts';
import type { CallRow } from '../call-rows.ts';
import type { EffectResult } from '../dialogues/types.ts';
import { methodFact } from './buy.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

/** Which parts of a card to ask for; if settlement takes none or does not answer, whether a link can be texted instead. */
export async function askKeyedCards(
  context: ManagementContext,
  { member_id }: EffectOf<'ask_keyed_cards'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const asked = await keyedCardsTaken(context, await shopInCall(context, call));
  const parts = asked.ok && asked.value.taken ? asked.value.parts : [];
  return { kind: 'keyed_cards', parts, can_text: (await mobileOnWeb(context.db, member_id)) !== null };
}

/** The mobile of a member who can log in on the website. */
async function mobileOnWeb(executor: Executor, memberId: string): Promise<string | null> {
  const found = await sql<{ mobile: string | null }>`
    select mobile from members where member_id = ${memberId} and password_hash is not null`.execute(executor);
  return found.rows[0]?.mobile ?? null;
}

/** The shop that the caller buys from, whose settlement server takes the card; before one is chosen, the first takes it. */
async function shopInCall(
  { db }: ManagementContext,
  { state }: CallRow,
): Promise<{ settlement: string | null }> {
  const { shop } = state.facts;
  return shop === undefined ? { settlement: null } : shopOf(db, shop);
}

/** Seals one part as soon as it is keyed in. The effect id of the first is the entry's. */
export async function sealCardPart(
  context: ManagementContext,
  { part, digits, entry }: EffectOf<'seal_card_part'>,
  { call, effectId }: EffectCall,
): Promise<EffectResult> {
  const shop = await shopInCall(context, call);
  const key = await sealingKeyOf(context, settlementOf(context, shop).party);
  if (key === undefined) return { kind: 'refused', code: 'key_unavailable' };
  const { card_entry_id, sealed } = entry ?? { card_entry_id: effectId, sealed: {} };
  const jwe = await sealCard(key, { card_entry_id, part, digits });
  return { kind: 'card_part_sealed', entry: { card_entry_id, sealed: { ...sealed, [part]: jwe } } };
}

export async function addCard(
  context: ManagementContext,
  { member_id, entry: { card_entry_id, sealed } }: EffectOf<'add_card'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const { number: sealed_number = '', expiry: sealed_expiry = '', security_code } = sealed;
  const added = await addKeyedCard(context, await shopInCall(context, call), member_id, {
    card_entry_id,
    sealed_number,
    sealed_expiry,
    ...(security_code === undefined ? {} : { sealed_security_code: security_code }),
  });
  if (!added.ok) return { kind: 'refused', code: added.code };
  return { kind: 'card_added', methods: (await listPaymentMethods(context, member_id)).map(methodFact) };
}

/** Texts a member where to add a card; once, if the input is handled again. */
export async function textCardLink(
  context: ManagementContext,
  { member_id, locale }: EffectOf<'text_card_link'>,
  { effectId }: EffectCall,
): Promise<EffectResult> {
  const allowed = await context.limits.cardLinksByMember.consume(member_id);
  if (!allowed.ok) return { kind: 'refused', code: 'rate_limited' };
  return inTransaction(context.db, async (tx): Promise<EffectResult> => {
    const to = await mobileOnWeb(tx, member_id);
    if (to === null) return { kind: 'refused', code: 'member_not_found' };
    const text = words(locale).t('dialogue.card_link', { link: `${context.publicUrl}/me` });
    if (!(await wasQueued(tx, effectId)))
      await queueText(context, tx, { to, locale, text, subject_id: effectId });
    return { kind: 'card_link_texted' };
  });
}
