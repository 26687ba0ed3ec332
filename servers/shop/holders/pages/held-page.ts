import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, noticeOf } from '../../../../kit/http/page-parts.ts';
import { storeList } from '../../../../kit/http/store-list.ts';
import type { Words } from '../../../../kit/words/index.ts';
import { type Store, storeIn } from '../../stores/stores.ts';
import type { HeldCertificate, HeldEntry, Wallet } from '../held-certificates.ts';
import { inGroups, scannable } from './codes.ts';
import type { PagePart } from './parts.ts';

/** All certificates opened by phone number and PIN, with their sum. */
export function heldListPage(
  w: Words,
  { certificates, totals, under_other_pins: count }: Wallet,
  stores: readonly Store[],
): PagePart {
  const title = w.t('certificate_page.title');
  const main = html`<section><h1>${title}</h1>${sum(w, totals)}</section>
${count === 0 ? null : underOtherPins(w, count)}
${certificates.map(
  (certificate) => html`<section>${balance(w, certificate)}
<a class="button quiet" href="/certificate/${certificate.certificate_id}">${w.t(certificate.actions.includes('show_code') ? 'certificate_page.details' : 'certificate_page.history')}</a></section>`,
)}
${whereToUse(w, stores)}
<a class="button quiet" href="/certificate/pin">${w.t('certificate_page.change_pin')}</a>${closeForm(w)}`;
  return { title, main };
}

function sum(w: Words, totals: Wallet['totals']): Html {
  if (totals.length === 0) return html`<p>${w.t('certificate_page.none_usable')}</p>`;
  return html`<p class="soft label">${w.t('certificate_page.total')}</p>
${totals.map((total) => html`<p class="amount">${w.money(total)}</p>`)}
<p>${w.t('certificate_page.total_how')}</p>`;
}

/** Whoever is here has not shown that PIN, so no more than their count is said. */
function underOtherPins(w: Words, count: number): Html {
  return html`<section><h2>${w.t('certificate_page.others', { count })}</h2><p>${w.t('certificate_page.others_how')}</p>
<a class="button quiet" href="/certificate/forgotten">${w.t('certificate_page.one_pin')}</a></section>`;
}

export function heldCertificatePage(
  w: Words,
  certificate: HeldCertificate & { entries: readonly HeldEntry[] },
  stores: readonly Store[],
  { key, notice }: { key: string; notice?: string | undefined },
): PagePart {
  const title = w.t('certificate_page.one');
  const { actions, certificate_id } = certificate;
  const main = html`${noticeOf(notice)}<section><h1>${title}</h1>${balance(w, certificate)}
${actions.includes('show_code') ? html`<a class="button" href="/certificate/${certificate_id}/code">${w.t('certificate_page.show_code')}</a>` : null}</section>
${actions.includes('show_code') ? whereToUse(w, stores) : null}
<section><h2>${w.t('certificate_page.history')}</h2>
<dl class="list">${certificate.entries.map((entry) => historyLine(w, certificate.currency, entry))}</dl></section>
${actions.includes('hand_over') ? extendOrHandOver(w, certificate, key) : null}
<a class="button quiet" href="/certificate">${w.t('page.back')}</a>${closeForm(w)}`;
  return { title, main };
}

function whereToUse(w: Words, stores: readonly Store[]): Html {
  return html`<section><h2>${w.t('certificate_page.where')}</h2><p>${w.t('certificate_page.where_how')}</p>
${storeList(
  w,
  stores.map((store) => storeIn(w.locale, store)),
)}</section>`;
}

/** Extend it or hand it over. */
function extendOrHandOver(
  w: Words,
  { certificate_id, actions, extendable_to }: HeldCertificate,
  key: string,
): Html {
  const extension =
    extendable_to !== null && actions.includes('extend')
      ? html`<form method="post" action="/certificate/${certificate_id}/extension">${hidden('key', key)}
<button class="quiet">${w.t('certificate_page.extend', { extendable_to })}</button></form>`
      : html`<p>${w.t('certificate_page.extend_not')}</p>`;
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

function balance(w: Words, { buyer_name, last4, currency, state, ...certificate }: HeldCertificate): Html {
  const amount = { amount_minor: certificate.amount_minor, currency };
  const left = w.money({ amount_minor: certificate.balance_minor, currency });
  const { expires_at } = certificate;
  const until = state === 'expired' ? 'certificate_page.expired' : 'certificate_page.expires';
  return html`<p class="state state-${state}">${w.t(`gift_state_of.${state}`)}</p>
<p>${w.t('certificate_page.from', { buyer_name })}</p>
<p class="soft label">${w.t('certificate_page.left')}</p>
<p class="amount">${left}</p>
${state === 'frozen' || state === 'on_hold' ? html`<p>${w.t(`certificate_page.why_${state}`)}</p>` : null}
<p>${w.t('certificate_page.of', { amount })}<br>${state === 'used_up' ? null : html`${w.t(until, { expires_at })}<br>`}
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
