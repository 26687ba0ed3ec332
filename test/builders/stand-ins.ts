import type { JWK } from 'jose';
import { DISPUTES_PATH, type Dispute } from '../../contracts/settlement-disputes.ts';
import type {
  AddKeyedCard,
  PaymentMethod,
  PaymentMethodUses,
} from '../../contracts/settlement-payment-methods.ts';
import type { Payment } from '../../contracts/settlement-payments.ts';
import type { RequestPayout } from '../../contracts/settlement-payouts.ts';
import type { ShopWindow, ShownShop } from '../../contracts/shop-windows.ts';
import { newId } from '../../kit/ids.ts';
import { isMobile } from '../../kit/phone.ts';
import type { CardPart } from '../../kit/sealed-card.ts';
import { type generateSealingKeyPair, type HolderProof, openPin, openProof } from '../../kit/sealed-pin.ts';
import type { Behaviour, PeerAnswer } from './signed-peer.ts';

export type TestCertificate = {
  state: 'registered' | 'active' | 'frozen' | 'cancelled';
  /** What is left, if some of it was used. */
  left?: number;
  /** Why the shop keeps it when its buyer wants an accepted one back. */
  kept?: string;
  pin?: string;
  phone?: string;
};

/** Whom the shop has as a member, and what a holder who calls can prove. */
type Known = {
  member: { phone: string; name: string };
  holder: { phone: string; pin: string; code: string };
};

/** The cards that settlement has, what it takes by phone, and the key that these are sealed with. */
/** `KeyedCards`, as a test changes it. */
export type TestKeyedCards = { taken: boolean; parts: CardPart[] };
/** What settlement says of every payout, also in words that this version doesn't know. */
export type TestPayouts = { status: string; return_reason?: string };
type Cards = {
  cards: Map<string, PaymentMethod>;
  keyedCards: TestKeyedCards;
  disputes?: Dispute[];
  publicJwk?: JWK;
  /** Where each can be used; missing at one that can't be asked. */
  uses?: Map<string, Use>;
};
type Use = PaymentMethodUses['payment_methods'][number];

/** Takes every card, and never opens one: an entry becomes the payment method that the test finds under its id. */
function keyedCard(method: string, body: unknown, { cards, keyedCards }: Cards): PeerAnswer {
  if (method === 'GET') return { status: 200, body: keyedCards };
  const { card_entry_id, payer_reference } = body as AddKeyedCard;
  const made = cards.get(card_entry_id) ?? {
    payment_method_id: `pm_${card_entry_id.replaceAll('-', '')}`,
    payer_reference,
    ...{ brand: 'visa', last4: '4242', expiry_month: 12, expiry_year: 2090 },
  };
  cards.set(card_entry_id, made);
  return { status: 201, body: made };
}

function toldOf(all: readonly Dispute[], path: string): PeerAnswer {
  const after = Number(path.split('=').at(-1));
  const disputes = all
    .filter(({ position }) => position > after)
    .toSorted((a, b) => a.position - b.position)
    .slice(0, 100);
  const last_position = Math.max(0, ...all.map(({ position }) => position));
  return {
    status: 200,
    body: { disputes, read_up_to: disputes.at(-1)?.position ?? after, last_position },
  };
}

