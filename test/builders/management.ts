import { randomBytes } from 'node:crypto';
import type { Payment, PaymentMethod } from '../../contracts/settlement-payments.ts';
import { addMs, type Clock } from '../../kit/clock.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/log.ts';
import { NOBODY_HASH } from '../../kit/passwords.ts';
import { generateSealingKeyPair, openPin, openProof } from '../../kit/sealed-pin.ts';
import { keyRingOf } from '../../kit/secrets.ts';
import { storePartyKeys } from '../../kit/signing/index.ts';
import type { NameLookUp } from '../../servers/management/carrier-client/carrier-client.ts';
import { type ManagementContext, managementLimits } from '../../servers/management/context.ts';
import { testDatabase } from '../harness/database.ts';
import { aParty } from './parties.ts';
import { aSignedPeer, type Behaviour, type SignedPeer } from './signed-peer.ts';

export const MEMBER_ID = '01980000-0000-7000-8000-0000000000a1';
export const CARD = 'pm_test_card';
/** Whom the shop knows, and whom only the carrier knows. */
export const SHOP_MEMBER = { phone: '+821098765432', name: '홍길동' };
export const SUBSCRIBER = { phone: '+821022223333', name: '박서연' };

/** What the shop server knows of a holder who calls: left on their certificate are 30,000 won. */
export const PROVEN = { phone: SHOP_MEMBER.phone, pin: '739258', code: '424281' };

export type TestManagement = {
  context: ManagementContext;
  settlement: SignedPeer;
  shop: SignedPeer;
  /** What the shop server holds of a certificate: its state, and what the sealed PIN said. */
  certificates: Map<string, TestCertificate>;
  payments: Map<string, Payment>;
  /** The cards that buyers gave to settlement. */
  cards: Map<string, PaymentMethod>;
  /** How the next authorisations go; then they are approved. */
  nextPayments: Partial<Payment>[];
  /** Moves the time. */
  pass(ms: number): void;
  close(): Promise<void>;
};

export type TestCertificate = {
  state: 'registered' | 'active' | 'cancelled';
  /** Why the shop keeps it when its buyer wants an accepted one back. */
  kept?: string;
  pin?: string;
  phone?: string;
};

/** A management server on a database of its own, with settlement, shop and carrier as it meets them. */
export async function aManagement(): Promise<TestManagement> {
  const database = await testDatabase('management');
  const opened = openDatabase(database.url, { applicationName: 'management-test' });
  let offsetMs = 0;
  const clock: Clock = () => new Date(Date.now() + offsetMs);
  const own = aParty('management', 'management-test');
  const peers = { caller: { ...own, entry: { ...own.entry, role: 'management' } }, db: opened.db, clock };
  const payments = new Map<string, Payment>();
  const nextPayments: Partial<Payment>[] = [];
  const cards = new Map<string, PaymentMethod>();
  const certificates = new Map<string, TestCertificate>();
  const sealing = await generateSealingKeyPair('seal-test');
  const settlement = await aSignedPeer(
    { party: 'settlement', role: 'settlement' },
    peers,
    aSettlement(payments, nextPayments, cards),
  );
  const shop = await aSignedPeer(
    { party: 'shop:haneul', role: 'shop' },
    peers,
    aShop(certificates, sealing, aSettlement(payments, nextPayments)),
  );
  const parties = [settlement.party, shop.party];
  await storePartyKeys(opened.db, parties, clock());
  const ring = (name: string) =>
    keyRingOf('test', name, { current: 'v1', keys: { v1: randomBytes(32).toString('base64') } });
  const rings = new Map(['token_pepper', 'text_encryption'].map((name) => [name, ring(name)]));
  const secrets = {
    keyRing(name: string) {
      const found = rings.get(name);
      if (found === undefined) throw new Error(`Management needs no ring ${name}.`);
      return found;
    },
  };
  const context: ManagementContext = {
    ...opened,
    settings: SETTINGS,
    publicUrl: 'http://management.test',
    clock,
    random: randomBytes,
    log: createLogger('management', 'fatal'),
    signingKey: own.key,
    parties,
    secrets,
    carrier: {
      lookUpName: async (phone): Promise<NameLookUp> =>
        phone === SUBSCRIBER.phone ? { kind: 'found', name: SUBSCRIBER.name } : { kind: 'not_found' },
      wasRecycledSince: async () => false,
    },
    limits: managementLimits({ pool: opened.pool, secrets }),
  };
  await aMember(context);
  await aShopRow(context, 'haneul', 'direct');
  await aShopRow(context, 'haneul-mall', 'through_shop');
  return {
    context,
    settlement,
    shop,
    certificates,
    payments,
    cards,
    nextPayments,
    pass: (ms) => {
      offsetMs += ms;
    },
    close: async () => {
      await Promise.all([settlement.close(), shop.close()]);
      await opened.close();
      await database.drop();
    },
  };
}

