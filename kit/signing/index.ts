export { type SignedAnswer, signedFetch } from './client.ts';
export { loadParties, loadSigningKey, type Party, type SigningKey, storePartyKeys } from './keys.ts';
export type { Evidence, PeerCaller } from './types.ts';
