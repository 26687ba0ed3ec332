import { type Locale, languageTag } from '../format/locale.ts';
import { type Html, html } from '../http/html.ts';
import type { Words } from '../words/index.ts';

export type MailContent = {
  subject: string;
  /** Paragraphs, separated by blank lines. */
  body: string;
  /** What stands out: an amount or a code. */
  figure?: string;
  /** Shown after the subject in a mailbox. */
  preheader: string;
  /** A line of the body that is a URL, and the label of its button. */
  link?: { url: string; label: string };
  /** A part of the body that quotes somebody. */
  quote?: string;
  footer: string;
  unsubscribe?: { url: string; label: string };
};

/** Inline, because many mail programs drop style sheets. The classes are for dark mode, where it is supported. */
const STYLE = {
  outer: 'background-color:#faf7f4;padding:24px 12px',
  card: 'max-width:560px;background-color:#ffffff;border:1px solid #e2dad3;border-radius:16px',
  cell: 'padding:8px 32px;',
  text: 'font-size:16px;line-height:1.6;color:#1c1917;overflow-wrap:anywhere',
  brand: 'font-size:15px;font-weight:700;color:#b3203f',
  title: 'margin:0;font-size:22px;line-height:1.4;font-weight:700',
  figure: 'margin:0;font-size:32px;line-height:1.3;font-weight:700;color:#b3203f;letter-spacing:1px',
  quote: 'margin:0;padding:12px 16px;border-left:5px solid #b3203f;background-color:#faf7f4',
  button:
    'display:inline-block;padding:14px 28px;font-size:17px;font-weight:700;color:#ffffff;text-decoration:none;border-radius:12px',
  small: 'font-size:13px;line-height:1.6;color:#57534e',
} as const;

/** Korean and English break between words; in each language its own form of a character. */
const KOREAN =
  "word-break:keep-all;font-family:-apple-system,BlinkMacSystemFont,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Segoe UI',Roboto,sans-serif";
const LETTERS: Readonly<Record<Locale, string>> = {
  ko: KOREAN,
  en: KOREAN,
  ja: "font-family:'Hiragino Sans','Noto Sans JP','Yu Gothic',Meiryo,sans-serif",
  zh: "font-family:'PingFang SC','Noto Sans SC','Microsoft YaHei',sans-serif",
};

const DARK = `
.title,.words{color:#f5f2ef!important}.card{background-color:#221f1d!important;border-color:#57534e!important}
.outer,.quote{background-color:#161413!important}.brand,.figure{color:#ff8fa3!important}.small,.small a{color:#c9c2bc!important}`;

/** Keeps the body from following the preheader in a mailbox. */
const FILLER = '\u034f\u00a0'.repeat(60);

/**
 * A mail as HTML: tables and inline styles, without pictures, scripts or remote content. It is made of the same text as
 * the plain part, so that both say the same.
 */
export function mailHtml(w: Words, mail: MailContent): string {
  const { subject, preheader, figure, footer, unsubscribe } = mail;
  const rows = [
    row(w, '24px', html`<span class="brand" style="${STYLE.brand}">${w.t('page.brand')}</span>`),
    row(w, '0', html`<h1 class="title" style="${STYLE.title}">${subject}</h1>`),
    figure === undefined
      ? null
      : row(w, '4px', html`<p class="figure" style="${STYLE.figure}">${figure}</p>`),
    ...pieces(w, mail).map((piece) => row(w, '8px', piece)),
    row(
      w,
      '16px',
      html`<div class="small" style="${STYLE.small};border-top:1px solid #e2dad3;padding:16px 0 24px">${lines(footer)}
${unsubscribe === undefined ? null : html`<br><a href="${unsubscribe.url}" style="color:#57534e">${unsubscribe.label}</a>`}</div>`,
    ),
  ];
  return html`<!doctype html>
<html lang="${languageTag(w.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${subject}</title>
<style>@media (prefers-color-scheme: dark) {${DARK}
}</style>
</head>
<body style="margin:0;padding:0">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preheader}${FILLER}</div>
<table role="presentation" class="outer" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.outer}"><tr><td align="center">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.card}">
${rows}
</table>
</td></tr></table>
</body>
</html>
`.text;
}

function row(w: Words, top: string, content: Html): Html {
  return html`<tr><td class="words" align="left" style="${STYLE.text};${LETTERS[w.locale]};${STYLE.cell}padding-top:${top}">${content}</td></tr>
`;
}

/** The body's paragraphs in order, with the quote and the button in their places. */
function pieces(w: Words, { body, link, quote }: MailContent): Html[] {
  if (quote !== undefined && body.includes(quote)) {
    const at = body.indexOf(quote);
    const rest = { ...(link === undefined ? {} : { link }) };
    const before = pieces(w, { ...NOTHING, ...rest, body: body.slice(0, at) });
    const after = pieces(w, { ...NOTHING, ...rest, body: body.slice(at + quote.length) });
    const quoted = html`<blockquote class="quote" style="${STYLE.quote}">${lines(quote)}</blockquote>`;
    return [...before, quoted, ...after];
  }
  return body
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => {
      const words =
        link === undefined
          ? paragraph
          : paragraph
              .split('\n')
              .filter((line) => line !== link.url)
              .join('\n');
      const shown = words === '' ? [] : [html`<p style="margin:0">${lines(words)}</p>`];
      return link === undefined || words === paragraph ? shown : [...shown, button(w, link)];
    });
}

const NOTHING = { subject: '', preheader: '', footer: '' };

/** The URL is repeated below its button: some programs show no links, and some people don't trust them. */
function button(w: Words, { url, label }: { url: string; label: string }): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#b3203f" style="border-radius:12px"><a href="${url}" style="${STYLE.button}">${label}</a></td></tr></table>
<p class="small" style="${STYLE.small};margin:12px 0 0">${w.t('mail.button_fails')}<br><a href="${url}" style="color:#57534e">${url}</a></p>`;
}

function lines(text: string): Html[] {
  return text.split('\n').map((line, index) => html`${index === 0 ? null : html`<br>`}${line}`);
}
