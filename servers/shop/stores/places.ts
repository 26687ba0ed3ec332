/** A terminal of a store, at which something is done. */
export type Till = { terminal_id: string; store_id: string; store_name: string };

/** A place of sale: a till, or the web shop, which is no terminal. */
export type Place = {
  terminal_id: string | null;
  store_id: string;
  store_name: string;
  channel: 'store' | 'online';
};
