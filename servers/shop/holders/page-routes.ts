import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { refusalOf } from '../../../kit/http/form-refusals.ts';
import { idempotentTransaction } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { CodeTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import { words } from '../../../kit/words/index.ts';
import { extendCertificate } from '../certificates/extend-certificate.ts';
import { OPENING_MINUTES } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';
import { By, Locale, RequestId, SentBy } from '../http/shapes.ts';
import { askCode } from '../opening/ask-code.ts';
import { rememberDevice } from '../opening/known-devices.ts';
import { CODE_MINUTES } from '../opening/phone-codes.ts';
import { afarCaller, codeAsker } from '../opening/routes.ts';
import { unlock } from '../opening/unlock.ts';
import { verifyAfar } from '../opening/verify-afar.ts';
import { listPlaces } from '../stores/stores.ts';
import { changePinRoutes } from './change-pin-routes.ts';
import { handOverPageRoutes, type SendCertificate } from './hand-over-page-routes.ts';
import { readHeld, readHeldNumber, readWallet } from './held-certificates.ts';
import { holderIdempotency } from './idempotency.ts';
import { formErrorOf, PATH, type PageSession, pageSession } from './page-session.ts';
import { heldCertificatePage, heldCodePage, heldListPage } from './pages/held-page.ts';
import type { FormError } from './pages/parts.ts';
import {
  askCodePage,
  askOpeningCodePage,
  newPinPage,
  openWithCodePage,
  pinSavedPage,
} from './pages/pin-pages.ts';

const hide = true;
const Lang = closed({ lang: Type.Optional(Locale) });
const params = closed({ certificate_id: Id });
/** What a form keeps of a code that was told. */
const OfCode = { request_id: Type.Optional(RequestId), sent_by: Type.Optional(SentBy) };

/** The holder's pages under `/certificate`: balance, history, extension, hand-over, and a new PIN. They need no script. */
export function certificatePageRoutes(app: App, context: ShopContext): void {
  const session = pageSession(app, context);
  logInRoutes(app, context, session);
  newPinRoutes(app, context, session);
  changePinRoutes(app, context, session);
  heldRoutes(app, context, session);
}

function logInRoutes(app: App, context: ShopContext, session: PageSession): void {
  const { pinDigits } = context.settings;

  app.get(PATH, { schema: { hide, querystring: Lang } }, async (request, reply) => {
    const { lang } = request.query;
    if (lang === undefined) {
      const stores = await listPlaces(context);
      return session.sendInSession(
        request,
        reply,
        (token) => readWallet(context, token),
        (w, wallet) => heldListPage(w, wallet, stores),
      );
    }
    session.setLocale(reply, lang);
    return reply.redirect(PATH, 303);
  });

  app.post(
    `${PATH}/session`,
    {
      schema: {
        hide,
        body: closed({ phone: PhoneTyped, pin: PinTyped, code: Type.Optional(CodeTyped), ...OfCode }),
      },
    },
    async (request, reply) => {
      const { phone, code, request_id, sent_by } = request.body;
      const proof = request.body;
      const verified = await verifyAfar(context, proof, afarCaller(context, request));
      if (!verified.ok) {
        const w = words(session.localeFor(request));
        const error = formErrorOf(verified, w);
        if (verified.code === 'code_required')
          return session.send(request, reply, () => askOpeningCodePage(w, { phone }), 422);
        if (code === undefined) return session.sendLogIn(request, reply, { phone, error });
        const form = { phone, request_id, sent_by, code, minutes: CODE_MINUTES, error };
        return session.send(request, reply, () => openWithCodePage(w, pinDigits, form), 422);
      }
      rememberDevice(context, reply, phone);
      session.setToken(reply, verified.value.verification_token, OPENING_MINUTES * 60);
      return reply.redirect(PATH, 303);
    },
  );

  app.post(
    `${PATH}/opening-code`,
    { schema: { hide, body: closed({ phone: PhoneTyped, by: By }) } },
    async (request, reply) => {
      const { phone, by } = request.body;
      const w = words(session.localeFor(request));
      const asked = { phone, locale: w.locale, by };
      const sent = await askCode(context, 'opening', asked, codeAsker(context, request));
      if (!sent.ok) {
        const error = formErrorOf(sent, w);
        return session.send(request, reply, () => askOpeningCodePage(w, { phone, error }), 422);
      }
      const { expires_in_minutes: minutes, ...told } = sent.value;
      return session.send(request, reply, () => openWithCodePage(w, pinDigits, { phone, minutes, ...told }));
    },
  );

  app.post(`${PATH}/end`, { schema: { hide, body: closed({}) } }, async (_request, reply) => {
    session.setToken(reply, '', 0);
    return reply.redirect(PATH, 303);
  });
}

function newPinRoutes(app: App, context: ShopContext, { localeFor, send }: PageSession): void {
  const { pinDigits } = context.settings;

  app.get(`${PATH}/forgotten`, { schema: { hide } }, async (request, reply) =>
    send(request, reply, (w) => askCodePage(w, {})),
  );

  app.post(
    `${PATH}/forgotten`,
    { schema: { hide, body: closed({ phone: PhoneTyped, by: By }) } },
    async (request, reply) => {
      const { phone, by } = request.body;
      const locale = localeFor(request);
      const sent = await askCode(context, 'unlock', { phone, locale, by }, codeAsker(context, request));
      if (!sent.ok) {
        const error = formErrorOf(sent, words(locale));
        return send(request, reply, (w) => askCodePage(w, { phone, error }), 422);
      }
      const { expires_in_minutes: minutes, ...told } = sent.value;
      return send(request, reply, (w) => newPinPage(w, pinDigits, { phone, minutes, ...told }));
    },
  );

  app.post(
    `${PATH}/new-pin`,
    {
      schema: {
        hide,
        body: closed({ phone: PhoneTyped, code: CodeTyped, pin: PinTyped, pin_again: PinTyped, ...OfCode }),
      },
    },
    async (request, reply) => {
      const { phone, request_id, sent_by, code, pin, pin_again } = request.body;
      const w = words(localeFor(request));
      const sendForm = (error: FormError) =>
        send(
          request,
          reply,
          () => newPinPage(w, pinDigits, { phone, request_id, sent_by, code, minutes: CODE_MINUTES, error }),
          422,
        );
      if (normalisePin(pin) !== normalisePin(pin_again))
        return sendForm({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const unlocked = await unlock(
        context,
        { phone, code, new_pin: pin },
        { address: clientAddress(request), asker: request_id ?? '' },
      );
      if (!unlocked.ok) return sendForm(formErrorOf(unlocked, w));
      rememberDevice(context, reply, phone);
      return send(request, reply, pinSavedPage);
    },
  );
}

function heldRoutes(app: App, context: ShopContext, session: PageSession): void {
  const sendCertificate: SendCertificate = async (request, reply, errorOf) => {
    const stores = await listPlaces(context);
    return session.sendInSession(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, held) => heldCertificatePage(w, held, stores, { key: newId(), notice: errorOf?.(w).text }),
      errorOf === undefined ? 200 : 422,
    );
  };

  app.get(`${PATH}/:certificate_id`, { schema: { hide, params } }, (request, reply) =>
    sendCertificate(request, reply),
  );

  app.get(`${PATH}/:certificate_id/code`, { schema: { hide, params } }, async (request, reply) => {
    const { certificate_id } = request.params;
    return session.sendInSession(
      request,
      reply,
      (token) => readHeldNumber(context, token, certificate_id),
      (w, { certificate_number }) => heldCodePage(w, certificate_id, certificate_number),
    );
  });

  app.post(
    `${PATH}/:certificate_id/extension`,
    { schema: { hide, params, body: closed({ key: Id }) } },
    async (request, reply) => {
      const token = session.tokenOf(request);
      const { certificate_id } = request.params;
      const { key } = request.body;
      if (token === undefined) return sendCertificate(request, reply);
      const idempotency = holderIdempotency(context, request, { token, status: 200, key });
      const refused = await refusalOf(() =>
        idempotentTransaction(idempotency, (tx, extensionId) =>
          extendCertificate(context, tx, token, extensionId, certificate_id),
        ),
      );
      if (refused !== null) return sendCertificate(request, reply, (w) => formErrorOf(refused, w));
      return reply.redirect(`${PATH}/${certificate_id}`, 303);
    },
  );

  handOverPageRoutes(app, context, session, sendCertificate);
}
