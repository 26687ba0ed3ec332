import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocale, LANGUAGE_NAMES, LOCALES, languageTag } from '../../../kit/format/locale.ts';
import type { App } from '../../../kit/http/app.ts';
import { cookieOf, readCookie, setCookie } from '../../../kit/http/cookies.ts';
import { problemText, type Refused } from '../../../kit/http/form-refusals.ts';
import { acceptForms } from '../../../kit/http/forms.ts';
import { html } from '../../../kit/http/html.ts';
import { serverPages } from '../../../kit/http/pages.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import type { Result } from '../../../kit/result.ts';
import { type Locale, type Words, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import type { FormError, PagePart } from './pages/parts.ts';
import { logInPage } from './pages/pin-pages.ts';

export const PATH = '/certificate';
const YEAR_S = 31_536_000;

export type PageSession = ReturnType<typeof pageSession>;

/** What the routes of the holder's pages share: language, session cookie, and sending a page. The pages need no script. */
export function pageSession(app: App, context: ShopContext) {
  acceptForms(app, context.publicUrl);
  const { brandKo, brandEn, pinDigits } = context.settings;
  const brandOf = (w: Words) => (w.locale === 'ko' ? brandKo : brandEn);
  const sendPage = serverPages(app, context, brandOf);
  const language = cookieOf('lang', context.publicUrl);
  const holder = cookieOf('holder', context.publicUrl);

  const localeFor = (request: FastifyRequest): Locale => {
    const chosen = readCookie(request, language);
    return isLocale(chosen) ? chosen : localeOf(request);
  };
  const send = (request: FastifyRequest, reply: FastifyReply, part: (w: Words) => PagePart, status = 200) => {
    const w = words(localeFor(request));
    const others = LOCALES.filter((locale) => locale !== w.locale).map(
      (other) =>
        html`<a class="button quiet" lang="${languageTag(other)}" href="${PATH}?lang=${other}">${LANGUAGE_NAMES[other]}</a>`,
    );
    const head = html`<nav class="languages">${others}</nav>`;
    return sendPage(request, reply, { locale: w.locale, head, status, ...part(w) });
  };
  const sendLogIn = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: Parameters<typeof logInPage>[3] = {},
  ) =>
    send(
      request,
      reply,
      (w) => logInPage(w, brandOf(w), pinDigits, form),
      form.error === undefined ? 200 : 422,
    );
  const tokenOf = (request: FastifyRequest) => readCookie(request, holder);

  return {
    localeFor,
    send,
    sendLogIn,
    tokenOf,
    setToken(reply: FastifyReply, token: string, max_age_s: number): void {
      setCookie(reply, holder, token, { path: PATH, max_age_s });
    },
    setLocale(reply: FastifyReply, locale: Locale): void {
      setCookie(reply, language, locale, { path: PATH, max_age_s: YEAR_S });
    },
    /** Sends a page of the session. If the session has expired, sends the log-in with a note instead. */
    async sendInSession<T>(
      request: FastifyRequest,
      reply: FastifyReply,
      read: (token: string) => Promise<Result<T, ProblemCode>>,
      part: (w: Words, value: T) => PagePart,
      status = 200,
    ): Promise<FastifyReply> {
      const token = tokenOf(request);
      if (token === undefined) return sendLogIn(request, reply);
      const found = await read(token);
      if (found.ok) return send(request, reply, (w) => part(w, found.value), status);
      if (found.code !== 'verification_expired') return reply.redirect(PATH, 303);
      setCookie(reply, holder, '', { path: PATH, max_age_s: 0 });
      const text = words(localeFor(request)).t('certificate_page.timed_out');
      return sendLogIn(request, reply, { error: { field: null, text } });
    },
  };
}

/** The text of a refusal, and the field that it is about. */
export function formErrorOf({ code, extra }: Refused, w: Words): FormError {
  const text = problemText(w, code, extra);
  if (code === 'pin_or_phone_wrong') return { field: null, text };
  if (code.startsWith('pin_')) return { field: 'pin', text };
  if (code === 'name_invalid') return { field: 'name', text };
  if (code === 'code_not_digits' || code.startsWith('verification_code_')) return { field: 'code', text };
  return { field: code === 'phone_number_invalid' ? 'phone' : null, text };
}
