import { addMs, type Clock, MINUTE_MS } from '../clock.ts';
import type { App } from '../http/app.ts';
import type { SigningKey } from './keys.ts';
import { PARTY_CARD_PATH, partyCard, type ShownCard, showCard } from './party-card.ts';

/** Anybody may ask, and none of them makes us sign more often. */
const SHOWN_FOR_MS = MINUTE_MS;

/** Shows this server's public keys to the owners of others, who compare them by their fingerprint. */
export function partyCardRoute(
  app: App,
  { signingKey, publicUrl, clock }: { signingKey: SigningKey; publicUrl: string; clock: Clock },
  role: string,
): void {
  const card = partyCard(signingKey, { role, base_url: publicUrl });
  let shown: { at: Date; card: Promise<ShownCard> } | undefined;
  app.get(PARTY_CARD_PATH, { schema: { hide: true } }, () => {
    const now = clock();
    // A clock that was put back makes nothing last longer.
    if (shown === undefined || now < shown.at || now > addMs(shown.at, SHOWN_FOR_MS))
      shown = { at: now, card: showCard(signingKey, card, now) };
    return shown.card;
  });
}