/** Settlement, as far as management needs it: payments by order, payouts and cards. */
export function aSettlementStandIn(
  payments: Map<string, Payment>,
  next: Partial<Payment>[],
  taken: Cards = { cards: new Map(), keyedCards: { taken: false, parts: [] } },
  payouts: TestPayouts = { status: 'paid' },
): Behaviour {
  const paidOut = new Map<string, object>();
  return ({ method, path, body }) => {
    const asked = (body ?? {}) as { order_id: string; amount_minor: number; currency: string };
    const [, , , kind, , orderId = asked.order_id, verb] = path.split('/');
    if (kind === 'payouts') {
      if (method === 'GET')
        return { status: 200, body: { ...paidOut.get(path.split('/').at(-1) ?? ''), ...payouts } };
      const { gross_minor, commission_minor, payout_id, payee, currency } = asked as unknown as RequestPayout;
      const net_minor = gross_minor - commission_minor;
      paidOut.set(payout_id, { payout_id, payee, gross_minor, commission_minor, net_minor, currency });
      return { status: 201, body: { ...paidOut.get(payout_id), ...payouts } };
    }
    if (kind === 'payment-method-setups') {
      const card_entry_url = 'http://settlement.test/v1/cards/once';
      return {
        status: 201,
        body: { setup_id: newId(), card_entry_url, expires_at: new Date().toISOString() },
      };
    }
    if (kind === 'sealing-keys') return { status: 200, body: { keys: [taken.publicJwk] } };
    if (kind === 'keyed-cards') return keyedCard(method, body, taken);
    if (kind?.startsWith('payment-methods?') && taken.uses !== undefined)
      return { status: 200, body: { payment_methods: [...taken.uses.values()] } };
    if (kind === 'payment-methods') {
      const card = taken.cards.get(path.split('/').at(-1) ?? '');
      return card === undefined
        ? { status: 404, body: { code: 'payment_method_not_found' } }
        : { status: 200, body: card };
    }
    if (path.startsWith(DISPUTES_PATH)) return toldOf(taken.disputes ?? [], path);
    const known = payments.get(orderId);
    if (verb === undefined && method === 'POST') {
      const made: Payment = {
        payment_id: newId(),
        order_id: orderId,
        status: known?.status === 'voided' ? 'declined' : 'authorised',
        amount_minor: asked.amount_minor,
        captured_minor: 0,
        refunded_minor: 0,
        currency: asked.currency,
        ...next.shift(),
      };
      payments.set(orderId, made);
      return { status: 201, body: made };
    }
    if (known === undefined) {
      if (verb !== 'voids') return { status: 404, body: { code: 'payment_not_found' } };
      const kept: Payment = {
        payment_id: newId(),
        order_id: orderId,
        status: 'voided',
        amount_minor: 1,
        captured_minor: 0,
        refunded_minor: 0,
        currency: 'KRW',
      };
      payments.set(orderId, kept);
      return { status: 200, body: kept };
    }
    const refunded = known.refunded_minor + (asked.amount_minor ?? 0);
    if (verb === 'refunds' && refunded > known.captured_minor)
      return { status: 422, body: { code: 'refund_exceeds_payment' } };
    const moved: Payment = {
      ...known,
      ...(verb === 'captures'
        ? { status: 'captured' as const, captured_minor: asked.amount_minor, approval_number: '30012345' }
        : {}),
      ...(verb === 'refunds'
        ? {
            status: refunded === known.captured_minor ? ('refunded' as const) : ('captured' as const),
            refunded_minor: refunded,
          }
        : {}),
      ...(verb === 'voids' ? { status: 'voided' as const } : {}),
    };
    payments.set(orderId, moved);
    return { status: 200, body: moved };
  };
}

const BY_PROOF: ReadonlySet<string> = new Set([
  ...['balance-inquiries', 'unlocks', 'pin-changes', 'hand-overs', 'hand-over-acceptances'],
  'hand-over-confirmations',
]);

const STORES = [
  {
    name: '하늘상점 종로점',
    district: '종로구',
    address: '종로 일가',
    opening_hours: '매일 10:00–21:00',
    phone: '+8227301234',
  },
  { name: '하늘상점 을지로점', district: '중구' },
  { name: '하늘상점 어딘가점' },
].map((store) => ({ store_id: newId(), ...store }));

/** What a shop's server was told is shown of its shops, what it wants shown, and its pictures in base64; by id. */
export type TestWindows = {
  told: Map<string, ShownShop>;
  wanted: Map<string, ShopWindow>;
  pictures: Map<string, string>;
};
export const noWindows = (): TestWindows => ({ told: new Map(), wanted: new Map(), pictures: new Map() });

