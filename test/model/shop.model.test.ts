import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kit/db/transaction.ts';
import { conservation } from '../../servers/shop/books/conservation.ts';
import { acceptCertificate } from '../../servers/shop/certificates/accept-certificate.ts';
import { cancelCertificate } from '../../servers/shop/certificates/cancel-certificate.ts';
import { verifyAtTill } from '../../servers/shop/opening/verify-at-till.ts';
import { confirmHold, hold, releaseHold } from '../../servers/shop/redeem/holds.ts';
import { redeem } from '../../servers/shop/redeem/redeem.ts';
import { reverse } from '../../servers/shop/redeem/reverse.ts';
import { anEvidence } from '../builders/base.ts';
import { aShop } from '../builders/shop.ts';
import { SEED } from '../harness/seed.ts';
import { randomFrom } from './random.ts';

const VERBS = 2_500;
const PHONE = '010-9876-5432';

/** A certificate as it should be by the few rules that a person would state. */
type Model = { id: string; state: 'registered' | 'active' | 'cancelled'; balance: number; held: number };

let shop: Awaited<ReturnType<typeof aShop>>;
beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop?.base.drop());

test(`the shop's books hold after each of ${VERBS} random verbs (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const models: Model[] = [];
  const uses: { redemptionId: string; model: Model; amount: number; reversed: boolean }[] = [];
  const holds: { id: string; model: Model; amount: number }[] = [];
  const total = { issued: 0, redeemed: 0, refunded: 0 };
  const { context, till, session, base } = shop;
  const seller = { session, findTerminal: async () => till.terminal_id };
  let token = '';
  const inTx = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(base.db, work);

  const verbs: Record<string, () => Promise<void>> = {
    async register() {
      const amount = 1_000 + random.upTo(50) * 100;
      models.push({ id: await shop.registered(amount), state: 'registered', balance: amount, held: 0 });
      total.issued += amount;
    },
    async accept() {
      const model = random.pick(models);
      if (model === undefined) return;
      const body = await shop.sealed(model.id, '739258');
      const place = { operator: 'management', certificateId: model.id };
      const received = { evidence: anEvidence(), keeping: null };
      const result = await acceptCertificate(context, base.db, place, body, received);
      expect(result.ok).toBe(model.state === 'registered');
      if (result.ok) {
        model.state = 'active';
        token = '';
      }
    },
    async cancel() {
      const model = random.pick(models);
      if (model === undefined || random.upTo(3) > 0) return;
      const result = await inTx((tx) =>
        cancelCertificate(context, tx, 'management', model.id, { reason: 'refused' }, anEvidence()),
      );
      expect(result.ok).toBe(model.state === 'registered');
      if (!result.ok) return;
      total.refunded += model.balance;
      Object.assign(model, { state: 'cancelled', balance: 0 });
    },
    async redeem() {
      const model = random.pick(models);
      if (model === undefined) return;
      const amount = 1 + random.upTo(3_000);
      const request = {
        headers: { 'idempotency-key': randomUUID() },
        method: 'POST',
        url: '/',
        rawBody: Buffer.from('x'),
      };
      const input = {
        verification_token: await opened(),
        sale_reference: 'm',
        lines: [{ certificate_id: model.id, amount_minor: amount }],
      };
      const answer = await redeem(context, request as unknown as FastifyRequest, seller, input);
      const isAllowed = model.state === 'active' && amount <= model.balance - model.held;
      expect([answer.status === 201, answer.body]).toEqual([isAllowed, answer.body]);
      if (!isAllowed) return;
      uses.push({
        redemptionId: JSON.parse(answer.body).lines[0].redemption_id,
        model,
        amount,
        reversed: false,
      });
      model.balance -= amount;
      total.redeemed += amount;
    },
    async reverse() {
      const use = random.pick(uses);
      if (use === undefined) return;
      const result = await inTx((tx) => reverse(context, tx, till, { redemption_id: use.redemptionId }));
      expect(result.ok).toBe(!use.reversed);
      if (!result.ok) return;
      use.reversed = true;
      use.model.balance += use.amount;
      total.redeemed -= use.amount;
    },
    async hold() {
      const model = random.pick(models);
      if (model === undefined) return;
      const amount = 1 + random.upTo(2_000);
      const id = randomUUID();
      const verification_token = await opened();
      const input = {
        verification_token,
        certificate_id: model.id,
        amount_minor: amount,
        sale_reference: 'm',
      };
      const result = await inTx((tx) => hold(context, tx, till, id, input));
      expect(result.ok).toBe(model.state === 'active' && amount <= model.balance - model.held);
      if (!result.ok) return;
      holds.push({ id, model, amount });
      model.held += amount;
    },
    async endHold() {
      const held = random.pick(holds);
      if (held === undefined) return;
      holds.splice(holds.indexOf(held), 1);
      held.model.held -= held.amount;
      if (random.upTo(2) === 0) {
        expect((await inTx((tx) => releaseHold(tx, till.terminal_id, held.id))).ok).toBe(true);
        return;
      }
      const part = 1 + random.upTo(held.amount);
      const result = await inTx((tx) =>
        confirmHold(context, tx, { ...till, channel: 'store' }, held.id, part),
      );
      if (!result.ok) throw new Error(result.code);
      uses.push({
        redemptionId: result.value.redemption_id,
        model: held.model,
        amount: part,
        reversed: false,
      });
      held.model.balance -= part;
      total.redeemed += part;
    },
  };

  /** A verification covers all active certificates, so a new one is needed only after another becomes active. */
  async function opened(): Promise<string> {
    if (token !== '' || !models.some(({ state }) => state === 'active')) return token || 'opened_none_at_all';
    const verified = await verifyAtTill(context, { phone: PHONE, pin: '739258' }, till);
    if (!verified.ok) throw new Error(verified.code);
    token = verified.value.verification_token;
    return token;
  }

  const names = [
    'register',
    'accept',
    'redeem',
    'redeem',
    'redeem',
    'reverse',
    'hold',
    'endHold',
    'cancel',
  ] as const;
  await verbs.register?.();
  for (let n = 1; n < VERBS; n++) {
    // Later on few certificates are added, so that most verbs meet ones with a history.
    const name = models.length > 150 && n % 10 !== 0 ? random.pick(names.slice(2)) : random.pick(names);
    await verbs[name ?? 'redeem']?.();
    const [books] = await conservation(base.db);
    expect(books).toEqual({
      currency: 'KRW',
      issued_minor: total.issued,
      outstanding_minor: total.issued - total.redeemed - total.refunded,
      redeemed_minor: total.redeemed,
      refunded_minor: total.refunded,
      expired_minor: 0,
      held_minor: holds.reduce((sum, { amount }) => sum + amount, 0),
      differences: [],
    });
  }
  expect(uses.length).toBeGreaterThan(100);
}, 600_000);
