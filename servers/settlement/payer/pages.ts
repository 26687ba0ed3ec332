import { type Html, html } from '../../../kit/http/html.ts';
import { hidden, keypad, noticeOf, pinField, textField } from '../../../kit/http/page-parts.ts';
import { type Page, problemMain } from '../../../kit/http/pages.ts';
import type { MoneyVar, Words } from '../../../kit/words/index.ts';
import type { CardElement } from '../acquirers/port.ts';

export type CardField = 'card_number' | 'expiry' | 'security_code';
/** What the payer typed. The security code is never sent back to the page. */
export type TypedCard = { card_number: string; expiry: string };
/** An error at one field, or with a null field at the whole form. */
export type Wrong<Field> = { field: Field | null; text: string };

/** A form, its idempotency key, and the origin that it redirects to when done. */
export type Form = { action: string; key: string; is_test: boolean; form_leads_to?: string };

/** Where a device that others use after the payer goes: when the payer goes back, and when nobody is there any more. */
export type WayBack = { back: string; timed_out: string };
/** Long enough to key in a card, and short enough for the next person. */
const LEFT_ALONE_S = 180;
const WAIT_S = 3;

/** The form for a card. On a device that others use, the digits are hidden and the browser keeps none of them. */
export function cardPage(
  w: Words,
  { action, key, is_test, ...page }: Form,
  typed: TypedCard,
  {
    wrong,
    way_back,
    back = way_back?.back,
  }: { wrong?: Wrong<CardField>; way_back?: WayBack | undefined; back?: string | undefined } = {},
): Page {
  const title = w.t('card_page.title');
  const wrongIn = (field: CardField) => (wrong?.field === field ? wrong.text : undefined);
  const fields = way_back === undefined ? cardFields(w, typed, wrongIn) : hiddenCardFields(w, wrongIn);
  const main = html`<section><h1>${title}</h1><p>${w.t('card_page.what')}</p>
${noticeOf(wrong?.field === null ? wrong.text : undefined)}
<form ${way_back !== undefined && html`class="pin"`} method="post" action="${action}" novalidate>${hidden('key', key)}
${fields}
<button>${w.t('card_page.add')}</button></form>
${backLink(w, back)}${is_test && html`<p class="soft">${w.t('card_page.test_only')}</p>`}</section>`;
  const status = wrong === undefined ? {} : { status: 422 };
  return { locale: w.locale, title, main, ...page, ...leftAlone(way_back), ...status };
}

function cardFields(w: Words, typed: TypedCard, wrongIn: (field: CardField) => string | undefined): Html {
  return html`${textField({
    name: 'card_number',
    label: w.t('card_page.number'),
    ...{ type: 'text', numeric: true, autocomplete: 'cc-number', length_max: 30 },
    value: typed.card_number,
    wrong: wrongIn('card_number'),
  })}
${textField({
  name: 'expiry',
  label: w.t('card_page.expiry'),
  hint: w.t('card_page.expiry_hint'),
  ...{ type: 'text', autocomplete: 'cc-exp', length_max: 9 },
  value: typed.expiry,
  wrong: wrongIn('expiry'),
})}
${textField({
  name: 'security_code',
  label: w.t('card_page.security_code'),
  hint: w.t('card_page.security_code_hint'),
  ...{ type: 'text', numeric: true, autocomplete: 'cc-csc', length_max: 4 },
  value: '',
  wrong: wrongIn('security_code'),
})}`;
}

/** Nothing that was typed is shown again, and the page has keys of its own for a touch screen. */
function hiddenCardFields(w: Words, wrongIn: (field: CardField) => string | undefined): Html {
  const unkept = { autocomplete: 'off' };
  return html`${pinField({
    ...{ ...unkept, name: 'card_number', label: w.t('card_page.number'), length_max: 19 },
    wrong: wrongIn('card_number'),
  })}
<div class="pair">${pinField({
    ...{ ...unkept, name: 'expiry', label: w.t('card_page.expiry'), length_max: 4 },
    hint: w.t('card_page.expiry_digits'),
    wrong: wrongIn('expiry'),
  })}
${pinField({
  ...{ ...unkept, name: 'security_code', label: w.t('card_page.security_code'), length_max: 4 },
  hint: w.t('card_page.security_code_hint'),
  wrong: wrongIn('security_code'),
})}</div>
${keypad(w)}`;
}

