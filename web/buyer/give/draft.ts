import { useMemo, useSyncExternalStore } from 'react';

/** The people on a list, as the server parsed it. */
export type People = {
  recipients: { phone?: string; email?: string; name?: string; amount_minor: number }[];
  amount_minor: number;
};

/** A row of the list, as its cells are typed; `typed` is the whole line where it could not be taken apart. */
export type Row = { line: number; address: string; name: string; amount: string; typed?: string };

/** What has been chosen so far. It is kept in this tab until the purchase, across reloads. */
export type Draft = {
  shop_id?: string;
  amount_minor?: number;
  currency?: string;
  message?: string;
  card_design?: string;
  /** Local time, as a `datetime-local` field has it: `2026-12-24T09:00`. */
  deliver_at?: string;
  payment_method_id?: string;
  /** Who gets it, if it is somebody who got a gift before: the last one to them. */
  same_as?: { order_id: string; masked_name: string; masked_address: string };
  /** For several people: the pasted list, its rows, and the people on it. */
  several?: true;
  list?: string;
  rows?: Row[];
  people?: People;
};

const KEY = 'seonmul.gift-draft';
const listeners = new Set<() => void>();

/** A field that is undefined in a change is removed from the draft. */
type Change = { [Member in keyof Draft]?: Draft[Member] | undefined };

export function useDraft(): [Draft, (change: Change) => void] {
  const stored = useSyncExternalStore(listen, read);
  const draft = useMemo(() => parse(stored), [stored]);
  return [draft, (change) => write({ ...parse(read()), ...change })];
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
