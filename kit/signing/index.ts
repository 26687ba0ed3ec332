export { type SignedAnswer, signedFetch } from './client.ts';
export type { Evidence } from './evidence.ts';
export { loadParties, loadSigningKey, type Party, rememberPartyKeys, type SigningKey } from './keys.ts';
