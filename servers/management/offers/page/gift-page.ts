import { problemText } from '../../../../kit/http/form-refusals.ts';
import { type Html, html } from '../../../../kit/http/html.ts';
import { hidden, languageSwitch, noticeOf, textAreaField } from '../../../../kit/http/page-parts.ts';
import { type Page, problemMain } from '../../../../kit/http/pages.ts';
import { storeList, type ToldStore } from '../../../../kit/http/store-list.ts';
import { MESSAGE_LENGTH_MAX } from '../../../../kit/typed/message.ts';
import { type Words, words } from '../../../../kit/words/index.ts';
import type { ContactCode } from '../../contacts/contact-codes.ts';
import type { OfferView } from '../offers.ts';
import type { ShownOffer } from '../show-offer.ts';
import { acceptForm, ownPinForm, phoneForm } from './accept-form.ts';
import { cardArt } from './card-art.ts';
import type { Typed } from './typed.ts';

/**
 * Which of the offer's pages: the gift, where it can be used, its number (by email), the PIN form (`new-pin` for whoever has
 * one and wants another), or the question whether to refuse.
 */
export const STEPS = ['', 'stores', 'phone', 'accept', 'new-pin', 'refuse'] as const;
export type Step = (typeof STEPS)[number];

export type GiftPage = {
  /** The offer's address, such as `/g/offer_…`. */
  path: string;
  /** The form's idempotency key: submitting the same form twice acts once. */
  key: string;
  offer: ShownOffer;
  step: Step;
  /** For the page that lists them; undefined if the shop didn't answer. */
  stores?: readonly ToldStore[] | undefined;
  /** What the shop says it can be used for, for that page. */
  usage?: string | null;
  /** The number that was told a code for this gift. */
  proving: ContactCode | undefined;
  typed?: Typed;
  status?: number;
};

/** The page behind the link in the recipient's message, for an offer in any state. */
export function giftPage({
  path,
  key,
  offer,
  step,
  stores,
  usage = null,
  proving,
  typed = {},
  status = 200,
}: GiftPage): Page {
  const w = words(offer.locale);
  const head = languageSwitch(w, `${path}/locale`, hidden('step', step));
  const page = { locale: offer.locale, head, status };
  const notice = noticeOf(typed.wrong?.field === null ? typed.wrong.text : undefined);
  if (step === 'stores' && (offer.state === 'waiting' || offer.state === 'accepted'))
    return { ...page, ...storesPage(w, path, stores, usage) };
  const namesPhone = offer.needs_phone && (step === 'phone' || (step === 'accept' && proving === undefined));
  if (offer.state === 'waiting' && namesPhone) {
    const title = w.t('gift_page.name_phone');
    return { ...page, title, main: html`${notice}${phoneForm(w, { path, key, typed })}` };
  }
  if (offer.state === 'waiting' && step === 'accept' && offer.may_have_pin === true) {
    const title = w.t('gift_page.own_pin_title');
    return { ...page, title, main: html`${notice}${ownPinForm(w, { path, key, offer, typed })}` };
  }
  if (offer.state === 'waiting' && (step === 'accept' || step === 'phone' || step === 'new-pin')) {
    const title = w.t('gift_page.choose_pin');
    return { ...page, title, main: html`${notice}${acceptForm(w, { path, key, offer, typed, proving })}` };
  }
  if (offer.state === 'waiting' && step === 'refuse') {
    const title = w.t('gift_page.refuse_title');
    return { ...page, title, main: html`${notice}${refuseForm(w, { path, key, offer, typed })}` };
  }
  if (offer.state === 'waiting') {
    return { ...page, title: w.t('gift_page.title'), main: html`${notice}${theGift(w, path, offer)}` };
  }
  if (offer.state === 'being_accepted') return { ...page, ...inProgress(w, path) };
  return { ...page, ...theEnd(w, path, offer) };
}

/** A request is still being processed: the page reloads itself, with a link in case it doesn't. */
export function inProgress(w: Words, path: string): Pick<Page, 'title' | 'main' | 'refresh_s'> {
  const title = w.t('page.in_progress_title');
  const main = html`<section><h1>${title}</h1><p>${w.t('page.in_progress')}</p>
<a class="button" href="${path}">${w.t('page.look_again')}</a></section>`;
  return { title, main, refresh_s: 3 };
}

export function unknownGift(w: Words): Page {
  const title = w.t('gift_page.not_found');
  return {
    locale: w.locale,
    title,
    status: 404,
    main: html`<section>${problemMain(title, w.t('gift_page.not_found_what'))}</section>`,
  };
}