const SETTINGS = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://management.test',
  databaseUrl: '',
  databaseConnections: 10,
  databaseWait_ms: 10_000,
  ownerDatabaseUrl: '',
  signingKeyFile: '',
  partiesFile: '',
  secretsFile: '',
  clockFile: '',
  demoDataDir: '',
  logLevel: 'fatal',
  smppUrl: '',
  smppSystemId: '',
  smppPassword: '',
  smppSourceAddr: '',
  smppAlphabet: 'gsm',
  smppLongMessages: 'parts',
  smppReceiptIds: 'same',
  smppMoreProvidersFile: '',
  smtpUrl: '',
  mailFrom: '',
  bounceDomain: 'bounces.test',
  bounceHost: '127.0.0.1',
  bouncePort: 0,
  terminalOrigins: ['http://terminal.test'],
  carrierUrl: '',
  carrierClientId: '',
  carrierKeyFile: '',
  ariUrl: '',
  ariUser: '',
  ariPassword: '',
  ariEndpoint: '',
  speechCommand: '',
  speechUrl: '',
  speechVoiceKo: '',
  speechVoiceEn: '',
  speechDir: '',
  speechDirAtLine: '',
  voiceHours: { from_minute: 8 * 60, until_minute: 21 * 60 },
  voiceOperator: '',
  sandboxVoiceUrl: '',
  jambonzPassword: 'jambonz-password',
  twilioApiUrl: '',
  twilioAccountSid: 'AC0123456789',
  twilioAuthToken: 'twilio-auth-token',
  twilioFrom: '+8215880200',
  sandboxVoiceSecret: 'sandbox-voice-secret',
} as const;

