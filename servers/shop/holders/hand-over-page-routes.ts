import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { refusalOf } from '../../../kit/http/form-refusals.ts';
import { countedTransaction, type Idempotency, idempotentTransaction } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { type Words, words } from '../../../kit/words/index.ts';
import { extendCertificate } from '../certificates/extend-certificate.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { listStores } from '../stores/stores.ts';
import { acceptHandOver, guessHandOverCode } from './accept-hand-over.ts';
import { beginHandOver, countHandOver, withdrawHandOver } from './hand-over.ts';
import { readHeld } from './held-certificates.ts';
import { type HolderPages, PATH, wrongOf } from './page-session.ts';
import { handOverBegun, handOverForm, takeForm, takenPage } from './pages/hand-over-pages.ts';
import { heldCertificate } from './pages/held-page.ts';
import type { Wrong } from './pages/pin-pages.ts';

const hide = true;
const Held = closed({ certificate_id: Id });
const Keyed = closed({ key: Id });
const Phone = Type.String({ maxLength: 40 });
const PinText = Type.String({ maxLength: 24 });

type Asked = FastifyRequest<{ Params: { certificate_id: string } }>;

/** What a holder does with a certificate besides using it: prolong it, hand it over, take what was handed over. */
export function careRoutes(app: App, context: ShopContext, pages: HolderPages): void {
  const { localeFor, send, opened, tokenOf } = pages;
  const { pinDigits } = context.settings;

  const idempotency = (request: FastifyRequest, key: string, token: string): Idempotency => ({
    ...{ db: context.db, clock: context.clock, request, key, status: 200 },
    scope: `holder:${tokenDigest(token).toString('base64url')}`,
    fingerprint: keyedFingerprint(context, request),
  });

  /** The certificate's own page again, with what was wrong above it. */
  async function certificate(request: Asked, reply: FastifyReply, wrong?: (w: Words) => Wrong) {
    const { certificate_id } = request.params;
    const stores = await listStores(context);
    return opened(
      request,
      reply,
      (token) => readHeld(context, token, certificate_id),
      (w, held) => heldCertificate(w, held, stores, { key: newId(), notice: wrong?.(w).text }),
      wrong === undefined ? 200 : 422,
    );
  }

  function handOver(
    request: Asked,
    reply: FastifyReply,
    typed: { phone?: string; wrong?: (w: Words) => Wrong },
  ) {
    return opened(
      request,
      reply,
      (token) => readHeld(context, token, request.params.certificate_id),
      (w, held) => handOverForm(w, held, { key: newId(), phone: typed.phone ?? '', wrong: typed.wrong?.(w) }),
      typed.wrong === undefined ? 200 : 422,
    );
  }

  app.post(
    `${PATH}/:certificate_id/extension`,
    { schema: { hide, params: Held, body: Keyed } },
    async (request, reply) => {
      const token = tokenOf(request);
      const { certificate_id } = request.params;
      if (token === undefined) return certificate(request, reply);
      const refused = await refusalOf(() =>
        idempotentTransaction(idempotency(request, request.body.key, token), (tx, extensionId) =>
          extendCertificate(context, tx, token, extensionId, certificate_id),
        ),
      );
      if (refused !== null) return certificate(request, reply, (w) => wrongOf(refused, w));
      return reply.redirect(`${PATH}/${certificate_id}`, 303);
    },
  );

  app.get(`${PATH}/:certificate_id/hand-over`, { schema: { hide, params: Held } }, (request, reply) =>
    handOver(request, reply, {}),
  );

  app.post(
    `${PATH}/:certificate_id/hand-over`,
    { schema: { hide, params: Held, body: closed({ key: Id, phone: Phone }) } },
    async (request, reply) => {
      const token = tokenOf(request);
      const { certificate_id } = request.params;
      const { key, phone } = request.body;
      if (token === undefined) return handOver(request, reply, {});
      const input = { certificate_id, phone, locale: localeFor(request) };
      const refused = await refusalOf(() =>
        countedTransaction(
          idempotency(request, key, token),
          () => countHandOver(context, token, input),
          (tx, handOverId) => beginHandOver(context, tx, token, handOverId, input),
        ),
      );
      if (refused !== null) return handOver(request, reply, { phone, wrong: (w) => wrongOf(refused, w) });
      return send(request, reply, (w) => handOverBegun(w, { certificate_id, phone, key: newId() }));
    },
  );

  app.post(
    `${PATH}/:certificate_id/hand-over/withdrawal`,
    { schema: { hide, params: Held, body: Keyed } },
    async (request, reply) => {
      const token = tokenOf(request);
      const { certificate_id } = request.params;
      if (token === undefined) return certificate(request, reply);
      const refused = await refusalOf(() =>
        idempotentTransaction(idempotency(request, request.body.key, token), (tx) =>
          withdrawHandOver(context, tx, token, certificate_id),
        ),
      );
      if (refused !== null) return certificate(request, reply, (w) => wrongOf(refused, w));
      return reply.redirect(`${PATH}/${certificate_id}`, 303);
    },
  );

  app.get(`${PATH}/taking`, { schema: { hide } }, (request, reply) =>
    send(request, reply, (w) => takeForm(w, pinDigits, { key: newId() })),
  );

  app.post(
    `${PATH}/taking`,
    {
      schema: {
        hide,
        body: closed({
          ...{ key: Id, phone: Phone, code: PinText, pin: PinText, pin_again: PinText },
          name: Type.String({ maxLength: 100 }),
        }),
      },
    },
    async (request, reply) => {
      const { key, pin, pin_again, code, ...typed } = request.body;
      const w = words(localeFor(request));
      const again = (wrong: Wrong) =>
        send(request, reply, () => takeForm(w, pinDigits, { key: newId(), ...typed, code, wrong }), 422);
      if (pin !== pin_again) return again({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const refused = await refusalOf(() =>
        countedTransaction(
          idempotency(request, key, 'hand_over'),
          () => guessHandOverCode(context, { ...typed, code: code.trim() }, request.ip),
          (tx, _id, proved) => acceptHandOver(context, tx, { name: typed.name, new_pin: pin }, proved),
        ),
      );
      if (refused?.code === 'validation_failed')
        return again({ field: 'name', text: w.t('certificate_page.name_wrong') });
      return refused === null ? send(request, reply, takenPage) : again(wrongOf(refused, w));
    },
  );
}
