import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, newPinFields, pinKeys, textField } from '../../../../kit/http/page-parts.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { OfferView } from '../offers.ts';
import type { Typed } from './typed.ts';

type AcceptForm = { path: string; key: string; offer: OfferView; typed: Typed };

/** Receipt 3: the PIN, twice, with its rules; and a phone number, if the gift came by email. */
export function acceptForm(w: Words, { path, key, offer, typed }: AcceptForm): Html {
  const { usual: digits } = offer.pin_digits;
  const wrongIn = (field: string) => (typed.wrong?.field === field ? typed.wrong.text : undefined);
  return html`<section><h1>${w.t('gift_page.choose_pin')}</h1>
<p>${w.t('gift_page.why_pin')}</p>
<ul class="rules"><li>${w.t('gift_page.pin_rule_length', { digits })}</li><li>${w.t('gift_page.pin_rule_easy')}</li>
<li>${w.t('gift_page.pin_rule_phone')}</li></ul>
<form class="pin" method="post" action="${path}/acceptance" novalidate>${hidden('key', key)}
${offer.needs_phone ? phoneField(w, typed.phone ?? '', wrongIn('phone')) : null}
${newPinFields(w, { label: w.t('gift_page.pin'), wrong: wrongIn('pin') })}
${pinKeys(w, digits)}
<button>${w.t('gift_page.accept_now')}</button></form>
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
}

function phoneField(w: Words, value: string, wrong: string | undefined): Html {
  return textField({
    name: 'phone',
    label: w.t('gift_page.phone'),
    hint: w.t('gift_page.phone_hint'),
    type: 'tel',
    autocomplete: 'tel',
    length_max: 40,
    value,
    wrong,
  });
}
