import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { readCookie, setCookie } from '../../../kit/http/cookies.ts';
import { takeForms } from '../../../kit/http/forms.ts';
import { html } from '../../../kit/http/html.ts';
import { type Page, serverPages } from '../../../kit/http/pages.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { type Locale, type Words, words } from '../../../kit/messages/index.ts';
import type { Refusal, Result } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { listHeld, readHeld, readHeldNumber } from '../operations/held-certificates.ts';
import { CODE_MINUTES } from '../operations/phone-codes.ts';
import { listStores } from '../operations/stores.ts';
import { requestUnlockCode, unlock } from '../operations/unlock.ts';
import { VERIFICATION_MINUTES, verify } from '../operations/verify.ts';
import { heldCertificate, heldCode, heldList } from '../pages/held-page.ts';
import { askCodePage, logInPage, newPinPage, pinSavedPage, type Wrong } from '../pages/opening-pages.ts';

const hide = true;
const Lang = closed({ lang: Type.Optional(Type.Enum(['ko', 'en'])) });
const Phone = Type.String({ maxLength: 40 });
const PinText = Type.String({ maxLength: 24 });
const Held = closed({ certificate_id: Id });
const PATH = '/certificate';
const YEAR_S = 31_536_000;

type Part = Pick<Page, 'title' | 'main'>;

/** The holder's page: what is left, where it is good, and a new PIN by a code. It needs no script. */
export function certificatePageRoutes(app: App, context: ShopContext): void {
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

  /** Shows what the session has opened. One that is over leads to the log-in, which says so. */
  async function opened<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    read: (token: string) => Promise<Result<T>>,
    part: (w: Words, value: T) => Part,
  ): Promise<FastifyReply> {
    const token = readCookie(request, 'holder');
    if (token === undefined) return logIn(request, reply);
    const found = await read(token);
    if (found.ok) return send(request, reply, (w) => part(w, found.value));
    if (found.code !== 'verification_expired') return reply.redirect(PATH, 303);
    setCookie(reply, 'holder', '', { ...cookie, max_age_s: 0 });
    const text = words(localeFor(request)).t('certificate_page.timed_out');
    return logIn(request, reply, { wrong: { field: null, text } });
  }

  app.get(PATH, { schema: { hide, querystring: Lang } }, async (request, reply) => {
    const { lang } = request.query;
    if (lang === undefined) return opened(request, reply, (token) => listHeld(context, token), heldList);
    setCookie(reply, 'lang', lang, { ...cookie, max_age_s: YEAR_S });
    return reply.redirect(PATH, 303);
  });

  app.post(
    `${PATH}/session`,
    { schema: { hide, body: closed({ phone: Phone, pin: PinText }) } },
    async (request, reply) => {
      const { phone } = request.body;
      const verified = await verify(context, request.body, { terminal_id: null, key: `web:${request.ip}` });
      if (!verified.ok)
        return logIn(request, reply, { phone, wrong: wrongOf(verified, words(localeFor(request))) });
      const max_age_s = VERIFICATION_MINUTES * 60;
      setCookie(reply, 'holder', verified.value.verification_token, { ...cookie, max_age_s });
      return reply.redirect(PATH, 303);
    },
  );

  app.post(`${PATH}/end`, { schema: { hide, body: closed({}) } }, async (_request, reply) => {
    setCookie(reply, 'holder', '', { ...cookie, max_age_s: 0 });
    return reply.redirect(PATH, 303);
  });

  app.get(`${PATH}/:certificate_id`, { schema: { hide, params: Held } }, async (request, reply) => {
    const stores = await listStores(context);
    return opened(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, certificate) => heldCertificate(w, certificate, stores),
    );
  });

  app.get(`${PATH}/:certificate_id/code`, { schema: { hide, params: Held } }, async (request, reply) => {
    const { certificate_id } = request.params;
    return opened(
      request,
      reply,
      (token) => readHeldNumber(context, token, certificate_id),
      (w, { certificate_number }) => heldCode(w, certificate_id, certificate_number),
    );
  });

  app.get(`${PATH}/forgotten`, { schema: { hide } }, async (request, reply) =>
    send(request, reply, (w) => askCodePage(w, {})),
  );

  app.post(
    `${PATH}/forgotten`,
    { schema: { hide, body: closed({ phone: Phone }) } },
    async (request, reply) => {
      const { phone } = request.body;
      const locale = localeFor(request);
      const sent = await requestUnlockCode(context, { phone, locale }, request.ip);
      if (!sent.ok) {
        const wrong = wrongOf(sent, words(locale));
        return send(request, reply, (w) => askCodePage(w, { phone, wrong }), 422);
      }
      const minutes = sent.value.expires_in_minutes;
      return send(request, reply, (w) => newPinPage(w, pinDigits, { phone, minutes }));
    },
  );

  app.post(
    `${PATH}/new-pin`,
    { schema: { hide, body: closed({ phone: Phone, code: PinText, pin: PinText, pin_again: PinText }) } },
    async (request, reply) => {
      const { phone, code, pin, pin_again } = request.body;
      const w = words(localeFor(request));
      const again = (wrong: Wrong) =>
        send(request, reply, () => newPinPage(w, pinDigits, { phone, minutes: CODE_MINUTES, wrong }), 422);
      if (pin !== pin_again) return again({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const unlocked = await unlock(context, { phone, code: code.trim(), new_pin: pin }, request.ip);
      return unlocked.ok ? send(request, reply, pinSavedPage) : again(wrongOf(unlocked, w));
    },
  );
}

/** The refusal in words, and the field that it is about. */
function wrongOf({ code, extra }: Refusal, w: Words): Wrong {
  const text = w.problem(isProblemCode(code) ? code : 'service_unavailable', extra).detail;
  if (code === 'pin_or_phone_wrong') return { field: null, text };
  if (code.startsWith('pin_')) return { field: 'pin', text };
  if (code.startsWith('verification_code_')) return { field: 'code', text };
  return { field: code === 'phone_number_invalid' ? 'phone' : null, text };
}
