import { randomBytes } from 'node:crypto';
import type { Dispute } from '../../contracts/settlement-disputes.ts';
import type { PaymentMethod, PaymentMethodUses } from '../../contracts/settlement-payment-methods.ts';
import type { Payment } from '../../contracts/settlement-payments.ts';
import { ALARM_SETTINGS } from '../../kit/alarms/settings.ts';
import { Bell } from '../../kit/bell.ts';
import { addMs, type Clock } from '../../kit/clock.ts';
import { readSettings } from '../../kit/config.ts';
import { COUNTRIES_SERVED_SETTING, readCountries } from '../../kit/countries-served.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { sql } from '../../kit/db/sql.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/log.ts';
import { NOBODY_HASH } from '../../kit/passwords.ts';
import { RestoreGate } from '../../kit/restore/restore-gate.ts';
import { CARD_PARTS } from '../../kit/sealed-card.ts';
import { generateSealingKeyPair, type HolderProof } from '../../kit/sealed-pin.ts';
import type { SealingKeyRing } from '../../kit/sealing-keys.ts';
import { keyRingOf } from '../../kit/secrets.ts';
import { storePartyKeys } from '../../kit/signing/index.ts';
import { TELEMETRY_SETTINGS } from '../../kit/telemetry/settings.ts';
import type { NameLookUp } from '../../servers/management/carriers/carriers.ts';
import { type ManagementContext, managementLimits } from '../../servers/management/context.ts';
import { testDatabase } from '../harness/database.ts';
import { STAFF_OPTIONAL, TERMS } from './base.ts';
import { aParty } from './parties.ts';
import { aSignedPeer, type SignedPeer } from './signed-peer.ts';
import {
  aSettlementStandIn,
  aShopStandIn,
  noWindows,
  type TestCertificate,
  type TestKeyedCards,
  type TestPayouts,
  type TestWindows,
} from './stand-ins.ts';

export const MEMBER_ID = '01980000-0000-7000-8000-0000000000a1';
export const CARD = 'pm_test_card';
/** Whom the shop knows, and whom only the carrier knows. */
export const SHOP_MEMBER = { phone: '+821098765432', name: '홍길동' };
export const SUBSCRIBER = { phone: '+821022223333', name: '박서연' };

/** A holder who calls, as the shop server knows them; 30,000 won are left on their certificate. */
export const PROVEN = { phone: SHOP_MEMBER.phone, pin: '739258', code: '424281' };

export type TestManagement = {
  context: ManagementContext;
  settlement: SignedPeer;
  shop: SignedPeer;
  /** A second settlement server, `settlement:us`, if the test has asked for one. */
  other?: OtherSettlement;
  /** What the shop server holds of a certificate: its state, and what the sealed PIN said. */
  certificates: Map<string, TestCertificate>;
  /** What holders keyed for the shop, as it opened it. */
  proofs: HolderProof[];
  payments: Map<string, Payment>;
  /** The disputes that settlement tells of. */
  disputes: Dispute[];
  /** The cards that buyers gave to settlement. */
  cards: Map<string, PaymentMethod>;
  /** Whether settlement takes cards by phone; a test may change it. */
  keyedCards: TestKeyedCards;
  /** What the shop's server wants shown of its shops; a test may change it. */
  windows: TestWindows;
  /** What settlement says of payouts; a test may change it. */
  payouts: TestPayouts;
  /** Opens what was sealed for settlement or the shop. */
  peerSealingKeys: SealingKeyRing;
  /** The results of the next authorisations; later ones are approved. */
  nextPayments: Partial<Payment>[];
  /** The database with the role that owns it, for what the server itself may not do. */
  ownerUrl: string;
  /** Advances the clock. */
  pass(ms: number): void;
  close(): Promise<void>;
};

export type OtherSettlement = {
  peer: SignedPeer;
  payments: Map<string, Payment>;
  cards: Map<string, PaymentMethod>;
  uses: Map<string, PaymentMethodUses['payment_methods'][number]>;
  disputes: Dispute[];
};

async function anotherSettlement(peers: Parameters<typeof aSignedPeer>[1]): Promise<OtherSettlement> {
  const payments = new Map<string, Payment>();
  const cards = new Map<string, PaymentMethod>();
  const uses: OtherSettlement['uses'] = new Map();
  const disputes: Dispute[] = [];
  const taken = { cards, uses, keyedCards: { taken: false, parts: [] }, disputes };
  const peer = await aSignedPeer(
    { party: 'settlement:us', role: 'settlement' },
    peers,
    aSettlementStandIn(payments, [], taken),
  );
  return { peer, payments, cards, uses, disputes };
}

/**
 * A management server on a database of its own, with settlement, shop and carrier as it meets them. Its member has a mobile
 * number and an email address, or nothing but a landline.
 */