function theGift(w: Words, path: string, offer: ShownOffer): Html {
  const { sender_name, message, answer_by, acceptance_problem, frozen = false } = offer;
  return html`<article class="sheet">${summary(w, offer)}
${message === undefined ? null : html`<blockquote aria-label="${w.t('gift_page.message', { sender_name })}">${message}</blockquote>`}
${answer_by === undefined ? null : html`<p>${w.t('gift_page.answer_by', { answer_by })}</p>`}
${validity(w, offer)}
<p><a href="${path}/stores">${w.t('certificate_page.where')}</a></p>
</article>
${acceptance_problem === undefined ? null : noticeOf(problemText(w, acceptance_problem))}
${frozen ? noticeOf(problemText(w, 'certificate_frozen')) : html`<a class="button" href="${path}/accept">${w.t('gift_page.accept')}</a>`}
<a class="button quiet" href="${path}/refuse">${w.t('gift_page.refuse')}</a>`;
}

function validity(w: Words, { valid_until: expires_at }: ShownOffer): Html | null {
  return expires_at === undefined ? null : html`<p>${w.t('certificate_page.expires', { expires_at })}</p>`;
}

function storesPage(
  w: Words,
  path: string,
  stores: readonly ToldStore[] | undefined,
  usage: string | null,
): Pick<Page, 'title' | 'main'> {
  const title = w.t('certificate_page.where');
  const list =
    stores === undefined
      ? noticeOf(w.t('gift_page.stores_unknown'))
      : stores.length === 0
        ? html`<p>${w.t('gift_page.stores_none')}</p>`
        : storeList(w, stores);
  const main = html`<section><h1>${title}</h1>${list}
${usage === null ? null : html`<h2>${w.t('gift_page.usage')}</h2><p class="usage">${usage}</p>`}
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
  return { title, main };
}

function summary(w: Words, offer: OfferView): Html {
  const { sender_name } = offer;
  return html`<div class="art">${cardArt(offer.card_design)}</div>
<h1>${w.t('gift_page.title')}</h1>
<p>${w.t('gift_page.from', { sender_name })}</p>
<p class="amount">${w.money(offer)}</p>
<p>${w.t('gift_page.what', { shop_name: shopName(w, offer) })}</p>`;
}

function refuseForm(
  w: Words,
  { path, key, offer, typed }: Pick<GiftPage, 'path' | 'key' | 'offer'> & { typed: Typed },
): Html {
  const { sender_name } = offer;
  return html`<section><h1>${w.t('gift_page.refuse_title')}</h1>
<p>${w.t('gift_page.refuse_what', { amount: offer, sender_name })}</p>
<form method="post" action="${path}/refusal" novalidate>${hidden('key', key)}
${textAreaField({
  name: 'word',
  label: w.t('gift_page.word', { sender_name }),
  value: typed.word ?? '',
  length_max: MESSAGE_LENGTH_MAX,
  wrong: typed.wrong?.field === 'word' ? typed.wrong.text : undefined,
})}
<button>${w.t('gift_page.refuse_now')}</button></form>
<a class="button quiet" href="${path}">${w.t('page.back')}</a></section>`;
}

function theEnd(w: Words, path: string, offer: ShownOffer): Pick<Page, 'title' | 'main'> {
  const shop_name = shopName(w, offer);
  const vars = { amount: offer, sender_name: offer.sender_name, shop_name };
  if (offer.state === 'accepted') {
    const title = w.t('gift_page.accepted');
    const main = html`<article class="sheet"><div class="art">${cardArt(offer.card_design)}</div>
<h1>${title}</h1><p class="amount">${w.money(offer)}</p>
<p>${w.t('gift_page.what', { shop_name })}<br>${w.t('gift_page.from', { sender_name: offer.sender_name })}</p>
<h2>${w.t('gift_page.how_to_use')}</h2>
<ul><li>${w.t('gift_page.how_store', { shop_name })}</li><li>${w.t('gift_page.how_online', { shop_name })}</li>
<li>${w.t('gift_page.how_parts')}</li></ul>${validity(w, offer)}
<p><a href="${path}/stores">${w.t('certificate_page.where')}</a></p></article>
${offer.certificate_url === undefined ? null : html`<a class="button" href="${offer.certificate_url}">${w.t('gift_page.open_certificate')}</a>`}`;
    return { title, main };
  }
  const [title, what] =
    offer.state === 'refused'
      ? [w.t('gift_page.refused'), w.t('gift_page.refused_what', vars)]
      : offer.state === 'expired'
        ? [w.t('gift_page.expired'), w.t('gift_page.expired_what', vars)]
        : [w.t('gift_page.cancelled'), w.t('gift_page.cancelled_what', vars)];
  return { title, main: html`<section>${problemMain(title, what)}</section>` };
}

function shopName(w: Words, { shop }: OfferView): string {
  return w.locale === 'ko' ? shop.name_ko : shop.name_en;
}
