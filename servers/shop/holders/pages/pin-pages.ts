import { type Html, html } from '../../../../kit/http/html.ts';
import {
  hidden,
  newPinFields,
  noticeOf,
  pinField,
  pinKeys,
  textField,
} from '../../../../kit/http/page-parts.ts';
import type { PinDigits } from '../../../../kit/pin-policy.ts';
import type { Words } from '../../../../kit/words/index.ts';

type Part = { title: string; main: Html };

/** What is wrong, and with which field; without one it is said above the form. */
export type Wrong = { field: 'phone' | 'pin' | 'code' | 'name' | null; text: string };

const PHONE_LETTERS_MAX = 40;

/** Phone number and PIN open what belongs to them. */
export function logInPage(
  w: Words,
  shop_name: string,
  digits: PinDigits,
  { phone = '', wrong }: { phone?: string; wrong?: Wrong | undefined },
): Part {
  const title = w.t('certificate_page.log_in', { shop_name });
  const pin = {
    name: 'pin',
    label: w.t('certificate_page.pin'),
    hint: w.t('certificate_page.pin_hint'),
    autocomplete: 'current-password',
    length_max: digits.max,
  };
  const main = html`<section><h1>${title}</h1>${notice(wrong)}
<form class="pin" method="post" action="/certificate/session" novalidate>
${phoneField(w, { value: phone, wrong })}${pinField({ ...pin, wrong: textFor(wrong, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.open')}</button></form>
<a class="button quiet" href="/certificate/forgotten">${w.t('certificate_page.forgotten')}</a></section>`;
  return { title, main };
}

/** First step of a forgotten or locked PIN: to which phone a code goes. */
export function askCodePage(
  w: Words,
  { phone = '', wrong }: { phone?: string; wrong?: Wrong | undefined },
): Part {
  const title = w.t('certificate_page.code_ask');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.code_ask_what')}</p>${notice(wrong)}
<form method="post" action="/certificate/forgotten" novalidate>${phoneField(w, { value: phone, wrong })}
<button>${w.t('certificate_page.code_send')}</button></form>
<a class="button quiet" href="/certificate">${w.t('page.back')}</a></section>`;
  return { title, main };
}

type NewPin = { phone: string; minutes: number; code?: string; wrong?: Wrong };

/** Second step: the code, and the new PIN twice. */
export function newPinPage(w: Words, digits: PinDigits, { phone, minutes, code = '', wrong }: NewPin): Part {
  const title = w.t('certificate_page.code_sent');
  const main = html`<section><h1>${title}</h1>
<p>${w.t('certificate_page.code_sent_what', { phone, minutes })}</p>${notice(wrong)}
<form class="pin" method="post" action="/certificate/new-pin" novalidate>${hidden('phone', phone)}
${codeField(w, code, wrong)}
${newPinFields(w, { label: w.t('certificate_page.new_pin'), length_max: digits.max, wrong: textFor(wrong, 'pin') })}${pinKeys(w, digits.max)}
<button>${w.t('certificate_page.new_pin_set')}</button></form>
<a class="button quiet" href="/certificate/forgotten">${w.t('page.back')}</a></section>`;
  return { title, main };
}

export function pinSavedPage(w: Words): Part {
  const title = w.t('certificate_page.pin_saved');
  const main = html`<section><h1>${title}</h1><p>${w.t('certificate_page.pin_saved_what')}</p>
<a class="button" href="/certificate">${w.t('certificate_page.title')}</a></section>`;
  return { title, main };
}

export function phoneField(
  w: Words,
  { value, wrong, label }: { value: string; wrong: Wrong | undefined; label?: string },
): Html {
  return textField({
    name: 'phone',
    label: label ?? w.t('certificate_page.phone'),
    hint: w.t(label === undefined ? 'certificate_page.phone_hint' : 'certificate_page.phone_form'),
    type: 'tel',
    autocomplete: label === undefined ? 'tel' : 'off',
    length_max: PHONE_LETTERS_MAX,
    value,
    wrong: textFor(wrong, 'phone'),
  });
}

/** The code from a text message. It is good until it is used, so that one need not key it in again. */
export function codeField(w: Words, value: string, wrong: Wrong | undefined): Html {
  return textField({
    name: 'code',
    label: w.t('certificate_page.code'),
    type: 'text',
    numeric: true,
    autocomplete: 'one-time-code',
    length_max: 6,
    value: wrong?.field === 'code' ? '' : value,
    wrong: textFor(wrong, 'code'),
  });
}

export function notice(wrong: Wrong | undefined): Html | null {
  return noticeOf(wrong?.field === null ? wrong.text : undefined);
}

export function textFor(wrong: Wrong | undefined, field: Wrong['field']): string | undefined {
  return wrong?.field === field ? wrong.text : undefined;
}
