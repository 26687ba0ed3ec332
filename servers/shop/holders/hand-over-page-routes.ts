import type { FastifyReply, FastifyRequest } from 'fastify';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { refusalOf } from '../../../kit/http/form-refusals.ts';
import { countedTransaction, idempotentTransaction } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { CodeTyped, PersonNameTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import { type Words, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { By } from '../http/shapes.ts';
import { sentBy } from '../messages/tell.ts';
import { acceptHandOver, guessHandOverCode } from './accept-hand-over.ts';
import { confirmHandOver, guessHolderCode } from './confirm-hand-over.ts';
import { beginHandOver, countHandOver, withdrawHandOver } from './hand-over.ts';
import { readHeld } from './held-certificates.ts';
import { holderIdempotency } from './idempotency.ts';
import { formErrorOf, PATH, type PageSession } from './page-session.ts';
import {
  acceptHandOverForm,
  handOverAcceptedPage,
  handOverCodeForm,
  handOverForm,
  handOverStartedPage,
} from './pages/hand-over-pages.ts';
import type { FormError } from './pages/parts.ts';

const hide = true;
const params = closed({ certificate_id: Id });

type CertificateRequest = FastifyRequest<{ Params: { certificate_id: string } }>;

/** The certificate's own page, with an error above it where there is one. */
export type SendCertificate = (
  request: CertificateRequest,
  reply: FastifyReply,
  errorOf?: (w: Words) => FormError,
) => Promise<FastifyReply>;

/** Handing a certificate over to another phone, and accepting it there. */
export function handOverPageRoutes(
  app: App,
  context: ShopContext,
  session: PageSession,
  sendCertificate: SendCertificate,
): void {
  handOverRoutes(app, context, session);
  withdrawalRoute(app, context, session, sendCertificate);
  acceptanceRoutes(app, context, session);
}

function handOverRoutes(app: App, context: ShopContext, session: PageSession): void {
  const sendForm = (
    request: CertificateRequest,
    reply: FastifyReply,
    { phone = '', errorOf }: { phone?: string; errorOf?: (w: Words) => FormError } = {},
  ) =>
    session.sendInSession(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, held) => handOverForm(w, held, { key: newId(), phone, error: errorOf?.(w) }),
      errorOf === undefined ? 200 : 422,
    );

  const sendCodeForm = (
    request: CertificateRequest,
    reply: FastifyReply,
    { errorOf, ...form }: { phone: string; code?: string; errorOf?: (w: Words) => FormError },
  ) =>
    session.sendInSession(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, held) => handOverCodeForm(w, held, { ...form, key: newId(), error: errorOf?.(w) }),
      errorOf === undefined ? 200 : 422,
    );

  app.get(`${PATH}/:certificate_id/hand-over`, { schema: { hide, params } }, (request, reply) =>
    sendForm(request, reply),
  );

  app.post(
    `${PATH}/:certificate_id/hand-over`,
    { schema: { hide, params, body: closed({ key: Id, phone: PhoneTyped, by: By }) } },
    async (request, reply) => {
      const token = session.tokenOf(request);
      const { certificate_id } = request.params;
      const { key, phone, by } = request.body;
      if (token === undefined) return sendForm(request, reply);
      const input = { certificate_id, phone, locale: session.localeFor(request), by };
      const refused = await refusalOf(() =>
        countedTransaction(
          holderIdempotency(context, request, { token, status: 200, key }),
          () => countHandOver(context, token, input),
          (tx, handOverId) => beginHandOver(context, tx, token, handOverId, input),
        ),
      );
      if (refused !== null)
        return sendForm(request, reply, { phone, errorOf: (w) => formErrorOf(refused, w) });
      return sendCodeForm(request, reply, { phone });
    },
  );

  app.post(
    `${PATH}/:certificate_id/hand-over/confirmation`,
    {
      schema: {
        hide,
        params,
        body: closed({ key: Id, phone: PhoneTyped, code: CodeTyped, by: By }),
      },
    },
    async (request, reply) => {
      const token = session.tokenOf(request);
      const { certificate_id } = request.params;
      const { key, phone, code, by } = request.body;
      if (token === undefined) return sendForm(request, reply);
      const input = { certificate_id, code, locale: session.localeFor(request), by };
      const refused = await refusalOf(() =>
        countedTransaction(
          holderIdempotency(context, request, { token, status: 200, key }),
          () => guessHolderCode(context, token, input),
          (tx, _id, proven) => confirmHandOver(context, tx, token, input, proven),
        ),
      );
      if (refused !== null) {
        const errorOf = (w: Words) => formErrorOf(refused, w);
        return sendCodeForm(request, reply, { phone, code, errorOf });
      }
      const to = parsePhone(phone);
      const sent_by = to.ok ? sentBy(to.e164, by) : 'text';
      return session.send(request, reply, (w) =>
        handOverStartedPage(w, { certificate_id, phone, sent_by, key: newId() }),
      );
    },
  );
}

function withdrawalRoute(
  app: App,
  context: ShopContext,
  session: PageSession,
  sendCertificate: SendCertificate,
): void {
  app.post(
    `${PATH}/:certificate_id/hand-over/withdrawal`,
    { schema: { hide, params, body: closed({ key: Id }) } },
    async (request, reply) => {
      const token = session.tokenOf(request);
      const { certificate_id } = request.params;
      const { key } = request.body;
      if (token === undefined) return sendCertificate(request, reply);
      const refused = await refusalOf(() =>
        idempotentTransaction(holderIdempotency(context, request, { token, status: 200, key }), (tx) =>
          withdrawHandOver(context, tx, token, certificate_id),
        ),
      );
      if (refused !== null) return sendCertificate(request, reply, (w) => formErrorOf(refused, w));
      return reply.redirect(`${PATH}/${certificate_id}`, 303);
    },
  );
}

function acceptanceRoutes(app: App, context: ShopContext, { send, localeFor }: PageSession): void {
  const { db, clock, settings } = context;
  const { pinDigits } = settings;

  app.get(`${PATH}/taking`, { schema: { hide } }, (request, reply) =>
    send(request, reply, (w) => acceptHandOverForm(w, pinDigits, { key: newId() })),
  );

  app.post(
    `${PATH}/taking`,
    {
      schema: {
        hide,
        body: closed({
          ...{ key: Id, phone: PhoneTyped, code: CodeTyped, pin: PinTyped, pin_again: PinTyped },
          name: PersonNameTyped,
        }),
      },
    },
    async (request, reply) => {
      const { key, pin, pin_again, code, ...typed } = request.body;
      const w = words(localeFor(request));
      const sendForm = (error: FormError) =>
        send(
          request,
          reply,
          () => acceptHandOverForm(w, pinDigits, { key: newId(), ...typed, code, error }),
          422,
        );
      if (normalisePin(pin) !== normalisePin(pin_again))
        return sendForm({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const scope = 'hand_over';
      const fingerprint = keyedFingerprint(context, request);
      const refused = await refusalOf(() =>
        countedTransaction(
          { db, clock, request, key, scope, status: 200, fingerprint },
          () => guessHandOverCode(context, { ...typed, code }, clientAddress(request)),
          (tx, _id, proven) => acceptHandOver(context, tx, { name: typed.name, new_pin: pin }, proven),
        ),
      );
      return refused === null
        ? send(request, reply, handOverAcceptedPage)
        : sendForm(formErrorOf(refused, w));
    },
  );
}
