/** A terminal in a store. */
export type Till = { terminal_id: string; store_id: string; store_name: string };

/** Where a sale is made: at a till, or in the web shop, which has no terminal. */
export type Place = {
  terminal_id: string | null;
  store_id: string;
  store_name: string;
  channel: 'store' | 'online';
};
