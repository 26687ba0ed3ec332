import { type Html, html } from '../../../../kit/http/html.ts';
import {
  hidden,
  newPinFields,
  noticeOf,
  pinField,
  pinKeys,
  textField,
} from '../../../../kit/http/page-parts.ts';
import { DIGITS_TYPED_MAX } from '../../../../kit/typed/digits.ts';
import { PHONE_TYPED_MAX } from '../../../../kit/typed/phone.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { ContactCode } from '../../contacts/contact-codes.ts';
import type { OfferView } from '../offers.ts';
import type { Typed } from './typed.ts';

type Form = { path: string; key: string; typed: Typed };
type AcceptForm = Form & { offer: OfferView; proving: ContactCode | undefined };

/** A gift by email: the number that it will be opened with, which is told a code. */
export function phoneForm(w: Words, { path, key, typed }: Form): Html {
  const { wrong } = typed;
  return html`<section><h1>${w.t('gift_page.name_phone')}</h1>
<p>${w.t('gift_page.why_phone')}</p>${noticeOf(wrong?.field === 'code' ? wrong.text : undefined)}
<form method="post" action="${path}/phone-code" novalidate>${hidden('key', key)}
${textField({
  name: 'phone',
  label: w.t('gift_page.phone'),
  hint: w.t('gift_page.phone_hint'),
  type: 'tel',
  autocomplete: 'tel',
  length_max: PHONE_TYPED_MAX,
  value: typed.phone ?? '',
  wrong: wrong?.field === 'phone' ? wrong.text : undefined,
})}
<button name="by" value="text">${w.t('certificate_page.code_send')}</button>
<button class="quiet" name="by" value="call">${w.t('certificate_page.code_call')}</button></form>
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
}

/** Receipt 3: the PIN, twice, with its rules; and the code that proves the number, if the gift came by email. */
export function acceptForm(w: Words, { path, key, offer, typed, proving }: AcceptForm): Html {
  const { usual: digits } = offer.pin_digits;
  const wrongIn = (field: string) => (typed.wrong?.field === field ? typed.wrong.text : undefined);
  return html`<section><h1>${w.t('gift_page.choose_pin')}</h1>
<p>${w.t('gift_page.why_pin')}</p>
<ul class="rules"><li>${w.t('gift_page.pin_rule_length', { digits })}</li><li>${w.t('gift_page.pin_rule_easy')}</li>
<li>${w.t('gift_page.pin_rule_phone')}</li></ul>
<form class="pin" method="post" action="${path}/acceptance" novalidate>${hidden('key', key)}
${proving === undefined ? null : proofFields(w, proving, typed.code ?? '', wrongIn('code'))}
${newPinFields(w, { label: w.t('gift_page.pin'), wrong: wrongIn('pin') })}
${pinKeys(w, digits)}
${offer.name_to_confirm === undefined ? null : html`${hidden('name_confirmed', 'yes')}<p>${w.t('gift_page.name_to_confirm', { name: offer.name_to_confirm })}</p>`}
<button>${w.t(offer.name_to_confirm === undefined ? 'gift_page.accept_now' : 'gift_page.accept_as_me')}</button></form>
${proving === undefined ? null : html`<a class="button quiet" href="${path}/phone">${w.t('gift_page.other_phone')}</a>`}
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
}

/** For whoever has a PIN at this shop: it is entered once, and the shop compares it. */
export function ownPinForm(w: Words, { path, key, offer, typed }: Omit<AcceptForm, 'proving'>): Html {
  const wrong = typed.wrong?.field === 'pin' ? typed.wrong.text : undefined;
  const { name_to_confirm: name } = offer;
  return html`<section><h1>${w.t('gift_page.own_pin_title')}</h1>
<p>${w.t('gift_page.own_pin_what')}</p>
<form class="pin" method="post" action="${path}/acceptance" novalidate>${hidden('key', key)}${hidden('own_pin', 'yes')}
${pinField({ name: 'pin', label: w.t('gift_page.own_pin'), autocomplete: 'current-password', wrong })}
${pinKeys(w, offer.pin_digits.usual)}
${name === undefined ? null : html`${hidden('name_confirmed', 'yes')}<p>${w.t('gift_page.name_to_confirm', { name })}</p>`}
<button>${w.t(name === undefined ? 'gift_page.accept_now' : 'gift_page.accept_as_me')}</button></form>
<a class="button quiet" href="${path}/new-pin">${w.t('gift_page.other_pin')}</a>
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
}

/** The code stays valid until it expires, so a form with another error keeps it. */
function proofFields(
  w: Words,
  { phone, sent_by }: ContactCode,
  code: string,
  wrong: string | undefined,
): Html {
  const said = sent_by === 'call' ? 'gift_page.code_called' : 'gift_page.code_sent';
  return html`<p>${w.t(said, { phone })}</p>${hidden('phone', phone)}
${textField({
  name: 'code',
  label: w.t('certificate_page.code'),
  type: 'text',
  numeric: true,
  autocomplete: 'one-time-code',
  length_max: DIGITS_TYPED_MAX,
  value: wrong === undefined ? code : '',
  wrong,
})}`;
}
