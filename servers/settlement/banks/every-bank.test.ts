import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { anAcquirer } from '../../../test/builders/acquirer.ts';
import { START } from '../../../test/builders/base.ts';
import { aNotification, anIsoBank, aStatusReport } from '../../../test/stand-ins/iso-bank.ts';
import type { FileToBank } from './file/bank-files.ts';
import { fileBank } from './file/file-bank.ts';
import type { Bank, BankPayment, BankReport } from './port.ts';
import { testBank } from './test/test-bank.ts';

/** A bank with accounts for each fate, and what it says of a payment in the end. */
type World = {
  bank: Bank;
  /** The batch is on its way: staff take a file to the bank. */
  carry(): void;
  /** How many payments it has made or is making. */
  made(): number;
  /** What it says of a payment once all is over. */
  reportOf(payoutId: string): Promise<BankReport[]>;
  close(): Promise<void>;
};

const ACCOUNTS = { good: '110234567890', closed: '110234560001', sendsBack: '110234560002' };

async function theTestBank(): Promise<World> {
  let now = START;
  const { url, bank: standIn, close } = await anAcquirer(() => now);
  const bank = testBank({ name: 'test', url });
  const sent = new Set<string>();
  const send: Bank['send'] = (batch) => {
    for (const { payout_id } of batch.payments) sent.add(payout_id);
    return bank.send(batch);
  };
  return {
    bank: { ...bank, send },
    carry: () => {},
    made: () => [...sent].filter((id) => standIn.lookUp(id) !== undefined).length,
    async reportOf(payoutId) {
      now = addMs(now, DAY_MS);
      const answer = await bank.lookUp?.(payoutId);
      return answer !== undefined && 'money' in answer ? [answer as BankReport] : [];
    },
    close,
  };
}

async function theFileBank(): Promise<World> {
  const files = new Map<string, FileToBank & { is_taken: boolean }>();
  const iso = anIsoBank();
  const debtor = { name: 'Seonmul <정산>', account: { bank_code: '004', number: '123456789012' } };
  const bank = fileBank(
    { name: 'file', debtor },
    {
      async offer(file) {
        const known = files.get(file.file_id);
        if (known !== undefined) expect(file.body.equals(known.body)).toBe(true);
        files.set(file.file_id, known ?? { ...file, is_taken: false });
        return known?.is_taken === true;
      },
    },
  );
  return {
    bank,
    carry() {
      for (const file of files.values()) {
        iso.take(file.body.toString());
        file.is_taken = true;
      }
    },
    made: () => iso.payments.size,
    async reportOf(payoutId) {
      const id = iso.idOf(payoutId);
      const payment = iso.payments.get(id);
      if (payment === undefined) return [];
      const { account, amount, currency } = payment;
      if (account === ACCOUNTS.closed)
        return bank.read?.(aStatusReport([{ id, status: 'RJCT', reason: 'AC04' }])) ?? [];
      const booked = [{ id, side: 'DBIT' as const, amount, currency }];
      const back = { id, side: 'CRDT' as const, amount, currency, reason: 'AC06' };
      const reports = bank.read?.(aNotification(account === ACCOUNTS.sendsBack ? [...booked, back] : booked));
      return reports?.slice(-1) ?? [];
    },
    close: async () => {},
  };
}

describe.each([
  ['the test bank', theTestBank],
  ['a bank reached by files', theFileBank],
])('%s', (_name, open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const aPayment = (account: keyof typeof ACCOUNTS): BankPayment => ({
    payout_id: newId(),
    amount_minor: 12_345n,
    currency: 'KRW',
    account: { kind: 'kr', bank_code: '088', number: ACCOUNTS[account] },
    holder: '하늘상점 & Co <1>',
  });
  async function sent(...payments: BankPayment[]): Promise<void> {
    const batch = { batch_id: newId(), created_at: START, payments };
    await world.bank.send(batch);
    world.carry();
    expect(await world.bank.send(batch)).toEqual({ kind: 'done' });
  }

  test('takes our currency', () => {
    expect(world.bank.takes('KRW')).toBe(true);
  });

  test('pays each payment of a batch, and says how much', async () => {
    const payments = [aPayment('good'), { ...aPayment('good'), amount_minor: 1n }];
    await sent(...payments);
    for (const { payout_id, amount_minor } of payments)
      expect(await world.reportOf(payout_id)).toMatchObject([
        { kind: 'paid', money: { amount_minor, currency: 'KRW' } },
      ]);
  });

  test('makes a payment once, however often it is sent and in whichever batch', async () => {
    const before = world.made();
    const payment = aPayment('good');
    await sent(payment);
    await sent(payment);
    expect(world.made()).toBe(before + 1);
  });

  test('pays to an IBAN', async () => {
    const payment = {
      ...aPayment('good'),
      account: { kind: 'iban', number: 'DE89370400440532013000' },
    } as const;
    await sent(payment);
    expect(await world.reportOf(payment.payout_id)).toMatchObject([{ kind: 'paid' }]);
  });

  test('rejects a payment to a closed account, and says why', async () => {
    const payment = aPayment('closed');
    await sent(payment);
    expect(await world.reportOf(payment.payout_id)).toMatchObject([{ kind: 'rejected', reason: 'AC04' }]);
  });

  test('says when a payment has come back', async () => {
    const payment = aPayment('sendsBack');
    await sent(payment);
    expect(await world.reportOf(payment.payout_id)).toMatchObject([
      { kind: 'returned', reason: 'AC06', money: { amount_minor: 12_345n } },
    ]);
  });
});

describe('what the test bank leaves open', () => {
  test('is unknown while it can’t be reached, pending while it is slow, and not found if it was never sent', async () => {
    const world = await theTestBank();
    const slow = {
      payout_id: newId(),
      amount_minor: 1n,
      currency: 'KRW',
      account: { kind: 'kr', bank_code: '088', number: '110234560003' },
      holder: 'A',
    } as const;
    const batch = { batch_id: newId(), created_at: START, payments: [slow] };
    expect(await world.bank.send(batch)).toEqual({ kind: 'done' });
    expect(await world.bank.lookUp?.(slow.payout_id)).toEqual({ kind: 'pending' });
    expect(await world.bank.lookUp?.(newId())).toEqual({ kind: 'not_found' });
    await world.close();
    expect(await world.bank.send(batch)).toEqual({ kind: 'unknown' });
    expect(await world.bank.lookUp?.(slow.payout_id)).toEqual({ kind: 'unknown' });
  });
});
