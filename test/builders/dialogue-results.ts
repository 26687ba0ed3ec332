import {
  CONFIRM_HAND_OVER_BY_PROOF_REFUSALS,
  HAND_OVER_BY_PROOF_REFUSALS,
} from '../../contracts/shop-holders.ts';
import { GIFT_STATES } from '../../kit/gift-state.ts';
import type {
  BalanceFact,
  Effect,
  EffectResult,
  NewsFact,
  OfferFact,
  ShopFact,
  StoreFact,
  Tools,
} from '../../servers/management/voice/dialogues/types.ts';

export const PHONE = '+821098765432';
export const MEMBER_NUMBER = '2985091195';
/** Every secret keyed in a walk; none may appear in any state or turn. */
export const SECRETS = ['739258', '816305', '424281', '4242424242424242', '0931'];

export const [PIN = '', OTHER_PIN = '', CODE = '', CARD = '', EXPIRY = ''] = SECRETS;
export const TOOLS: Tools = {
  digestOf: (about, pin) => `digest-${about}-${pin === PIN ? 'a' : 'b'}`,
  seal: () => 'sealed',
};

const shop = (shop_id: string, party: string): ShopFact => ({
  shop_id,
  party,
  settlement: 'settlement',
  name_ko: '하늘상점',
  name_en: 'Haneul Store',
  currency: 'KRW',
  amount_min_minor: 1_000,
  amount_max_minor: 1_000_000,
  suggested_minor: [10_000, 50_000],
});
export const offer = (order_id: string): OfferFact => ({
  order_id,
  phone: PHONE,
  sender_name: '김하늘',
  shop_name_ko: '하늘상점',
  shop_name_en: 'Haneul Store',
  amount_minor: 50_000,
  currency: 'KRW',
  message: '생일 축하해요',
  answer_by: '2026-12-02T09:00:00Z',
});
export const news = (count: number): NewsFact[] =>
  Array.from({ length: count }, (_, i) => ({
    message_id: `message-${i}`,
    locale: 'ko' as const,
    text: '홍길동 님이 선물을 받으셨어요.',
  }));
export const CODE_TO_SAY = {
  about: { message_id: 'message-1', locale: 'ko' as const, text: '인증번호를 알려 드릴게요.' },
  code_sealed: 'sealed',
};
const method = (last4: string) => ({
  payment_method_id: `pm_${last4}`,
  brand: 'visa',
  last4,
  settlement: 'settlement',
});
const shopsOf = (...parties: string[]): EffectResult => ({
  kind: 'shops_listed',
  shops: parties.map((party, i) => shop(`shop-${i}`, party)),
});
const refused = (...codes: string[]): EffectResult[] => codes.map((code) => ({ kind: 'refused', code }));
const orderIn = (...states: string[]): EffectResult[] =>
  states.map((state) => ({ kind: 'order_seen', order_id: 'order-1', state }));
const gift = {
  shop_name_ko: '하늘상점',
  shop_name_en: 'Haneul Store',
  amount_minor: 50_000,
  currency: 'KRW',
  recipient_name: '홍*동',
  state: 'issued',
};
const logged = (...cards: string[]): EffectResult => ({
  kind: 'logged_in',
  member_id: 'member-1',
  masked_name: '김*늘',
  methods: cards.map(method),
});

const phonePinSet = (...cards: string[]): EffectResult => ({
  kind: 'phone_pin_set',
  member_id: 'member-1',
  member_number: MEMBER_NUMBER,
  methods: cards.map(method),
});

