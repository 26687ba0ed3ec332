import { useSyncExternalStore } from 'react';

/** People of a list, as the server has understood it. */
export type People = {
  recipients: { phone?: string; email?: string; name?: string; amount_minor: number }[];
  amount_minor: number;
};

/** What somebody has chosen so far. It stays in this tab until the gift is bought, whatever happens to the page. */
export type Draft = {
  shop_id?: string;
  amount_minor?: number;
  currency?: string;
  message?: string;
  card_design?: string;
  /** As the field for day and time has it, in the time of whoever looks at it: `2026-12-24T09:00`. */
  deliver_at?: string;
  payment_method_id?: string;
  /** For several people: their list as it was pasted, and whom it names. */
  several?: true;
  list?: string;
  people?: People;
};

const KEY = 'seonmul.gift-draft';
const listeners = new Set<() => void>();

/** What is undefined in a change is taken out of the draft. */
type Change = { [Member in keyof Draft]?: Draft[Member] | undefined };

export function useDraft(): [Draft, (change: Change) => void] {
  const stored = useSyncExternalStore(listen, read);
  return [parse(stored), (change) => write({ ...parse(read()), ...change })];
}

export function clearDraft(): void {
  sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string {
  return sessionStorage.getItem(KEY) ?? '{}';
}

function write(draft: Change): void {
  sessionStorage.setItem(KEY, JSON.stringify(draft));
  for (const listener of listeners) listener();
}

function parse(stored: string): Draft {
  const draft: unknown = JSON.parse(stored);
  return typeof draft === 'object' && draft !== null ? draft : {};
}
