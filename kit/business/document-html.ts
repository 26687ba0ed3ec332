import { type Html, html } from '../http/html.ts';

/** A document's text as HTML: headings, lists and paragraphs, and nothing else that it could say. */
export function documentHtml(text: string): Html[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap((block) => blocksOf(block.trim()));
}

function blocksOf(block: string): Html[] {
  if (block === '') return [];
  const [first = '', ...rest] = block.split('\n');
  if (first.startsWith('# ')) return [html`<h2>${first.slice(2)}</h2>`, ...blocksOf(rest.join('\n').trim())];
  const lines = [first, ...rest];
  if (lines.every((line) => line.startsWith('- ')))
    return [html`<ul>${lines.map((line) => html`<li>${line.slice(2)}</li>`)}</ul>`];
  return [html`<p>${lines.map((line, at) => html`${at === 0 ? null : html`<br>`}${line}`)}</p>`];
}
