import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import type { App } from '../../../../kit/http/app.ts';
import { refusalOf } from '../../../../kit/http/form-refusals.ts';
import { acceptForms } from '../../../../kit/http/forms.ts';
import { serverPages } from '../../../../kit/http/pages.ts';
import { type Answer, localeOf } from '../../../../kit/http/problem.ts';
import {
  countedTransaction,
  type Idempotency,
  idempotentProcess,
  idempotentTransaction,
  keyedFingerprint,
} from '../../../../kit/idempotency.ts';
import { newId } from '../../../../kit/ids.ts';
import { normalisePin } from '../../../../kit/pin-policy.ts';
import { MESSAGE_LENGTH_MAX, MESSAGE_TYPED_MAX } from '../../../../kit/typed/message.ts';
import { CodeTyped, PhoneTyped, PinTyped } from '../../../../kit/typed/shapes.ts';
import { mainLocale, type Locale as Reader, type Words, words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { Locale } from '../../http/shapes.ts';
import { type Shop, shopOf } from '../../shops/shops.ts';
import { acceptGift } from '../accept-offer.ts';
import { askStores, storesIn } from '../ask-stores.ts';
import { chooseOfferLocale, findOffer, sameRecipient } from '../offers.ts';
import { refuseOffer } from '../refuse-offer.ts';
import { scopeOf } from '../routes.ts';
import { countAcceptanceCode, sendAcceptanceCode, waitingForCode } from '../send-acceptance-code.ts';
import { showOffer } from '../show-offer.ts';
import { giftPage, inProgress, STEPS, type Step, unknownGift } from './gift-page.ts';
import { type Typed, type Wrong, wrongOf } from './typed.ts';

const Params = closed({ token: Type.String({ maxLength: 200 }) });
const hide = true;

/** The gift was answered already; the offer's page says how. */
const DECIDED: ReadonlySet<string> = new Set(['already_accepted', 'already_refused', 'wrong_state']);

type Asked = FastifyRequest<{ Params: { token: string } }>;

/** In the reader's language where the shop said it in that, or in the other one. */
function usageIn(locale: Reader, { usage_ko, usage_en }: Shop): string | null {
  return mainLocale(locale) === 'ko' ? (usage_ko ?? usage_en) : (usage_en ?? usage_ko);
}

/** The recipient's page (Receipt 1–3), without log-in or script. Its verbs are those of the API. */
export function giftPageRoutes(app: App, context: ManagementContext): void {
  const { db, clock, secrets } = context;
  acceptForms(app, context.publicUrl);
  const send = serverPages(app, context, (w) => w.t('page.brand'));

  async function show(
    request: Asked,
    reply: FastifyReply,
    step: Step,
    typed: Typed = {},
    wrong?: (w: Words) => Wrong,
  ) {
    const { token } = request.params;
    const gift = await findOffer(context.db, token);
    if (!gift.ok) return send(request, reply, unknownGift(words(localeOf(request))));
    const offer = await showOffer(context, gift.value);
    const { party } = gift.value.shop;
    const stores =
      step === 'stores' ? storesIn(await askStores(context, party, mainLocale(offer.locale))) : undefined;
    const usage =
      step === 'stores' ? usageIn(offer.locale, await shopOf(context.db, gift.value.order)) : null;
    const proving = await waitingForCode(context, context.db, gift.value.order);
    const page = { path: `/g/${token}`, key: newId(), offer, step, stores, usage, proving };
    if (wrong === undefined) return send(request, reply, giftPage({ ...page, typed }));
    const said = { ...typed, wrong: wrong(words(offer.locale)) };
    return send(request, reply, giftPage({ ...page, typed: said, status: 422 }));
  }

  /** After a form: redirects to the offer, or shows the form again with the problem beside its field. */
  async function answerForm(
    request: Asked,
    reply: FastifyReply,
    step: Step,
    typed: Typed,
    act: () => Promise<Answer>,
  ) {
    const path = `/g/${request.params.token}`;
    const refused = await refusalOf(act);
    if (refused === null || DECIDED.has(refused.code)) return reply.redirect(path, 303);
    if (refused.code === 'request_in_progress') {
      const locale = localeOf(request);
      return send(request, reply, { locale, ...inProgress(words(locale), path) });
    }
    const at = refused.code === 'offer_expired' ? '' : step;
    return show(request, reply, at, typed, (w) => wrongOf(refused, w));
  }

  const idempotency = (request: Asked, key: string): Idempotency => ({
    ...{ db, clock, request, key, status: 200, scope: scopeOf(request.params.token) },
    fingerprint: keyedFingerprint(request, secrets.keyRing('token_pepper')),
  });

  for (const step of STEPS) {
    const url = `/g/:token${step === '' ? '' : `/${step}`}`;
    app.get(url, { schema: { hide, params: Params } }, (request, reply) => show(request, reply, step));
  }

  app.post(
    '/g/:token/phone-code',
    {
      schema: {
        hide,
        params: Params,
        body: closed({ key: Id, phone: PhoneTyped, by: Type.Optional(Type.Enum(['text', 'call'])) }),
      },
    },
    async (request, reply) => {
      const { key, phone, by } = request.body;
      const { token } = request.params;
      const refused = await refusalOf(() =>
        countedTransaction(
          { ...idempotency(request, key), status: 202 },
          () => countAcceptanceCode(context, token, { phone, by }),
          (tx, _id, counted) => sendAcceptanceCode(context, tx, counted),
        ),
      );
      if (refused === null) return reply.redirect(`/g/${token}/accept`, 303);
      if (DECIDED.has(refused.code)) return reply.redirect(`/g/${token}`, 303);
      return show(request, reply, 'phone', { phone }, (w) => wrongOf(refused, w));
    },
  );

  app.post(
    '/g/:token/acceptance',
    {
      schema: {
        hide,
        params: Params,
        body: closed({
          key: Id,
          pin: PinTyped,
          /** Of a new PIN. */
          pin_again: Type.Optional(PinTyped),
          own_pin: Type.Optional(Type.Literal('yes')),
          phone: Type.Optional(PhoneTyped),
          code: Type.Optional(CodeTyped),
          name_confirmed: Type.Optional(Type.Literal('yes')),
        }),
      },
    },
    async (request, reply) => {
      const { key, pin, pin_again = '', own_pin: own, name_confirmed: confirmed, ...typed } = request.body;
      const name_confirmed = confirmed === 'yes';
      const own_pin = own === 'yes';
      const step = own_pin || typed.phone !== undefined ? 'accept' : 'new-pin';
      if (!own_pin && normalisePin(pin) !== normalisePin(pin_again))
        return show(request, reply, step, typed, (w) => ({
          field: 'pin',
          text: w.t('gift_page.pin_differs'),
        }));
      return answerForm(request, reply, step, typed, () =>
        idempotentProcess(idempotency(request, key), async (callId) => {
          const offer = await findOffer(context.db, request.params.token);
          return offer.ok
            ? acceptGift(
                context,
                offer.value,
                { pin, own_pin, ...typed, name_confirmed, isFor: sameRecipient(offer.value.order) },
                callId,
              )
            : offer;
        }),
      );
    },
  );

  app.post(
    '/g/:token/refusal',
    {
      schema: {
        hide,
        params: Params,
        body: closed({ key: Id, word: Type.String({ maxLength: MESSAGE_TYPED_MAX }) }),
      },
    },
    async (request, reply) => {
      // Forms send line breaks as CRLF, which would count twice.
      const word = request.body.word.replaceAll('\r\n', '\n').trim();
      const letters = MESSAGE_LENGTH_MAX;
      if ([...word].length > letters)
        return show(request, reply, 'refuse', { word }, (w) => ({
          field: 'word',
          text: w.t('gift_page.word_too_long', { letters }),
        }));
      return answerForm(request, reply, 'refuse', { word }, () =>
        idempotentProcess(idempotency(request, request.body.key), async () => {
          const offer = await findOffer(context.db, request.params.token);
          return offer.ok
            ? refuseOffer(
                context,
                offer.value.order.order_id,
                word === '' ? undefined : word,
                sameRecipient(offer.value.order),
              )
            : offer;
        }),
      );
    },
  );

  app.post(
    '/g/:token/locale',
    {
      schema: {
        hide,
        params: Params,
        body: closed({ locale: Locale, step: Type.Enum([...STEPS]) }),
      },
    },
    async (request, reply) => {
      const { locale, step } = request.body;
      const { token } = request.params;
      // Each press is a new choice: under one key, switching back would do nothing.
      await idempotentTransaction(idempotency(request, newId()), (tx) =>
        chooseOfferLocale(context, tx, token, locale),
      );
      return reply.redirect(`/g/${token}${step === '' ? '' : `/${step}`}`, 303);
    },
  );
}
