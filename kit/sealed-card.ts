import type { JWK } from 'jose';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { done, type Result, refuse } from './result.ts';
import { open, seal } from './sealed.ts';
import type { SealingKeyRing } from './sealing-keys.ts';

const TYP = 'seonmul-keyed-card';

/** What is keyed in of a card, in this order; the expiry as MMYY. */
export const CARD_PARTS = ['number', 'expiry', 'security_code'] as const;
export type CardPart = (typeof CARD_PARTS)[number];

const PATTERNS: Record<CardPart, RegExp> = {
  number: /^[0-9]{12,19}$/,
  expiry: /^(0[1-9]|1[0-2])[0-9]{2}$/,
  security_code: /^[0-9]{3,4}$/,
};

const SealedCardPart = Type.Object(
  { card_entry_id: Type.String(), part: Type.Enum([...CARD_PARTS]), digits: Type.String() },
  { additionalProperties: false },
);
export type SealedCardPart = Static<typeof SealedCardPart>;

/** Whether these digits have the form of this part: to ask for them again before they are sealed. */
export function hasFormOf(part: CardPart, digits: string): boolean {
  return PATTERNS[part].test(digits);
}

/**
 * Seals one part of a card for settlement as soon as it is keyed. It can't be opened as another part, or for another
 * entry: parts of two cards can't be mixed.
 */
export function sealCard(publicJwk: JWK, keyed: SealedCardPart): Promise<string> {
  return seal(publicJwk, { typ: TYP, about: subjectOf(keyed) }, keyed);
}

/** Opens a sealed part; the refusal gives no reason, since that would tell an attacker what to change. */
export async function openCard(
  keyRing: SealingKeyRing,
  jwe: string,
  entryId: string,
  part: CardPart,
): Promise<Result<string, 'sealed_card_unreadable'>> {
  const about = subjectOf({ card_entry_id: entryId, part });
  const opened = await open(keyRing, { typ: TYP, about }, jwe);
  return Value.Check(SealedCardPart, opened) && subjectOf(opened) === about && hasFormOf(part, opened.digits)
    ? done(opened.digits)
    : refuse('sealed_card_unreadable');
}

function subjectOf({ card_entry_id, part }: Pick<SealedCardPart, 'card_entry_id' | 'part'>): string {
  return `${card_entry_id} ${part}`;
}
