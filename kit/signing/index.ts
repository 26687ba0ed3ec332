export { type SignedAnswer, signedFetch } from './client.ts';
export { loadParties, loadSigningKey, type Party, rememberPartyKeys, type SigningKey } from './keys.ts';
export type { Evidence, PeerCaller } from './types.ts';
