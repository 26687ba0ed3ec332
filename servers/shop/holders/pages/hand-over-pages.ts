import { html } from '../../../../kit/http/html.ts';
import { hidden, newPinFields, pinKeys, textField } from '../../../../kit/http/page-parts.ts';
import type { PinDigits } from '../../../../kit/pin-policy.ts';
import { NAME_TYPED_MAX } from '../../../../kit/typed/name.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { SentBy } from '../../messages/tell.ts';
import type { HeldCertificate } from '../held-certificates.ts';
import { codeField, errorNotice, errorText, type FormError, type PagePart, phoneField } from './parts.ts';

/** Where a certificate goes. It stays the holder's until the other phone accepts it. */
export function handOverForm(
  w: Words,
  { certificate_id, currency, balance_minor }: HeldCertificate,
  { key, phone, error }: { key: string; phone: string; error: FormError | undefined },
): PagePart {
  const title = w.t('certificate_page.hand_over');
  const left = { amount_minor: balance_minor, currency };
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.hand_over_what', { left })}</p>${errorNotice(error)}
<form method="post" action="/certificate/${certificate_id}/hand-over" novalidate>${hidden('key', key)}
${phoneField(w, { value: phone, error, label: w.t('certificate_page.hand_over_to') })}
<p>${w.t('certificate_page.hand_over_own_code')}</p>
<button name="by" value="text">${w.t('certificate_page.code_send')}</button>
<button class="quiet" name="by" value="call">${w.t('certificate_page.code_call')}</button></form>
<a class="button quiet" href="/certificate/${certificate_id}">${w.t('page.back')}</a></section>`;
  return { title, main };
}

type HolderCode = { key: string; phone: string; code?: string; error: FormError | undefined };

/** The code that the holder's own phone was told. It stays valid until it is used, so a form with another error keeps it. */
export function handOverCodeForm(
  w: Words,
  { certificate_id }: HeldCertificate,
  { key, phone, code = '', error }: HolderCode,
): PagePart {
  const title = w.t('certificate_page.hand_over_confirm');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.hand_over_confirm_what', { phone })}</p>${errorNotice(error)}
<form method="post" action="/certificate/${certificate_id}/hand-over/confirmation" novalidate>${hidden('key', key)}
${hidden('phone', phone)}
${codeField(w, code, error)}
<button name="by" value="text">${w.t('certificate_page.hand_over_now')}</button>
<button class="quiet" name="by" value="call">${w.t('certificate_page.hand_over_call')}</button></form>
<a class="button quiet" href="/certificate/${certificate_id}/hand-over">${w.t('page.back')}</a></section>`;
  return { title, main };
}

export function handOverStartedPage(
  w: Words,
  {
    certificate_id,
    phone,
    sent_by,
    key,
  }: { certificate_id: string; phone: string; sent_by: SentBy; key: string },
): PagePart {
  const called = sent_by === 'call';
  const title = w.t(called ? 'certificate_page.hand_over_called' : 'certificate_page.hand_over_begun');
  const what = called ? 'certificate_page.hand_over_called_what' : 'certificate_page.hand_over_begun_what';
  const main = html`<section><h1>${title}</h1><p>${w.t(what, { phone })}</p>
<a class="button" href="/certificate/${certificate_id}">${w.t('certificate_page.title')}</a>
<form method="post" action="/certificate/${certificate_id}/hand-over/withdrawal">${hidden('key', key)}
<button class="quiet">${w.t('certificate_page.hand_over_withdraw')}</button></form></section>`;
  return { title, main };
}

type Acceptance = { key: string; phone?: string; code?: string; name?: string; error?: FormError };

/** The new holder accepts: the code they were told, a name, and a new PIN twice. */
export function acceptHandOverForm(
  w: Words,
  digits: PinDigits,
  { key, phone = '', code = '', name = '', error }: Acceptance,
): PagePart {
  const title = w.t('certificate_page.take');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.take_what')}</p>${errorNotice(error)}
<form class="pin" method="post" action="/certificate/taking" novalidate>${hidden('key', key)}
${phoneField(w, { value: phone, error })}
${codeField(w, code, error)}
${textField({ name: 'name', label: w.t('certificate_page.name'), type: 'text', autocomplete: 'name', length_max: NAME_TYPED_MAX, value: name, wrong: errorText(error, 'name') })}
${newPinFields(w, { label: w.t('certificate_page.new_pin'), wrong: errorText(error, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.take_now')}</button></form></section>`;
  return { title, main };
}

export function handOverAcceptedPage(w: Words): PagePart {
  const title = w.t('certificate_page.taken');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.taken_what')}</p>
<a class="button" href="/certificate">${w.t('certificate_page.title')}</a></section>`;
  return { title, main };
}
