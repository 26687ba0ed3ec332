import type { BankAccount } from '../../../kit/typed/bank-account.ts';

export type BankPayment = {
  /** Settlement's own id of the payout, which goes with the payment from end to end: one that is sent again does nothing. */
  payout_id: string;
  amount_minor: bigint;
  currency: string;
  account: BankAccount;
  holder: string;
};

/** Payments in one currency that are sent together. Sent again it has the same payments, whoever sends it. */
export type Batch = { batch_id: string; created_at: Date; payments: readonly BankPayment[] };

/**
 * What came of sending a batch. `waiting`: it is ready, but not on its way to the bank yet. `refused`: the bank takes none of
 * it as it is, which staff have to look at. `unknown`: no readable answer arrived. After each of these it is sent again.
 */
export type Sending =
  | { kind: 'done' }
  | { kind: 'waiting' }
  | { kind: 'refused'; reason: string }
  | { kind: 'unknown' };

/**
 * What a bank says of a payment. `rejected`: it didn't make it; `returned`: it made it, and the money came back. The reason is
 * a code of ISO 20022 such as `AC04`, a closed account.
 */
export type BankReport = {
  kind: 'paid' | 'rejected' | 'returned';
  /** Missing if the bank doesn't repeat it. */
  money?: { amount_minor: bigint; currency: string };
  reason?: string;
};

/** A report in a file, by the id that went with the payment, or of all payments of a batch. */
export type FiledReport = BankReport & { of: 'payment' | 'batch'; id: string };

/**
 * A bank that payouts are sent to; each adapter has a folder beside this file. It is called outside any transaction, every
 * call may be repeated, and nothing here throws when the bank can't be reached.
 */
export type Bank = {
  /** As the operator named it. Stored with each payout, since only this bank knows what became of it. */
  name: string;
  /** Whether no money moves. */
  is_test: boolean;
  /** Whether it sends this currency, and counts it in the same minor unit as we do. */
  takes(currency: string): boolean;
  send(batch: Batch): Promise<Sending>;
  /** Missing if it can't be asked and reports in files. `pending`: nothing is decided. */
  lookUp?(payoutId: string): Promise<BankReport | { kind: 'pending' | 'not_found' | 'unknown' }>;
  /** What a file from the bank reports; undefined if it can't be read. Missing if it can be asked. */
  read?(file: Buffer): FiledReport[] | undefined;
};
