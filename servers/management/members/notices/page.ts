import { html } from '../../../../kit/http/html.ts';
import { hidden } from '../../../../kit/http/page-parts.ts';
import { type Page, problemMain } from '../../../../kit/http/pages.ts';
import { type Words, words } from '../../../../kit/words/index.ts';
import type { NoticeView } from './turn-notice.ts';

/**
 * The page behind an email's unsubscribe link: the question whether to turn its kind of notice off, or, after a
 * button was pressed, how it is set now.
 */
export function noticePage(path: string, { notice, on, locale }: NoticeView, pressed: boolean): Page {
  const w = words(locale);
  const what = { notice: w.t(`notices_page.${notice}`) };
  if (on && !pressed) {
    const title = w.t('notices_page.ask_title');
    const main = html`<section><h1>${title}</h1><p>${w.t('notices_page.ask_what', what)}</p>
<form method="post" action="${path}">${hidden('List-Unsubscribe', 'One-Click')}<button>${w.t('notices_page.stop_now')}</button></form></section>`;
    return { locale, title, main };
  }
  if (on) {
    const title = w.t('notices_page.on_title');
    return {
      locale,
      title,
      main: html`<section>${problemMain(title, w.t('notices_page.on_what', what))}</section>`,
    };
  }
  const title = w.t('notices_page.stopped_title');
  const main = html`<section><h1>${title}</h1><p>${w.t('notices_page.stopped_what', what)}</p>
<form method="post" action="${path}/on"><button class="quiet">${w.t('notices_page.undo')}</button></form></section>`;
  return { locale, title, main };
}

export function unknownNotice(w: Words): Page {
  const title = w.t('notices_page.not_found');
  const main = html`<section>${problemMain(title, w.t('notices_page.not_found_what'))}</section>`;
  return { locale: w.locale, title, status: 404, main };
}
