import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../../kit/http/app.ts';
import { readCookie, setCookie } from '../../../kit/http/cookies.ts';
import { problemText, type Refused } from '../../../kit/http/form-refusals.ts';
import { takeForms } from '../../../kit/http/forms.ts';
import { html } from '../../../kit/http/html.ts';
import { type Page, serverPages } from '../../../kit/http/pages.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import type { Result } from '../../../kit/result.ts';
import { type Locale, type Words, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { logInPage, type Wrong } from './pages/pin-pages.ts';

export const PATH = '/certificate';
const YEAR_S = 31_536_000;

export type Part = Pick<Page, 'title' | 'main'>;
export type HolderPages = ReturnType<typeof holderPages>;

/** What the holder's pages share: language, session and the way a page is sent. They need no script. */
export function holderPages(app: App, context: ShopContext) {
  takeForms(app, context.publicUrl);
  const { brandKo, brandEn, pinDigits } = context.settings;
  const brandOf = (w: Words) => (w.locale === 'en' ? brandEn : brandKo);
  const sendPage = serverPages(app, brandOf);
  const cookie = { path: PATH, secure: context.publicUrl.startsWith('https:') };

  const localeFor = (request: FastifyRequest): Locale => {
    const chosen = readCookie(request, 'lang');
    return chosen === 'ko' || chosen === 'en' ? chosen : localeOf(request);
  };
  const send = (request: FastifyRequest, reply: FastifyReply, part: (w: Words) => Part, status = 200) => {
    const w = words(localeFor(request));
    const other = w.locale === 'ko' ? 'en' : 'ko';
    const head = html`<a class="button quiet" lang="${other}" href="${PATH}?lang=${other}">${other === 'en' ? 'English' : '한국어'}</a>`;
    return sendPage(request, reply, { locale: w.locale, head, status, ...part(w) });
  };
  const logIn = (request: FastifyRequest, reply: FastifyReply, typed: Parameters<typeof logInPage>[3] = {}) =>
    send(
      request,
      reply,
      (w) => logInPage(w, brandOf(w), pinDigits, typed),
      typed.wrong === undefined ? 200 : 422,
    );
  const tokenOf = (request: FastifyRequest) => readCookie(request, 'holder');

  return {
    localeFor,
    send,
    logIn,
    tokenOf,
    keep(reply: FastifyReply, token: string, max_age_s: number): void {
      setCookie(reply, 'holder', token, { ...cookie, max_age_s });
    },
    speak(reply: FastifyReply, locale: Locale): void {
      setCookie(reply, 'lang', locale, { ...cookie, max_age_s: YEAR_S });
    },
    /** Shows what the session has opened. One that is over leads to the log-in, which says so. */
    async opened<T>(
      request: FastifyRequest,
      reply: FastifyReply,
      read: (token: string) => Promise<Result<T, ProblemCode>>,
      part: (w: Words, value: T) => Part,
      status = 200,
    ): Promise<FastifyReply> {
      const token = tokenOf(request);
      if (token === undefined) return logIn(request, reply);
      const found = await read(token);
      if (found.ok) return send(request, reply, (w) => part(w, found.value), status);
      if (found.code !== 'verification_expired') return reply.redirect(PATH, 303);
      setCookie(reply, 'holder', '', { ...cookie, max_age_s: 0 });
      const text = words(localeFor(request)).t('certificate_page.timed_out');
      return logIn(request, reply, { wrong: { field: null, text } });
    },
  };
}

/** The refusal in words, and the field that it is about. */
export function wrongOf({ code, extra }: Refused, w: Words): Wrong {
  const text = problemText(w, code, extra);
  if (code === 'pin_or_phone_wrong') return { field: null, text };
  if (code.startsWith('pin_')) return { field: 'pin', text };
  if (code.startsWith('verification_code_')) return { field: 'code', text };
  return { field: code === 'phone_number_invalid' ? 'phone' : null, text };
}
