/** The four servers. A server listens at the port base plus its part's number. */
export const SERVER_ROLES = ['management', 'settlement', 'carrier', 'shop'] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];

export const PART_NUMBERS: Record<ServerRole, number> = {
  management: 200,
  settlement: 300,
  carrier: 400,
  shop: 500,
};

/** Whom each server calls and lets call. The carrier's callers are OAuth2 clients, in a file of their own. */
export const PERMITTED: Readonly<Record<ServerRole, readonly ServerRole[]>> = {
  management: ['settlement', 'shop'],
  settlement: ['management', 'shop'],
  carrier: [],
  shop: ['management', 'settlement'],
};
