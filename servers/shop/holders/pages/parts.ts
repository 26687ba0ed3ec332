import type { Html } from '../../../../kit/http/html.ts';
import { noticeOf, textField } from '../../../../kit/http/page-parts.ts';
import type { Page } from '../../../../kit/http/pages.ts';
import { DIGITS_TYPED_MAX } from '../../../../kit/typed/digits.ts';
import { PHONE_TYPED_MAX } from '../../../../kit/typed/phone.ts';
import type { Words } from '../../../../kit/words/index.ts';

export type PagePart = Pick<Page, 'title' | 'main'>;

/** What is wrong, and with which field; without a field it is shown above the form. */
export type FormError = { field: 'phone' | 'pin' | 'old_pin' | 'code' | 'name' | null; text: string };

export function phoneField(
  w: Words,
  { value, error, label }: { value: string; error: FormError | undefined; label?: string },
): Html {
  return textField({
    name: 'phone',
    label: label ?? w.t('certificate_page.phone'),
    hint: w.t(label === undefined ? 'certificate_page.phone_hint' : 'certificate_page.phone_form'),
    type: 'tel',
    autocomplete: label === undefined ? 'tel' : 'off',
    length_max: PHONE_TYPED_MAX,
    value,
    wrong: errorText(error, 'phone'),
  });
}

/** The code that the phone was told. It stays valid until it is used, so a form with another error keeps it. */
export function codeField(w: Words, value: string, error: FormError | undefined): Html {
  return textField({
    name: 'code',
    label: w.t('certificate_page.code'),
    type: 'text',
    numeric: true,
    autocomplete: 'one-time-code',
    length_max: DIGITS_TYPED_MAX,
    value: error?.field === 'code' ? '' : value,
    wrong: errorText(error, 'code'),
  });
}

export function errorNotice(error: FormError | undefined): Html | null {
  return noticeOf(error?.field === null ? error.text : undefined);
}

export function errorText(error: FormError | undefined, field: FormError['field']): string | undefined {
  return error?.field === field ? error.text : undefined;
}
