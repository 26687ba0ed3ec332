import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { JWK } from 'jose';
import { newCertificateNumber } from '../../kit/check-digits.ts';
import { DAY_MS } from '../../kit/clock.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { sql } from '../../kit/db/sql.ts';
import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';
import { hashSecret } from '../../kit/passwords.ts';
import { sealPin } from '../../kit/sealed-pin.ts';
import { signRequest } from '../../kit/signing/request.ts';
import { addStaff } from '../../kit/staff/staff.ts';
import { createShopApp } from '../../servers/shop/app.ts';
import { clerkPinDigest } from '../../servers/shop/clerks/clerk-pin.ts';
import { addClerk } from '../../servers/shop/clerks/clerks.ts';
import { createShopContext, type ShopContext } from '../../servers/shop/context.ts';
import { addTerminal } from '../../servers/shop/tills/terminals.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { aParty, type TestParty } from './parties.ts';
import type { PeerStub } from './peer-stub.ts';
import { testShopContext } from './shop-context.ts';
import { textsTo } from './shop-messages.ts';

export const PHONE = '+821033334444';
export const PIN = '739258';
export const CLERK_PIN = '517403';

const NOWHERE = 'http://127.0.0.1:1';
type Stubs = { settlement?: PeerStub; management?: PeerStub };

export type Reply = { status: number; body: Record<string, unknown>; raw: string };
export type Certificate = { certificate_id: string; order_id: string; number: string };
export type TestClerk = { clerk_id: string; clerk_number: number; name: string };
export type TestTerminal = { terminal_id: string; store_id: string; token: string };

/** A shop server on its own database. `anotherProcess` starts a second one on the same database. */
export class TestShop {
  readonly context: ShopContext;
  readonly app: App;
  readonly management: TestParty;
  readonly sealing: JWK;
  readonly #database: TestDatabase;
  readonly #time: { now: Date };
  readonly #removeFiles: () => void;

  private constructor(
    database: TestDatabase,
    parts: Awaited<ReturnType<typeof testShopContext>> & {
      app: App;
      management: TestParty;
      time: { now: Date };
    },
  ) {
    this.#database = database;
    this.context = parts.context;
    this.app = parts.app;
    this.management = parts.management;
    this.sealing = parts.sealing;
    this.#time = parts.time;
    this.#removeFiles = parts.removeFiles;
  }

  static async open({
    settlement: settlementStub,
    management: managementStub,
  }: Stubs = {}): Promise<TestShop> {
    const database = await testDatabase('shop');
    const management = aParty('management', 'm1', { base_url: managementStub?.url ?? NOWHERE });
    const settlement = aParty('settlement', 's1', { base_url: settlementStub?.url ?? NOWHERE });
    const time = { now: new Date('2026-03-01T00:00:00Z') };
    const parts = await testShopContext(database, () => time.now, [management, settlement]);
    const { context } = parts;
    if (settlementStub) settlementStub.signer = { key: settlement.key, clock: context.clock };
    if (managementStub) managementStub.signer = { key: management.key, clock: context.clock };
    const app = await createShopApp(context);
    return new TestShop(database, { ...parts, app, management, time });
  }