/** Settlement's payments by order, in the fewest words that keep its promises. */
function aSettlement(
  payments: Map<string, Payment>,
  next: Partial<Payment>[],
  cards = new Map<string, PaymentMethod>(),
): Behaviour {
  return ({ method, path, body }) => {
    const asked = (body ?? {}) as { order_id: string; amount_minor: number; currency: string };
    const [, , , kind, , orderId = asked.order_id, verb] = path.split('/');
    if (kind === 'payouts') {
      const { gross_minor, commission_minor, payout_id, payee, currency } = asked as unknown as Record<
        string,
        number
      >;
      const net = (gross_minor ?? 0) - (commission_minor ?? 0);
      const paid = { status: 'paid', net_minor: net, paid_at: new Date().toISOString() };
      return { status: 201, body: { payout_id, payee, gross_minor, commission_minor, currency, ...paid } };
    }
    if (kind === 'payment-method-setups') {
      const card_entry_url = 'http://settlement.test/v1/cards/once';
      return {
        status: 201,
        body: { setup_id: newId(), card_entry_url, expires_at: new Date().toISOString() },
      };
    }
    if (kind === 'payment-methods') {
      const card = cards.get(path.split('/').at(-1) ?? '');
      return card === undefined
        ? { status: 404, body: { code: 'payment_method_not_found' } }
        : { status: 200, body: card };
    }
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
      ...(verb === 'captures' ? { status: 'captured' as const, captured_minor: asked.amount_minor } : {}),
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

async function aMember({ db, clock }: ManagementContext): Promise<void> {
  const now = clock();
  await sql`
    insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at,
      password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${MEMBER_ID}, '2985091195', '김하늘', 'haneul@example.com', '+821012345678', ${now}, ${now},
      ${NOBODY_HASH}, ${NOBODY_HASH}, 'ko', 'sms', ${now})`.execute(db);
  const evidenceId = newId();
  await sql`
    insert into signed_messages (message_id, direction, party, keyid, method, target_uri, headers, body, received_at)
    values (${evidenceId}, 'received_request', 'settlement', 'settlement-test', 'GET', '', '{}', '', ${now})`.execute(
    db,
  );
  await sql`
    insert into payment_methods
      (payment_method_id, member_id, brand, last4, expiry_month, expiry_year, evidence_id, created_at)
    values (${CARD}, ${MEMBER_ID}, 'visa', '4242', 12, 2099, ${evidenceId}, ${addMs(now, 0)})`.execute(db);
}

async function aShopRow({ db }: ManagementContext, shopId: string, route: string): Promise<void> {
  await sql`
    insert into shops (shop_id, party, name_ko, name_en, currency, amount_min_minor, amount_max_minor, suggested_minor,
      payment_route, commission_bp, answer_days, remind_days, validity_months, active)
    values (${shopId}, 'shop:haneul', '하늘상점', 'Haneul Store', 'KRW', 1000, 1000000, '{10000,50000}', ${route}, 250, 7,
      5, 60, true)`.execute(db);
}

/** The shop server's promises about certificates, in the fewest words. */
function aShop(
  known: Map<string, TestCertificate>,
  { publicJwk, privateJwk }: Awaited<ReturnType<typeof generateSealingKeyPair>>,
  relayed: Behaviour,
): Behaviour {
  const stateOf = (certificateId: string, status = 200) => {
    const state = known.get(certificateId)?.state;
    const balance_minor = state === 'cancelled' ? 0 : 50_000;
    return { status, body: { certificate_id: certificateId, state, balance_minor, currency: 'KRW' } };
  };
  /** PIN and code as the holder of `PROVEN` has them; everything else is wrong. */
  const byProof = async (kind: string, body: Record<string, string>) => {
    const keys = new Map([['seal-test', privateJwk]]);
    const proof = await openProof(keys, body.sealed_proof ?? '', body.proof_id ?? '');
    if (!proof.ok) return { status: 422, body: { code: proof.code } };
    const { phone, pin, code } = proof.value;
    if (kind === 'unlocks')
      return code === PROVEN.code
        ? { status: 200, body: { unlocked: 1 } }
        : { status: 422, body: { code: 'verification_code_wrong' } };
    const left = {
      last4: '0001',
      balance_minor: 30_000,
      currency: 'KRW',
      expires_at: '2031-11-25T00:00:00Z',
    };
    return phone === PROVEN.phone && pin === PROVEN.pin
      ? { status: 200, body: { certificates: [left] } }
      : { status: 401, body: { code: 'pin_or_phone_wrong' } };
  };
  return async (request) => {
    const [, , , kind, id = '', verb] = request.path.split('/');
    const body = (request.body ?? {}) as Record<string, string>;
    if (kind === 'payments') return relayed(request);
    if (kind === 'sealing-keys') return { status: 200, body: { keys: [publicJwk] } };
    if (kind === 'member-lookups') {
      const found = body.phone === SHOP_MEMBER.phone;
      return { status: 200, body: found ? { found, name: SHOP_MEMBER.name } : { found } };
    }
    if (kind === 'unlock-codes') return { status: 202, body: { expires_in_minutes: 10 } };
    if (kind === 'balance-inquiries' || kind === 'unlocks') return byProof(kind, body);
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