/** A shop server, as far as management needs it: members, certificates, and holders who call. */
export function aShopStandIn(
  known: Map<string, TestCertificate>,
  { publicJwk, privateJwk }: Awaited<ReturnType<typeof generateSealingKeyPair>>,
  relayed: Behaviour,
  { member, holder }: Known,
  proofs: HolderProof[],
  windows: TestWindows = noWindows(),
): Behaviour {
  const stateOf = (certificateId: string, status = 200) => {
    const { state, left = 50_000 } = known.get(certificateId) ?? {};
    const balance_minor = state === 'cancelled' ? 0 : left;
    return { status, body: { certificate_id: certificateId, state, balance_minor, currency: 'KRW' } };
  };
  /** The number that a hand-over was begun for last. */
  let handedTo = '';
  /** PIN and code as the holder of `holder` has them; everything else is wrong. */
  const byProof = async (kind: string, body: Record<string, string>) => {
    const keys = new Map([['seal-test', privateJwk]]);
    const proof = await openProof(keys, body.sealed_proof ?? '', body.proof_id ?? '');
    if (!proof.ok) return { status: 422, body: { code: proof.code } };
    proofs.push(proof.value);
    const { phone, pin, code } = proof.value;
    const isByCode = kind === 'unlocks' || kind === 'hand-over-acceptances';
    if (isByCode && code !== holder.code) return { status: 422, body: { code: 'verification_code_wrong' } };
    if (kind === 'unlocks') return { status: 200, body: { unlocked: 1 } };
    if (kind === 'hand-over-acceptances' && body.name === undefined)
      return { status: 404, body: { code: 'recipient_unknown' } };
    const left = {
      last4: '0001',
      balance_minor: 30_000,
      currency: 'KRW',
      expires_at: '2031-11-25T00:00:00Z',
    };
    const isAccepted = [...known.values()].some((one) => one.phone === phone && one.pin === pin);
    if (!isByCode && !isAccepted && (phone !== holder.phone || pin !== holder.pin))
      return { status: 401, body: { code: 'pin_or_phone_wrong' } };
    if (kind === 'pin-changes') return { status: 200, body: { changed: 1 } };
    if (kind === 'hand-overs') {
      handedTo = body.to_phone ?? '';
      const own = isMobile(phone) && body.by !== 'call' ? 'text' : 'call';
      return { status: 201, body: { expires_at: '2031-01-01T10:00:00Z', sent_by: own } };
    }
    if (kind === 'hand-over-confirmations' && code !== holder.code)
      return { status: 422, body: { code: 'verification_code_wrong' } };
    return kind === 'hand-over-confirmations'
      ? {
          status: 200,
          body: { expires_at: '2031-01-02T09:00:00Z', sent_by: isMobile(handedTo) ? 'text' : 'call' },
        }
      : { status: 200, body: { certificates: [left] } };
  };
  return async (request) => {
    const [, , , kind, id = '', verb] = request.path.split('/');
    const body = (request.body ?? {}) as Record<string, string>;
    if (kind === 'payments') return relayed(request);
    if (kind === 'sealing-keys') return { status: 200, body: { keys: [publicJwk] } };
    if (kind === 'member-lookups') {
      const found = body.phone === member.phone;
      return { status: 200, body: found ? { found, name: member.name } : { found } };
    }
    if (kind === 'unlock-codes') {
      const sent_by = body.by === 'call' || !isMobile(body.phone ?? '') ? 'call' : 'text';
      return { status: 202, body: { expires_in_minutes: 10, sent_by } };
    }
    if (kind === 'windows') {
      windows.told.set(id, request.body as ShownShop);
      const window = windows.wanted.get(id);
      return { status: 200, body: window === undefined ? {} : { window } };
    }
    if (kind === 'window-pictures') {
      const base64 = windows.pictures.get(id);
      return base64 === undefined
        ? { status: 422, body: { code: 'picture_unknown' } }
        : { status: 200, body: { base64 } };
    }
    if (kind?.startsWith('stores') === true) return { status: 200, body: { stores: STORES } };
    if (kind !== undefined && BY_PROOF.has(kind)) return byProof(kind, body);
    if (verb === undefined) {
      const certificateId = body.certificate_id ?? '';
      known.set(certificateId, { state: 'registered' });
      return stateOf(certificateId, 201);
    }
    const certificate = known.get(id);
    if (certificate === undefined) return { status: 404, body: { code: 'certificate_not_found' } };
    const state_now = certificate.state;
    if (state_now === 'active' && body.reason === 'withdrawn_by_buyer') {
      if (certificate.kept !== undefined) return { status: 409, body: { code: certificate.kept, state_now } };
      known.set(id, { state: 'cancelled' });
      return stateOf(id);
    }
    if (verb === 'freeze' || verb === 'unfreezing' || verb === 'charge-back') {
      if (state_now !== 'active' && state_now !== 'frozen')
        return { status: 409, body: { code: 'wrong_state', state_now } };
      const { left = 50_000 } = certificate;
      const isTaken = verb === 'charge-back' && left <= Number(body.uncovered_minor);
      const state = verb === 'freeze' ? 'frozen' : isTaken ? 'cancelled' : 'active';
      known.set(id, { ...certificate, state });
      const answer = stateOf(id);
      return verb === 'charge-back'
        ? { ...answer, body: { ...answer.body, cancelled_minor: isTaken ? left : 0 } }
        : answer;
    }
    if (state_now !== 'registered') return { status: 409, body: { code: 'wrong_state', state_now } };
    if (verb === 'recipient') return stateOf(id);
    if (verb === 'cancellation') {
      known.set(id, { state: 'cancelled' });
      return stateOf(id);
    }
    const opened = await openPin(new Map([['seal-test', privateJwk]]), body.sealed_pin ?? '', id);
    if (!opened.ok) return { status: 422, body: { code: opened.code } };
    const { pin, phone } = opened.value;
    known.set(id, { state: 'active', pin, phone });
    return stateOf(id);
  };
}
