/**
 * What the device keeps when the page is closed: its key, and a sale that was not answered yet. IndexedDB holds a
 * CryptoKey as the object that it is, so that a key that can't be exported stays one.
 */
export type Kept = {
  device: { terminal_id: string; private_key: CryptoKey };
  pending: PendingAction;
};

/** A change of money that is asked for. It holds no PIN. */
export type MoneyAction = {
  idempotency_key: string;
  begun_at: string;
} & (
  | { kind: 'redeem'; body: RedeemBody; last4s: Readonly<Record<string, string>>; currency: string }
  | {
      kind: 'reverse';
      redemption_id: string;
      amount_minor: number;
      currency: string;
      sale_reference: string;
    }
);

/** Kept until its answer is known, which only the terminal that asked can hear: keys are each terminal's own. */
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

/** Answers only when it is on the disk: `durability: strict` outlives a power cut in the middle of a sale. */
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
