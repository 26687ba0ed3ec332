import type { CardPart } from '../../../../kit/sealed-card.ts';
import type { MainLocale } from '../../../../kit/words/index.ts';

export type MethodFact = { payment_method_id: string; brand: string; last4: string; settlement: string };

/** The parts of a card that have been keyed in, each sealed for settlement: nobody here can read them. */
export type CardEntry = { card_entry_id: string; sealed: Partial<Record<CardPart, string>> };

export type CardFact = {
  /** The parts that are asked for; none if no card can be added by phone. */
  parts: readonly CardPart[];
  /** Whether the member can use a link to the website, and has a phone that takes texts. */
  can_text: boolean;
  last4?: string;
  entry?: CardEntry;
};

export type CardEffect =
  | { kind: 'ask_keyed_cards'; member_id: string }
  /** The only place where a part is readable: an effect is performed, and never stored. */
  | { kind: 'seal_card_part'; part: CardPart; digits: string; entry: CardEntry | null }
  | { kind: 'add_card'; member_id: string; entry: CardEntry }
  | { kind: 'text_card_link'; member_id: string; locale: MainLocale };

export type CardResult =
  | { kind: 'keyed_cards'; parts: readonly CardPart[]; can_text: boolean }
  | { kind: 'card_part_sealed'; entry: CardEntry }
  | { kind: 'card_added'; methods: MethodFact[] }
  | { kind: 'card_link_texted' };
