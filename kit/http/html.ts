/** HTML that is safe to send: made by `html`, or marked as safe by `trusted`. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into a template. Text is escaped; `null` and `false` render as nothing. */
export type Fragment = Html | string | number | null | false | readonly Fragment[];

/**
 * html`<p>${text}</p>`: every value is escaped unless it is already Html. Safe for element content and double-quoted
 * attribute values. Never put values into a script, a style or an unquoted attribute.
 */
export function html(parts: TemplateStringsArray, ...fragments: readonly Fragment[]): Html {
  return new Html(parts.reduce((text, part, i) => text + rendered(fragments[i - 1] ?? null) + part));
}

/** Marks text as HTML. Only for content of our own files. */
export function trusted(text: string): Html {
  return new Html(text);
}

function rendered(fragment: Fragment): string {
  if (fragment === null || fragment === false) return '';
  if (fragment instanceof Html) return fragment.text;
  if (typeof fragment === 'object') return fragment.map(rendered).join('');
  return escapeHtml(String(fragment));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
