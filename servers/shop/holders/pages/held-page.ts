import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, noticeOf } from '../../../../kit/http/page-parts.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { Store } from '../../stores/stores.ts';
import type { HeldCertificate, HeldEntry } from '../held-certificates.ts';
import { inGroups, scannable } from './codes.ts';
import type { PagePart } from './parts.ts';

/** All certificates opened by phone number and PIN. */
export function heldListPage(w: Words, held: readonly HeldCertificate[]): PagePart {
  const title = w.t('certificate_page.title');
  const main = html`<h1>${title}</h1>
${held.map(
  (certificate) => html`<section>${balance(w, certificate)}
<a class="button" href="/certificate/${certificate.certificate_id}">${w.t('certificate_page.details')}</a></section>`,
)}${closeForm(w)}`;
  return { title, main };
}

export function heldCertificatePage(
  w: Words,
  certificate: HeldCertificate & { entries: readonly HeldEntry[] },
  stores: readonly Store[],
  { key, notice }: { key: string; notice?: string | undefined },
): PagePart {
  const title = w.t('certificate_page.title');
  const usable = certificate.balance_minor > 0;
  const main = html`${noticeOf(notice)}<section><h1>${title}</h1>${balance(w, certificate)}
${usable ? html`<a class="button" href="/certificate/${certificate.certificate_id}/code">${w.t('certificate_page.show_code')}</a>` : null}</section>
<section><h2>${w.t('certificate_page.where')}</h2><p>${w.t('certificate_page.where_how')}</p>
<ul>${stores.map((store) => storeLine(w, store))}</ul></section>
<section><h2>${w.t('certificate_page.history')}</h2>
<dl class="list">${certificate.entries.map((entry) => historyLine(w, certificate.currency, entry))}</dl></section>
${usable ? extendOrHandOver(w, certificate, key) : null}
<a class="button quiet" href="/certificate">${w.t('page.back')}</a>${closeForm(w)}`;
  return { title, main };
}

function storeLine(w: Words, store: Store): Html {
  const { address, opening_hours, phone } = store;
  const told = [address, opening_hours, phone === null ? null : w.phone(phone)].filter(
    (text) => text !== null,
  );
  return html`<li>${nameIn(w, store)}${told.length === 0 ? null : html`<br><span class="soft">${told.join(' · ')}</span>`}</li>`;
}

/** Extend it or hand it over. */
function extendOrHandOver(w: Words, { certificate_id, extendable_to }: HeldCertificate, key: string): Html {
  const extension =
    extendable_to === null
      ? html`<p>${w.t('certificate_page.extend_not')}</p>`
      : html`<form method="post" action="/certificate/${certificate_id}/extension">${hidden('key', key)}
<button class="quiet">${w.t('certificate_page.extend', { extendable_to })}</button></form>`;
  return html`<section><h2>${w.t('certificate_page.care')}</h2>${extension}
<a class="button quiet" href="/certificate/${certificate_id}/hand-over">${w.t('certificate_page.hand_over')}</a></section>`;
}

/** Barcode and QR code, shown only on request. */
export function heldCodePage(w: Words, certificateId: string, number: string): PagePart {
  const title = w.t('certificate_page.code_title');
  const labels = { barcode: w.t('certificate_page.barcode'), qr: w.t('certificate_page.qr') };
  const main = html`<section><h1>${title}</h1>${scannable(number, labels)}
<p class="number">${inGroups(number)}</p>
<p>${w.t('certificate_page.code_warning')}</p>
<a class="button" href="/certificate/${certificateId}">${w.t('page.back')}</a></section>`;
  return { title, main };
}

function balance(w: Words, { buyer_name, last4, expires_at, currency, ...minor }: HeldCertificate): Html {
  const amount = { amount_minor: minor.amount_minor, currency };
  const left = w.money({ amount_minor: minor.balance_minor, currency });
  return html`<p>${w.t('certificate_page.from', { buyer_name })}</p>
<p class="soft label">${w.t('certificate_page.left')}</p>
<p class="amount">${left}</p>
<p>${w.t('certificate_page.of', { amount })}<br>${w.t('certificate_page.expires', { expires_at })}<br>
<span class="soft">${w.t('certificate_page.number', { last4 })}</span></p>`;
}

function historyLine(w: Words, currency: string, { kind, store, at, ...minor }: HeldEntry): Html {
  const delta =
    minor.delta_minor === 0 ? '' : w.money({ amount_minor: Math.abs(minor.delta_minor), currency });
  const left = { amount_minor: minor.after_minor, currency };
  const sign = minor.delta_minor < 0 ? '−' : minor.delta_minor > 0 ? '+' : '';
  return html`<div><dt>${w.t(`certificate_page.entry_${kind}`)}${store === null ? null : html`<br>${nameIn(w, store)}`}<br>
<span class="soft">${w.dateTime(at)}</span></dt>
<dd>${sign}${delta}<br><span class="soft">${w.t('certificate_page.entry_left', { left })}</span></dd></div>`;
}

function closeForm(w: Words): Html {
  return html`<form method="post" action="/certificate/end"><button class="quiet">${w.t('certificate_page.close')}</button></form>`;
}

function nameIn(w: Words, { name_ko, name_en }: { name_ko: string; name_en: string }): string {
  return w.locale === 'ko' ? name_ko : name_en;
}
