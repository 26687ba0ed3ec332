import type { Reason } from '../staff/use.ts';

/**
 * What the device stores across reloads: its key, and a sale whose outcome is unknown. IndexedDB stores a CryptoKey as
 * an object, so a non-extractable key stays non-extractable.
 */
export type Kept = {
  device: { terminal_id: string; private_key: CryptoKey };
  pending: PendingAction;
};

/** A redemption or reversal to be submitted. It contains no PIN. */
export type MoneyAction = {
  idempotency_key: string;
  begun_at: string;
  /** Who was signed in, for the receipt. */
  clerk_name?: string;
} & (
  | {
      kind: 'redeem';
      body: RedeemBody;
      last4s: Readonly<Record<string, string>>;
      currency: string;
      /** What was to be paid, of which the rest is paid another way; not known of a sale from before a new version. */
      due_minor?: number;
    }
  | ({ kind: 'reverse' } & Reversing)
  | ({ kind: 'reverse_sale' } & Reversing)
);

/** Of a sale, the redemption that was chosen of it. */
type Reversing = {
  redemption_id: string;
  amount_minor: number;
  currency: string;
  sale_reference: string;
  reason?: Reason;
  /** A second clerk's consent. */
  approval_id?: string;
};

/** Stored until its outcome is known. Only the terminal that sent it can learn that: idempotency keys belong to a terminal. */
export type PendingAction = MoneyAction & { terminal_id: string };

export type RedeemBody = {
  verification_token: string;
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

const DATABASE = 'seonmul-terminal';
const STORE = 'kept';

export async function readKept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
  return inStore('readonly', (store) => store.get(name));
}

export async function keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
  await inStore('readwrite', (store) => store.put(value, name));
}

export async function forget(name: keyof Kept): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
}

/** Resolves only when it is on disk: `durability: strict` survives a power cut in the middle of a sale. */
async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(STORE));
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error);
  });
}
