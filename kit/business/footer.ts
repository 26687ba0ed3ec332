import { type Html, html } from '../http/html.ts';
import type { Words } from '../words/index.ts';
import type { Business } from './shapes.ts';

/** A business in the reader's language, as a footer, a mail or a receipt names it: each fact with its name. */
export function businessFacts(w: Words, business: Business): [name: string, value: string][] {
  const isKorean = w.locale === 'ko';
  const hours = isKorean ? business.hours_ko : business.hours_en;
  const support = hours === null ? business.telephone : `${business.telephone} (${hours})`;
  const facts: [string, string | null][] = [
    [w.t('business.name'), businessName(w, business)],
    [w.t('business.representative'), business.representative],
    [w.t('business.registration_number'), business.registration_number],
    [w.t('business.mail_order_number'), business.mail_order_number],
    [w.t('business.address'), isKorean ? business.address_ko : business.address_en],
    [w.t('business.support'), support],
    [w.t('business.email'), business.email],
    [w.t('business.privacy_officer'), business.privacy_officer],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

export function businessName(w: Words, business: Business): string {
  return w.locale === 'ko' ? business.name_ko : business.name_en;
}

/** How a mail ends: who sent it, and where to ask. */
export function businessLines(w: Words, business: Business): string {
  const { representative, registration_number, telephone, email } = business;
  const address = w.locale === 'ko' ? business.address_ko : business.address_en;
  return [
    `${businessName(w, business)} · ${w.t('business.representative')} ${representative} · ${w.t('business.registration_number')} ${registration_number}`,
    address,
    `${w.t('business.support')} ${telephone} · ${email}`,
  ].join('\n');
}

/** The foot of a page that is rendered on the server. */
export function businessFooter(w: Words, business: Business): Html {
  return html`<nav aria-label="${w.t('business.documents')}"><a href="/terms?lang=${w.locale}">${w.t('business.terms')}</a>
<a href="/privacy?lang=${w.locale}"><strong>${w.t('business.privacy')}</strong></a>
<a href="/help?lang=${w.locale}">${w.t('business.faq')}</a></nav>
<dl class="business">${businessFacts(w, business).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