  /** A second process of the same server, with its own pool and its own batches of sales. */
  async anotherProcess(): Promise<{ context: ShopContext; app: App; close(): Promise<void> }> {
    const opened = openDatabase(this.#database.url, { applicationName: 'shop-2' });
    const context = createShopContext({ ...this.context, ...opened });
    const app = await createShopApp(context);
    return {
      context,
      app,
      close: async () => {
        await app.close();
        await opened.close();
      },
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.context.close();
    await this.#database.drop();
    this.#removeFiles();
  }

  get ownerUrl(): string {
    return this.#database.ownerUrl;
  }

  get now(): Date {
    return this.#time.now;
  }

  passTime(ms: number): void {
    this.#time.now = new Date(this.#time.now.getTime() + ms);
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    {
      body,
      token,
      key = newId(),
      app = this.app,
      type = 'application/json',
      headers = {},
    }: {
      body?: unknown;
      token?: string | undefined;
      key?: string;
      app?: App;
      type?: string;
      headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Reply> {
    const response = await app.inject({
      method,
      url,
      headers: {
        ...headers,
        ...(method === 'GET' || method === 'DELETE' ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: response.json(), raw: response.payload };
  }

  /** A request signed by management. */
  async peer(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    key: string = newId(),
  ): Promise<Reply> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const url = `${this.context.publicUrl}${path}`;
    const headers = await signRequest(this.management.key, {
      method,
      url,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': key } : {}),
      },
      body: payload,
      clock: this.context.clock,
    });
    const response = await this.app.inject({
      method,
      url: path,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: response.statusCode, body: response.json(), raw: response.payload };
  }

  registration(amount_minor: number, overrides: Record<string, unknown> = {}) {
    return {
      certificate_id: newId(),
      order_id: newId(),
      buyer_name: '김하늘',
      buyer_member_number: '2985091195',
      amount_minor,
      currency: 'KRW',
      recipient_name: '홍길동',
      recipient_phone: PHONE,
      expires_at: new Date(this.now.getTime() + 365 * DAY_MS).toISOString(),
      ...overrides,
    };
  }

  /** A certificate registered by management and not yet accepted. */
  async registered(amount_minor: number, overrides: Record<string, unknown> = {}): Promise<Certificate> {
    const registration = this.registration(amount_minor, overrides);
    const reply = await this.peer('POST', '/v1/peer/certificates', registration);
    if (reply.status !== 201) throw new Error(reply.raw);
    const { certificate_id, order_id } = registration;
    return { certificate_id, order_id, number: newCertificateNumber(randomBytes) };
  }

  async seal(certificate: Certificate, { phone = PHONE, pin = PIN } = {}): Promise<string> {
    return sealPin(this.sealing, {
      certificate_id: certificate.certificate_id,
      certificate_number: certificate.number,
      pin,
      phone,
      sealed_at: this.now.toISOString(),
    });
  }

  /** A certificate that phone number and PIN open. */
  async accepted(
    amount_minor: number,
    { expires_at, ...opening }: { phone?: string; pin?: string; expires_at?: Date } = {},
  ): Promise<Certificate> {
    const overrides = expires_at === undefined ? {} : { expires_at: expires_at.toISOString() };
    const certificate = await this.registered(amount_minor, overrides);
    const path = `/v1/peer/certificates/${certificate.certificate_id}/acceptance`;
    const reply = await this.peer('POST', path, { sealed_pin: await this.seal(certificate, opening) });
    if (reply.status !== 200) throw new Error(reply.raw);
    return certificate;
  }

  /** A logged-in terminal of a new store. */
  async terminal(): Promise<TestTerminal> {
    const [store_id, terminal_id] = [newId(), newId()];
    const code = String(createHash('sha256').update(terminal_id).digest().readUInt32BE()).padStart(10, '1');
    await sql`
      insert into stores (store_id, name_ko, name_en, created_at)
      values (${store_id}, '종로점', 'Jongno', ${this.now})`.execute(this.context.db);
    await addTerminal(this.context, this.context.db, { terminal_id, store_id, name: 'T1', code });
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
    const body = { code, public_jwk: { kty, crv, x, y } };
    const enrolled = await this.call('POST', '/v1/terminals/enrolments', { body });
    if (enrolled.status !== 201) throw new Error(enrolled.raw);
    return { terminal_id, store_id, token: await this.openSession(terminal_id, privateKey) };
  }

  /** A new clerk, who has chosen their PIN. */
  async clerk(name = '이수진'): Promise<TestClerk> {
    const added = await addClerk(this.context, this.context.db, { clerk_id: newId(), name });
    if (!added.ok) throw new Error(added.code);
    const { clerk_id, clerk_number } = added.value;
    const { digest, key_version } = clerkPinDigest(this.context, clerk_id, CLERK_PIN);
    await sql`
      update clerks set pin_digest = ${digest}, pin_key_version = ${key_version}
      where clerk_id = ${clerk_id}`.execute(this.context.db);
    return { clerk_id, clerk_number, name };
  }

  /** Signs a clerk in at a terminal, a new one unless the test names one. */
  async signIn(terminal: TestTerminal, someone?: TestClerk): Promise<TestClerk> {
    const clerk = someone ?? (await this.clerk());
    const body = { clerk_number: clerk.clerk_number, pin: CLERK_PIN };
    const reply = await this.call('POST', '/v1/terminal/clerk-sessions', { token: terminal.token, body });
    if (reply.status !== 201) throw new Error(reply.raw);
    return clerk;
  }

  async openSession(terminalId: string, privateKey: KeyObject): Promise<string> {
    const challenged = await this.call('POST', `/v1/terminals/${terminalId}/challenges`);
    const challenge = String(challenged.body.challenge);
    const signature = sign('sha256', Buffer.from(`seonmul-terminal:${challenge}`), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64url');
    const body = { terminal_id: terminalId, challenge, signature };
    const opened = await this.call('POST', '/v1/terminal-sessions', { body });
    if (opened.status !== 201) throw new Error(opened.raw);
    return String(opened.body.session_token);
  }

  verify(terminal: TestTerminal, { phone = PHONE, pin = PIN } = {}): Promise<Reply> {
    return this.call('POST', '/v1/verifications', { token: terminal.token, body: { phone, pin } });
  }

  async opened(terminal: TestTerminal, opening: { phone?: string; pin?: string } = {}): Promise<string> {
    const reply = await this.verify(terminal, opening);
    if (reply.status !== 201) throw new Error(reply.raw);
    return String(reply.body.verification_token);
  }

  redeem(
    terminal: TestTerminal,
    verification_token: string,
    lines: { certificate_id: string; amount_minor: number }[],
    options: { key?: string; app?: App } = {},
  ): Promise<Reply> {
    const body = { verification_token, sale_reference: 'till-1', lines };
    return this.call('POST', '/v1/redemptions', { token: terminal.token, body, ...options });
  }

  async staff(role: string): Promise<string> {
    const [login, password] = [`${role}-${newId().slice(-6)}`, 'a long pass phrase'];
    const password_hash = await hashSecret(password);
    await addStaff(this.context, this.context.db, {
      staff_id: newId(),
      login,
      name: role,
      role,
      password_hash,
    });
    const reply = await this.call('POST', '/v1/office/sessions', { body: { login, password } });
    return String(reply.body.session_token);
  }

  async balance({ certificate_id }: Certificate): Promise<number> {
    const found = await sql<{ balance_minor: bigint }>`
      select balance_minor from certificate_balances where certificate_id = ${certificate_id}`.execute(
      this.context.db,
    );
    return Number(found.rows[0]?.balance_minor);
  }

  async count(table: string): Promise<number> {
    const found = await this.context.pool.query(`select count(*) as n from ${table}`);
    return Number(found.rows[0]?.n);
  }

  async lastText(phone = PHONE): Promise<string> {
    return (await textsTo(this.context, phone)).at(-1) ?? '';
  }
}
