import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, newPinFields, pinField, pinKeys } from '../../../../kit/http/page-parts.ts';
import type { PinDigits } from '../../../../kit/pin-policy.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { SentBy } from '../../messages/tell.ts';
import { codeField, errorNotice, errorText, type FormError, type PagePart, phoneField } from './parts.ts';

/** Log-in by phone number and PIN. */
export function logInPage(
  w: Words,
  shop_name: string,
  digits: PinDigits,
  { phone = '', error }: { phone?: string; error?: FormError | undefined },
): PagePart {
  const title = w.t('certificate_page.log_in', { shop_name });
  const pin = {
    name: 'pin',
    label: w.t('certificate_page.pin'),
    hint: w.t('certificate_page.pin_hint'),
    autocomplete: 'current-password',
  };
  const main = html`<section><h1>${title}</h1>${errorNotice(error)}
<form class="pin" method="post" action="/certificate/session" novalidate>
${phoneField(w, { value: phone, error })}${pinField({ ...pin, wrong: errorText(error, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.open')}</button></form>
<a class="button quiet" href="/certificate/forgotten">${w.t('certificate_page.forgotten')}</a></section>`;
  return { title, main };
}

/** First step for a forgotten or locked PIN: the phone that gets a code. */
export function askCodePage(
  w: Words,
  { phone = '', error }: { phone?: string; error?: FormError | undefined },
): PagePart {
  const title = w.t('certificate_page.code_ask');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.code_ask_what')}</p>${errorNotice(error)}
<form method="post" action="/certificate/forgotten" novalidate>${phoneField(w, { value: phone, error })}
<button name="by" value="text">${w.t('certificate_page.code_send')}</button>${callButton(w)}</form>
<a class="button quiet" href="/certificate">${w.t('page.back')}</a></section>`;
  return { title, main };
}

type CodeForm = {
  phone: string;
  minutes: number;
  request_id?: string | undefined;
  sent_by?: SentBy | undefined;
  code?: string;
  error?: FormError;
};

/** Second step: the code, and the new PIN twice. */
export function newPinPage(
  w: Words,
  digits: PinDigits,
  { phone, minutes, request_id, sent_by, code = '', error }: CodeForm,
): PagePart {
  const title = w.t('certificate_page.code_sent');
  const main = html`<section><h1>${title}</h1>
<p>${w.t(sent_by === 'call' ? 'certificate_page.code_called_what' : 'certificate_page.code_sent_what', { phone, minutes })}</p>${errorNotice(error)}
<form class="pin" method="post" action="/certificate/new-pin" novalidate>${hidden('phone', phone)}${ofCode({ request_id, sent_by })}
${codeField(w, code, error)}
${newPinFields(w, { label: w.t('certificate_page.new_pin'), wrong: errorText(error, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.new_pin_set')}</button></form>
${sent_by === 'call' ? null : html`<form method="post" action="/certificate/forgotten">${hidden('phone', phone)}${callButton(w)}</form>`}
<a class="button quiet" href="/certificate/forgotten">${w.t('page.back')}</a></section>`;
  return { title, main };
}

/** A new PIN by the current one, for whoever has opened their certificates. */
export function changePinPage(
  w: Words,
  digits: PinDigits,
  { key, error }: { key: string; error?: FormError | undefined },
): PagePart {
  const title = w.t('certificate_page.change_pin');
  const old = { name: 'old_pin', label: w.t('certificate_page.old_pin'), autocomplete: 'current-password' };
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.change_pin_what')}</p>${errorNotice(error)}
<form class="pin" method="post" action="/certificate/pin" novalidate>${hidden('key', key)}
${pinField({ ...old, wrong: errorText(error, 'old_pin') })}
${newPinFields(w, { label: w.t('certificate_page.new_pin'), wrong: errorText(error, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.new_pin_set')}</button></form>
<a class="button quiet" href="/certificate/forgotten">${w.t('certificate_page.forgotten')}</a>
<a class="button quiet" href="/certificate">${w.t('page.back')}</a></section>`;
  return { title, main };
}

/** Where PINs alone aren't enough from an unknown browser: the phone gets a code first. */
export function askOpeningCodePage(
  w: Words,
  { phone, error }: { phone: string; error?: FormError | undefined },
): PagePart {
  const title = w.t('certificate_page.opening_code_ask');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.opening_code_ask_what')}</p>${errorNotice(error)}
<form method="post" action="/certificate/opening-code" novalidate>${phoneField(w, { value: phone, error })}
<button name="by" value="text">${w.t('certificate_page.code_send')}</button>${callButton(w)}</form>
<a class="button quiet" href="/certificate">${w.t('page.back')}</a></section>`;
  return { title, main };
}

/** The code, and the PIN again. */
export function openWithCodePage(
  w: Words,
  digits: PinDigits,
  { phone, minutes, request_id, sent_by, code = '', error }: CodeForm,
): PagePart {
  const title = w.t('certificate_page.code_sent');
  const pin = {
    name: 'pin',
    label: w.t('certificate_page.pin'),
    hint: w.t('certificate_page.pin_hint'),
    autocomplete: 'current-password',
  };
  const main = html`<section><h1>${title}</h1>
<p>${w.t(sent_by === 'call' ? 'certificate_page.code_called_what' : 'certificate_page.code_sent_what', { phone, minutes })}</p>${errorNotice(error)}
<form class="pin" method="post" action="/certificate/session" novalidate>${hidden('phone', phone)}${ofCode({ request_id, sent_by })}
${codeField(w, code, error)}${pinField({ ...pin, wrong: errorText(error, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.open')}</button></form>
<a class="button quiet" href="/certificate/forgotten">${w.t('certificate_page.forgotten')}</a></section>`;
  return { title, main };
}

function ofCode({ request_id = '', sent_by = 'text' }: Pick<CodeForm, 'request_id' | 'sent_by'>): Html {
  return html`${hidden('request_id', request_id)}${hidden('sent_by', sent_by)}`;
}

/** Of a form that sends a code. */
function callButton(w: Words): Html {
  return html`<button class="quiet" name="by" value="call">${w.t('certificate_page.code_call')}</button>`;
}

export function pinSavedPage(w: Words): PagePart {
  const title = w.t('certificate_page.pin_saved');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.pin_saved_what')}</p>
<a class="button" href="/certificate">${w.t('certificate_page.title')}</a></section>`;
  return { title, main };
}
