import { LANGUAGE_NAMES, LOCALES, languageTag } from '../format/locale.ts';
import { DIGITS_TYPED_MAX } from '../typed/digits.ts';
import type { Words } from '../words/index.ts';
import { type Html, html } from './html.ts';

/** A form field with its label, hint and error, in the order in which a screen reader reads them. */
export type Field = {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with the value. */
  wrong?: string | undefined;
};

export type TextField = Field & {
  value: string;
  type: string;
  autocomplete: string;
  length_max: number;
  /** Digits only, such as a code: phones show a numeric keypad. */
  numeric?: boolean;
};

/** A single-line field, which keeps its value when the page is shown again. */
export function textField(field: TextField): Html {
  const { name, type, autocomplete, length_max, value } = field;
  const mode = field.numeric === true ? html`inputmode="numeric"` : null;
  return html`<div class="field">${labelOf(field)}
<input id="${name}" name="${name}" type="${type}" ${mode} autocomplete="${autocomplete}" maxlength="${length_max}" value="${value}" ${described(field)}>
${wrongOf(field)}</div>`;
}

export function textAreaField(field: Field & { value: string; length_max: number }): Html {
  const { name, value, length_max } = field;
  return html`<div class="field">${labelOf(field)}
<textarea id="${name}" name="${name}" rows="3" maxlength="${length_max}" ${described(field)}>
${value}</textarea>
${wrongOf(field)}</div>`;
}

/** A field for digits that are hidden while they are typed; what is pasted in groups is not cut. It is never prefilled. */
export function pinField(field: Field & { autocomplete: string }): Html {
  const { name, autocomplete } = field;
  return html`<div class="field">${labelOf(field)}
<input id="${name}" name="${name}" class="digits" type="password" inputmode="numeric" autocomplete="${autocomplete}" maxlength="${DIGITS_TYPED_MAX}" ${described(field)}>
${wrongOf(field)}</div>`;
}

/** A new PIN, entered twice. */
export function newPinFields(w: Words, { label, wrong }: { label: string; wrong: string | undefined }): Html {
  const pin = { autocomplete: 'new-password' };
  return html`<div class="twice">${pinField({ ...pin, name: 'pin', label, wrong })}
${pinField({ ...pin, name: 'pin_again', label: w.t('gift_page.pin_again') })}</div>`;
}

/** A keypad and a button that reveals the PIN; hidden until the script that drives them has loaded. */
export function pinKeys(w: Words, digits: number): Html {
  return html`${keypad(w, html`data-digits="${digits}"`)}
<button type="button" class="quiet show-pin" aria-pressed="false" data-show="${w.t('page.show_pin')}" data-hide="${w.t('page.hide_pin')}" hidden>${w.t('page.show_pin')}</button>`;
}

/** Keys that type into the form's hidden digits; with `data-digits`, that many lead on to the next field. */
export function keypad(w: Words, leadsOn: Html | null = null): Html {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(
    (key) => html`<button type="button" class="quiet" data-key="${key}">${key}</button>`,
  );
  return html`<div class="pad" role="group" aria-label="${w.t('page.pad')}" ${leadsOn} hidden>${keys}
<button type="button" class="quiet word" data-key="clear">${w.t('page.pad_clear')}</button>
<button type="button" class="quiet" data-key="0">0</button>
<button type="button" class="quiet word" data-key="back">${w.t('page.pad_back')}</button></div>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** An error that belongs to no field. */
export function noticeOf(text: string | undefined): Html | null {
  return text === undefined ? null : html`<p class="notice" role="alert">${text}</p>`;
}

/** The buttons that show the page in another language. `fields` say which page to return to. */
export function languageSwitch(w: Words, action: string, fields: Html | null = null): Html {
  const others = LOCALES.filter((locale) => locale !== w.locale).map(
    (other) =>
      html`<button class="quiet" name="locale" value="${other}" lang="${languageTag(other)}">${LANGUAGE_NAMES[other]}</button>`,
  );
  return html`<form class="languages" method="post" action="${action}">${fields}${others}</form>`;
}

function labelOf({ name, label, hint }: Field): Html {
  const said = hint === undefined ? null : html`<span class="hint" id="${name}-hint">${hint}</span>`;
  return html`<label for="${name}">${label}</label>${said}`;
}

function wrongOf({ name, wrong }: Field): Html | null {
  return wrong === undefined ? null : html`<strong class="wrong" id="${name}-wrong">${wrong}</strong>`;
}

function described({ name, hint, wrong }: Field): Html | null {
  const ids = [hint === undefined ? '' : `${name}-hint`, wrong === undefined ? '' : `${name}-wrong`];
  const by = ids.filter(Boolean).join(' ');
  if (by === '') return null;
  return wrong === undefined
    ? html`aria-describedby="${by}"`
    : html`aria-describedby="${by}" aria-invalid="true" autofocus`;
}
