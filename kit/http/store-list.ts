import { formatPhone } from '../phone-format.ts';
import type { Words } from '../words/index.ts';
import { type Html, html } from './html.ts';

/** A store in the reader's language. */
export type ToldStore = {
  name: string;
  address?: string | null | undefined;
  opening_hours?: string | null | undefined;
  phone?: string | null | undefined;
  map_url?: string | null | undefined;
};

/** Stores with address, map, hours and telephone, as far as they are known. */
export function storeList(w: Words, stores: readonly ToldStore[]): Html {
  return html`<ul class="stores">${stores.map((store) => storeItem(w, store))}</ul>`;
}

function storeItem(w: Words, { name, address, opening_hours, phone, map_url }: ToldStore): Html {
  const at = map_url ?? (address == null ? null : mapOf(w, address));
  const link =
    at === null
      ? null
      : html`<a href="${at}" target="_blank" rel="noopener noreferrer" aria-label="${w.t('certificate_page.map_of', { name })}">${w.t('certificate_page.map')}</a>`;
  const place =
    link === null ? null : html`<span>${address == null ? null : html`${address} `}${link}</span>`;
  return html`<li><strong>${name}</strong>${place}
${opening_hours == null ? null : html`<span class="soft">${opening_hours}</span>`}
${phone == null ? null : html`<a href="tel:${phone}">${formatPhone(phone, w.locale)}</a>`}</li>`;
}

/** The address in the map that most people use who read this language. */
function mapOf({ locale }: Words, address: string): string {
  const asked = encodeURIComponent(address);
  return locale === 'ko'
    ? `https://map.naver.com/p/search/${asked}`
    : `https://www.google.com/maps/search/?api=1&query=${asked}`;
}
