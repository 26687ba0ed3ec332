import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, newPinFields, pinKeys, textField } from '../../../../kit/http/page-parts.ts';
import type { PinDigits } from '../../../../kit/pin-policy.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { HeldCertificate } from '../held-certificates.ts';
import { codeField, notice, phoneField, textFor, type Wrong } from './pin-pages.ts';

type Part = { title: string; main: Html };

const NAME_LETTERS_MAX = 100;

/** To whom a certificate goes. It stays the holder's until the other phone has taken it. */
export function handOverForm(
  w: Words,
  { certificate_id, currency, balance_minor }: HeldCertificate,
  { key, phone, wrong }: { key: string; phone: string; wrong: Wrong | undefined },
): Part {
  const title = w.t('certificate_page.hand_over');
  const left = { amount_minor: balance_minor, currency };
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.hand_over_what', { left })}</p>${notice(wrong)}
<form method="post" action="/certificate/${certificate_id}/hand-over" novalidate>${hidden('key', key)}
${phoneField(w, { value: phone, wrong, label: w.t('certificate_page.hand_over_to') })}
<button>${w.t('certificate_page.hand_over_now')}</button></form>
<a class="button quiet" href="/certificate/${certificate_id}">${w.t('page.back')}</a></section>`;
  return { title, main };
}

export function handOverBegun(
  w: Words,
  { certificate_id, phone, key }: { certificate_id: string; phone: string; key: string },
): Part {
  const title = w.t('certificate_page.hand_over_begun');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.hand_over_begun_what', { phone })}</p>
<a class="button" href="/certificate/${certificate_id}">${w.t('certificate_page.title')}</a>
<form method="post" action="/certificate/${certificate_id}/hand-over/withdrawal">${hidden('key', key)}
<button class="quiet">${w.t('certificate_page.hand_over_withdraw')}</button></form></section>`;
  return { title, main };
}

export type Taking = { key: string; phone?: string; code?: string; name?: string; wrong?: Wrong };

/** The other phone's side: the code from its text message, a name, and a PIN of one's own twice. */
export function takeForm(
  w: Words,
  digits: PinDigits,
  { key, phone = '', code = '', name = '', wrong }: Taking,
): Part {
  const title = w.t('certificate_page.take');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.take_what')}</p>${notice(wrong)}
<form class="pin" method="post" action="/certificate/taking" novalidate>${hidden('key', key)}
${phoneField(w, { value: phone, wrong })}
${codeField(w, code, wrong)}
${textField({ name: 'name', label: w.t('certificate_page.name'), type: 'text', autocomplete: 'name', length_max: NAME_LETTERS_MAX, value: name, wrong: textFor(wrong, 'name') })}
${newPinFields(w, { label: w.t('certificate_page.new_pin'), length_max: digits.max, wrong: textFor(wrong, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.take_now')}</button></form></section>`;
  return { title, main };
}

export function takenPage(w: Words): Part {
  const title = w.t('certificate_page.taken');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.taken_what')}</p>
<a class="button" href="/certificate">${w.t('certificate_page.title')}</a></section>`;
  return { title, main };
}