function backLink(w: Words, back: string | undefined): Html | null {
  return back === undefined ? null : html`<a class="button quiet" href="${back}">${w.t('page.back')}</a>`;
}

function leftAlone(wayBack: WayBack | undefined): Pick<Page, 'refresh_s' | 'refresh_to'> {
  return wayBack === undefined ? {} : { refresh_s: LEFT_ALONE_S, refresh_to: wayBack.timed_out };
}

/** The page with the acquirer's own element, at which the card is entered. */
export function cardElementPage(
  w: Words,
  { provider, script, origins, parameters }: CardElement,
  {
    failed,
    element_script,
    back,
    way_back,
  }: { failed: boolean; element_script: string; back: string | null; way_back: WayBack | undefined },
): Page {
  const title = w.t('card_page.title');
  const main = html`<section><h1>${title}</h1><p>${w.t('card_page.element_what')}</p>
${noticeOf(failed ? w.t('card_page.element_failed') : undefined)}
<noscript><p>${w.t('card_page.element_script')}</p></noscript>
<button type="button" data-card-element="${provider}" data-parameters="${JSON.stringify(parameters)}">${w.t('card_page.add')}</button>
${back !== null && html`<a class="button quiet" href="${back}">${w.t('page.back')}</a>`}</section>`;
  const element = { scripts: [script, element_script], origins };
  return { locale: w.locale, title, main, element, ...leftAlone(way_back) };
}

/** The form for the code that the card's bank sent. */
export function secondStepPage(
  w: Words,
  { action, key, is_test, ...page }: Form,
  amount: MoneyVar,
  { wrong, back }: { wrong?: Wrong<'code'>; back?: string | undefined } = {},
): Page {
  const title = w.t('card_page.confirm');
  const main = html`<section><h1>${title}</h1><p>${w.t('card_page.confirm_what', { amount })}</p>
${noticeOf(wrong?.field === null ? wrong.text : undefined)}
<form method="post" action="${action}" novalidate>${hidden('key', key)}
${textField({
  name: 'code',
  label: w.t('card_page.code'),
  ...{ type: 'text', numeric: true, autocomplete: 'one-time-code', length_max: 8 },
  value: '',
  wrong: wrong?.field === 'code' ? wrong.text : undefined,
})}
<button>${w.t('card_page.confirm_now')}</button></form>
${backLink(w, back)}${is_test && html`<p class="soft">${w.t('card_page.test_code')}</p>`}</section>`;
  return { locale: w.locale, title, main, ...page, ...(wrong === undefined ? {} : { status: 422 }) };
}

/** Shown while the acquirer or the bank has not answered; the browser asks again by itself. */
export function waitingPage(w: Words): Page {
  const title = w.t('card_page.waiting');
  const main = html`<section><h1>${title}</h1><p>${w.t('card_page.waiting_what')}</p></section>`;
  return { locale: w.locale, title, main, refresh_s: WAIT_S };
}

/** The last page, for a payer without a return URL. */
export function donePage(w: Words, title: string): Page {
  return { locale: w.locale, title, main: html`<section><h1>${title}</h1></section>` };
}

/** The page for a link that has been used or has expired. */
export function closedPage(
  w: Words,
  { way_back, back = way_back?.back }: { way_back?: WayBack | undefined; back?: string | undefined } = {},
): Page {
  const title = w.t('card_page.closed');
  const main = html`<section>${problemMain(title, w.t('card_page.closed_what'))}${backLink(w, back)}</section>`;
  return { locale: w.locale, title, main, status: 404, ...leftAlone(way_back) };
}
