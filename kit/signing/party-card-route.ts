import type { App } from '../http/app.ts';
import type { SigningKey } from './keys.ts';
import { PARTY_CARD_PATH, partyCard, showCard } from './party-card.ts';

/** Shows this server's public keys to the owners of others, who compare them by their fingerprint. */
export function partyCardRoute(
  app: App,
  { signingKey, publicUrl }: { signingKey: SigningKey; publicUrl: string },
  role: string,
): void {
  const card = partyCard(signingKey, { role, base_url: publicUrl });
  const shown = showCard(signingKey, card);
  app.get(PARTY_CARD_PATH, { schema: { hide: true } }, () => shown);
}
