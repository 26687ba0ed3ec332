import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { CODE_MINUTES } from '../opening/phone-codes.ts';
import { requestUnlockCode, unlock } from '../opening/unlock.ts';
import { VERIFICATION_MINUTES, verify } from '../opening/verify.ts';
import { listStores } from '../stores/stores.ts';
import { careRoutes } from './hand-over-page-routes.ts';
import { listHeld, readHeld, readHeldNumber } from './held-certificates.ts';
import { holderPages, PATH, wrongOf } from './page-session.ts';
import { heldCertificate, heldCode, heldList } from './pages/held-page.ts';
import { askCodePage, newPinPage, pinSavedPage, type Wrong } from './pages/pin-pages.ts';

const hide = true;
const Lang = closed({ lang: Type.Optional(Type.Enum(['ko', 'en'])) });
const Phone = Type.String({ maxLength: 40 });
const PinText = Type.String({ maxLength: 24 });
const Held = closed({ certificate_id: Id });

/** The holder's page: what is left, where it is good, and a new PIN by a code. It needs no script. */
export function certificatePageRoutes(app: App, context: ShopContext): void {
  const { pinDigits } = context.settings;
  const pages = holderPages(app, context);
  const { localeFor, send, logIn, opened } = pages;
  careRoutes(app, context, pages);

  app.get(PATH, { schema: { hide, querystring: Lang } }, async (request, reply) => {
    const { lang } = request.query;
    if (lang === undefined) return opened(request, reply, (token) => listHeld(context, token), heldList);
    pages.speak(reply, lang);
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
      pages.keep(reply, verified.value.verification_token, max_age_s);
      return reply.redirect(PATH, 303);
    },
  );

  app.post(`${PATH}/end`, { schema: { hide, body: closed({}) } }, async (_request, reply) => {
    pages.keep(reply, '', 0);
    return reply.redirect(PATH, 303);
  });

  app.get(`${PATH}/:certificate_id`, { schema: { hide, params: Held } }, async (request, reply) => {
    const stores = await listStores(context);
    return opened(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, certificate) => heldCertificate(w, certificate, stores, { key: newId() }),
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
        send(
          request,
          reply,
          () => newPinPage(w, pinDigits, { phone, code, minutes: CODE_MINUTES, wrong }),
          422,
        );
      if (pin !== pin_again) return again({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const unlocked = await unlock(context, { phone, code: code.trim(), new_pin: pin }, request.ip);
      return unlocked.ok ? send(request, reply, pinSavedPage) : again(wrongOf(unlocked, w));
    },
  );
}
