import { memberApi } from './member.ts';

/** What the terminal remembers of a purchase while the member is on the payment provider's page to add a card. */
export type CardTrip = {
  management_url: string;
  session_token: string;
  name: string;
  amount_minor: number;
};

/** A member who is back from that page, with a card unless they went back without one. */
export type CameBack = CardTrip & { payment_method_id: string | null };

const KEPT = 'seonmul.card-trip';

/**
 * Opens the page in place of this one. The session's token goes into the tab's storage only for as long as the page is
 * open, since a page that is left loses its memory; no other site can read it there.
 */
export function leaveForCard(cardEntryUrl: string, locale: string, trip: CardTrip): void {
  sessionStorage.setItem(KEPT, JSON.stringify(trip));
  const url = new URL(cardEntryUrl);
  url.searchParams.set('locale', locale);
  // Without an entry in the history: there is no way back to a page that remembers less than it shows.
  window.location.replace(url);
}

/** Who came back to this page, if anybody did. The provider's page says if it was left alone. */
export function cameBack(): CameBack | undefined {
  const kept = sessionStorage.getItem(KEPT);
  const query = new URLSearchParams(window.location.search);
  if (kept === null || query.has('timed_out')) return undefined;
  const trip: CardTrip = JSON.parse(kept);
  return { ...trip, payment_method_id: query.get('payment_method_id') };
}

/** Forgets the trip once it is over, and logs out a member who did not come back from it. */
export function endTrip(): void {
  const kept = sessionStorage.getItem(KEPT);
  const isBack = cameBack() !== undefined;
  sessionStorage.removeItem(KEPT);
  if (window.location.search !== '') window.history.replaceState(null, '', window.location.pathname);
  if (kept === null || isBack) return;
  const { management_url, session_token }: CardTrip = JSON.parse(kept);
  // If that gets no answer, the session expires within minutes.
  void memberApi(management_url, session_token)
    .DELETE('/v1/sessions/current')
    .catch(() => undefined);
}