/** Every kind of result that an effect can have. */
export function resultsOf(effect: Effect): EffectResult[] {
  switch (effect.kind) {
    case 'choose_locale':
      return [{ kind: 'locale_chosen', locale: effect.locale }];
    case 'log_in':
      return [logged('4242', '0007'), logged(), ...refused('credentials_wrong', 'rate_limited', 'other')];
    case 'list_shops':
      return [shopsOf(), shopsOf('a'), shopsOf('a', 'b'), shopsOf(...'abcdefghij')];
    case 'place_order':
      return [
        ...orderIn('authorised', 'authorising', 'requires_action', 'declined'),
        ...refused('amount_out_of_range', 'payment_method_elsewhere', 'shop_not_found'),
      ];
    case 'look_at_order':
      return [
        ...orderIn('authorised', 'authorising', 'declined', 'voiding', 'refunded'),
        ...refused('other'),
      ];
    case 'name_recipient':
      return [
        {
          kind: 'named',
          named: { phone: effect.phone, masked_name: '홍*동', read_back_id: 'r', recycled: true },
        },
        ...refused(
          'recipient_unknown',
          'phone_number_invalid',
          'read_back_limit',
          'service_unavailable',
          'wrong_state',
        ),
      ];
    case 'confirm':
      return [
        ...orderIn('offered', 'registering', 'declined', 'voiding', 'refunding'),
        ...refused('recipient_changed', 'authorisation_expired'),
      ];
    case 'abandon':
      return [...orderIn('abandoned', 'voiding'), ...refused('wrong_state')];
    case 'list_gifts': {
      const gifts = GIFT_STATES.map((gift_state) => ({ ...gift, gift_state, remaining_minor: null }));
      const used = { ...gift, gift_state: 'partly_used', remaining_minor: 20_000 } as const;
      return [
        { kind: 'gifts_listed', gifts: [...gifts, used], before: null },
        { kind: 'gifts_listed', gifts: [used], before: 'order-0' },
        { kind: 'gifts_listed', gifts: [], before: null },
      ];
    }
    case 'call_back':
      return [{ kind: 'call_back_planned' }, ...refused('rate_limited')];
    case 'look_up_account':
      return [
        { kind: 'account_known', has_mail: false },
        { kind: 'account_known', has_mail: true },
        { kind: 'account_named', masked_name: '이*자', name_sealed: 'sealed', documents: {} },
        {
          ...({ kind: 'account_named', masked_name: '이*자', name_sealed: 'sealed' } as const),
          documents: { terms: 2, privacy: 1 },
        },
        ...refused('recipient_unknown', 'service_unavailable', 'rate_limited'),
        ...refused('number_recycled', 'number_unknown'),
      ];
    case 'join':
      return [phonePinSet(), ...refused('member_exists', 'pin_common', 'consent_required', 'other')];
    case 'send_mail_code':
      return [
        { kind: 'mail_code_sent', request_id: 'request-1' },
        ...refused('rate_limited', 'member_not_found'),
      ];
    case 'prove_mail_code':
      return [{ kind: 'mail_code_proved' }, ...refused('verification_code_wrong', 'other')];
    case 'choose_phone_pin':
      return [phonePinSet('4242', '0007'), ...refused('pin_common', 'member_not_found')];
    case 'tell_member_number':
      return [{ kind: 'member_number_told', member_number: MEMBER_NUMBER }, ...refused('member_not_found')];
    case 'prove_member':
      return [{ kind: 'member_proven' }, ...refused('credentials_wrong', 'rate_limited', 'member_not_found')];
    case 'ask_keyed_cards':
      return [
        { kind: 'keyed_cards', parts: ['number', 'expiry', 'security_code'], can_text: false },
        { kind: 'keyed_cards', parts: ['number', 'expiry'], can_text: true },
        { kind: 'keyed_cards', parts: [], can_text: true },
        { kind: 'keyed_cards', parts: [], can_text: false },
      ];
    case 'seal_card_part':
      return [
        { kind: 'card_part_sealed', entry: { card_entry_id: 'entry-1', sealed: { [effect.part]: 'jwe' } } },
        ...refused('key_unavailable'),
      ];
    case 'add_card':
      return [
        { kind: 'card_added', methods: [method('4242'), method('0007')] },
        ...refused(
          'service_unavailable',
          'payment_method_expired',
          'payment_declined',
          'rate_limited',
          'keyed_cards_not_taken',
          'other',
        ),
      ];
    case 'text_card_link':
      return [{ kind: 'card_link_texted' }, ...refused('rate_limited')];
    case 'accept':
      return [
        { kind: 'accepted', valid_until: '2031-11-25T00:00:00Z', next_offer: null },
        { kind: 'accepted', valid_until: '2031-11-25T00:00:00Z', next_offer: offer('order-2') },
        { kind: 'acceptance_pending' },
        ...refused(
          'already_accepted',
          'already_refused',
          'offer_expired',
          'pin_common',
          'service_unavailable',
        ),
      ];
    case 'refuse':
      return [
        { kind: 'refused_gift', next_offer: null },
        { kind: 'refused_gift', next_offer: offer('order-2') },
        ...refused('already_accepted'),
      ];
    case 'told':
      return [{ kind: 'noted' }];
    case 'look_at_calls':
      return CALLS.map((calls) => ({ kind: 'calls_seen', calls }));
    case 'choose_calls':
      return [{ kind: 'calls_seen', calls: effect.calls }];
    case 'ask_balance':
      return [
        { kind: 'balances', balances: balances(50_000) },
        { kind: 'balances', balances: balances(50_000, 20_000, 0) },
        { kind: 'balances', balances: [] },
        { kind: 'refused', code: 'certificate_expired', expired_on: '2026-11-30' },
        ...refused(
          'pin_or_phone_wrong',
          'certificate_frozen',
          'certificate_locked',
          'rate_limited',
          'service_unavailable',
        ),
      ];
    case 'send_unlock_code':
      return [
        { kind: 'code_sent', by: 'text' },
        { kind: 'code_sent', by: 'call' },
        ...refused('rate_limited', 'service_unavailable'),
      ];
    case 'unlock':
      return [{ kind: 'pin_set' }, ...refused(...CODE_REFUSALS)];
    case 'take_hand_over':
      return [
        { kind: 'taken', balances: balances(50_000) },
        ...refused(...CODE_REFUSALS, 'hand_over_not_found', 'recipient_unknown'),
      ];
    case 'change_pin':
      return [
        { kind: 'pin_set' },
        ...refused(
          'pin_or_phone_wrong',
          'certificate_frozen',
          'certificate_expired',
          'certificate_locked',
          'pin_common',
          'rate_limited',
          'other',
        ),
      ];
    case 'hand_over':
      return [
        { kind: 'hand_over_begun', by: 'call' },
        { kind: 'hand_over_begun', by: 'text' },
        ...refused(...HAND_OVER_BY_PROOF_REFUSALS),
      ];
    case 'confirm_hand_over':
      return [
        { kind: 'handed_over', by: 'call', until: '2026-12-02T09:00:00Z' },
        { kind: 'handed_over', by: 'text', until: '2026-12-02T09:00:00Z' },
        ...refused(...CONFIRM_HAND_OVER_BY_PROOF_REFUSALS),
      ];
    case 'list_districts':
      return [[], [''], ['종로구', '중구', ''], [...'가나다라마바사아자']]
        .map((districts): EffectResult => ({ kind: 'districts_listed', districts }))
        .concat(refused('service_unavailable'));
    case 'list_stores':
      return [0, 1, 5]
        .map((count): EffectResult => ({ kind: 'stores_listed', stores: stores(count) }))
        .concat(refused('service_unavailable'));
  }
}

const CALLS = ['all', 'no_uses', 'none'] as const;
const CODE_REFUSALS = [
  ...['verification_code_wrong', 'verification_code_expired', 'pin_common', 'rate_limited', 'other'],
];
const balances = (...amounts: number[]): BalanceFact[] =>
  amounts.map((amount_minor, i) => ({
    amount_minor,
    currency: 'KRW',
    expires_at: '2031-11-25T00:00:00Z',
    last4: `000${i}`,
  }));
const stores = (count: number): StoreFact[] =>
  Array.from({ length: count }, (_, i) =>
    i === 1
      ? { name: '하늘상점 을지로점' }
      : {
          name: '하늘상점 종로점',
          address: '종로 1',
          opening_hours: '매일 10:00–21:00',
          phone: '+8227301234',
        },
  );