export async function aManagement({
  landline,
  otherSettlement = false,
}: {
  landline?: string;
  otherSettlement?: boolean;
} = {}): Promise<TestManagement> {
  const database = await testDatabase('management');
  const opened = openDatabase(database.url, { applicationName: 'management-test' });
  let offsetMs = 0;
  const clock: Clock = () => new Date(Date.now() + offsetMs);
  const own = aParty('management', 'management-test');
  const peers = { caller: { ...own, entry: { ...own.entry, role: 'management' } }, db: opened.db, clock };
  const payments = new Map<string, Payment>();
  const nextPayments: Partial<Payment>[] = [];
  const disputes: Dispute[] = [];
  const cards = new Map<string, PaymentMethod>();
  const keyedCards: TestKeyedCards = { taken: true, parts: [...CARD_PARTS] };
  const payouts: TestPayouts = { status: 'paid' };
  const certificates = new Map<string, TestCertificate>();
  const proofs: HolderProof[] = [];
  const windows = noWindows();
  const sealing = await generateSealingKeyPair('seal-test');
  const ownSealing = await generateSealingKeyPair('seal-management');
  const settlement = await aSignedPeer(
    { party: 'settlement', role: 'settlement' },
    peers,
    aSettlementStandIn(
      payments,
      nextPayments,
      { cards, keyedCards, disputes, publicJwk: sealing.publicJwk },
      payouts,
    ),
  );
  const shop = await aSignedPeer(
    { party: 'shop:haneul', role: 'shop' },
    peers,
    aShopStandIn(
      certificates,
      sealing,
      aSettlementStandIn(payments, nextPayments),
      { member: SHOP_MEMBER, holder: PROVEN },
      proofs,
      windows,
    ),
  );
  const other = otherSettlement ? await anotherSettlement(peers) : undefined;
  const parties = [settlement, shop, ...(other === undefined ? [] : [other.peer])].map(({ party }) => party);
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
    network: LOCAL_NETWORK,
    clock,
    random: randomBytes,
    log: createLogger('management', 'fatal'),
    signingKey: own.key,
    parties,
    secrets,
    restoreGate: new RestoreGate(),
    sealingKeys: new Map([['seal-management', ownSealing.privateJwk]]),
    carriers: {
      names: ['demo'],
      lookUpName: async (phone): Promise<NameLookUp> =>
        phone === SUBSCRIBER.phone ? { kind: 'found', name: SUBSCRIBER.name } : { kind: 'not_found' },
      wasRecycledSince: async () => false,
      wasSimSwapped: async () => false,
    },
    limits: managementLimits({ db: opened.db, secrets, settings: SETTINGS }),
    batchStored: new Bell(),
  };
  await aMember(context, landline);
  await aShopRow(context, 'haneul', 'direct');
  await aShopRow(context, 'haneul-mall', 'through_shop');
  return {
    context,
    settlement,
    shop,
    ...(other === undefined ? {} : { other }),
    certificates,
    proofs,
    payments,
    disputes,
    cards,
    keyedCards,
    windows,
    payouts,
    peerSealingKeys: new Map([['seal-test', sealing.privateJwk]]),
    nextPayments,
    ownerUrl: database.ownerUrl,
    pass: (ms) => {
      offsetMs += ms;
    },
    close: async () => {
      await Promise.all([settlement.close(), shop.close(), other?.peer.close()]);
      await opened.close();
      await database.drop();
    },
  };
}

const SETTINGS = {
  ...STAFF_OPTIONAL,
  ...TERMS,
  ...readSettings({ ...ALARM_SETTINGS, ...TELEMETRY_SETTINGS }, {}),
  sealingKeysFile: '',
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://management.test',
  databaseUrl: '',
  databaseConnections: 10,
  databaseWait_ms: 10_000,
  drainSeconds: 0,
  finishSeconds: 20,
  ownerDatabaseUrl: '',
  signingKeyFile: '',
  partiesFile: '',
  secretsFile: '',
  clockFile: '',
  demoDataDir: '',
  logLevel: 'fatal',
  trustedProxies: [],
  tlsCertFile: '',
  tlsKeyFile: '',
  opsHost: '',
  opsPort: 0,
  opsTokenFile: '',
  textProvidersFile: '',
  smtpUrl: '',
  mailFrom: '',
  dkimDomain: '',
  dkimSelector: '',
  dkimKeyFile: '',
  bounceDomain: 'bounces.test',
  bounceHost: '127.0.0.1',
  bouncePort: 0,
  terminalOrigins: ['http://terminal.test'],
  countriesServed: readCountries(COUNTRIES_SERVED_SETTING.fallback ?? ''),
  strangerCodesPerHour: 300,
  carriersFile: '',
  namesWithoutLookUp: 'typed',
  acceptancePolicy: { sim_swapped: 'refuse', recycled: 'refuse', unknown: 'allow', hours: 72 },
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
  newsGather_s: 180,
  voiceHours: { from_minute: 8 * 60, until_minute: 21 * 60 },
  voiceOperator: '',
  voiceNumber: '1588-0200',
  sandboxVoiceUrl: '',
  jambonzPassword: 'jambonz-password',
  twilioApiUrl: '',
  twilioAccountSid: 'AC0123456789',
  twilioAuthToken: 'twilio-auth-token',
  twilioFrom: '+8215880200',
  sandboxVoiceSecret: 'sandbox-voice-secret',
} as const;

async function aMember({ db, clock }: ManagementContext, landline?: string): Promise<void> {
  const now = clock();
  const onWeb = <T>(value: T) => (landline === undefined ? value : null);
  await sql`
    insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at,
      landline, landline_verified_at, joined_by, password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${MEMBER_ID}, '2985091195', '김하늘', ${onWeb('haneul@example.com')}, ${onWeb('+821012345678')}, ${onWeb(now)},
      ${onWeb(now)}, ${landline ?? null}, ${landline === undefined ? null : now}, ${onWeb('web') ?? 'telephone'},
      ${onWeb(NOBODY_HASH)}, ${NOBODY_HASH}, 'ko', ${onWeb('sms') ?? 'voice'}, ${now})`.execute(db);
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
