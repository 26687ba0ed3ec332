import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { acceptForms } from '../../../kit/http/forms.ts';
import { serverPages } from '../../../kit/http/pages.ts';
import { type Answer, localeOf } from '../../../kit/http/problem.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { type Idempotency, idempotentTransaction, keyedFingerprint } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result } from '../../../kit/result.ts';
import { type Words, words } from '../../../kit/words/index.ts';
import type { SettlementContext } from '../context.ts';
import {
  findSecondStep,
  giveSecondStep,
  type SECOND_STEP_REFUSALS,
  takeSecondStep,
} from '../payments/second-step.ts';
import {
  type CardField,
  cardPage,
  closedPage,
  donePage,
  type Place,
  secondStepPage,
  type TypedCard,
  type Wrong,
} from './card-page.ts';
import { TokenParams } from './payer-routes.ts';
import { type ENTER_CARD_REFUSALS, enterCard, findSetup, tokeniseCard } from './payment-methods.ts';

const hide = true;

type Back = { back: string | null };

/**
 * The pages at which a buyer gives a card and confirms a payment. They need no script, and stand at this server, so that
 * no page of anybody else's ever holds a card's number.
 */
export function payerPageRoutes(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  acceptForms(app, context.publicUrl);
  const send = serverPages(app, (w) => w.t('card_page.brand'));
  const idempotency = (request: FastifyRequest, key: string, status: number): Idempotency => ({
    ...{ db, clock, request, key, status, scope: 'payer' },
    fingerprint: keyedFingerprint(request, context.secrets.keyRing('token_pepper')),
  });

  app.get('/v1/card-entries/:token', { schema: { hide, params: TokenParams } }, async (request, reply) => {
    const w = words(localeOf(request));
    const { token } = request.params;
    const setup = await findSetup(db, token, clock());
    if (!setup.ok) return send(request, reply, closedPage(w));
    const place = placeOf(`/card-entries/${token}`, setup.value.return_url);
    return send(request, reply, cardPage(w, place, { card_number: '', expiry: '' }));
  });

  app.post(
    '/card-entries/:token',
    {
      schema: {
        hide,
        params: TokenParams,
        body: closed({
          key: Id,
          card_number: Type.String({ maxLength: 40 }),
          expiry: Type.String({ maxLength: 20 }),
          security_code: Type.String({ maxLength: 10 }),
        }),
      },
    },
    async (request, reply) => {
      const w = words(localeOf(request));
      const { token } = request.params;
      const { key, security_code, ...typed } = request.body;
      const setup = await findSetup(db, token, clock());
      const place = placeOf(`/card-entries/${token}`, setup.ok ? setup.value.return_url : null);
      const again = (wrong: Wrong<CardField>) => send(request, reply, cardPage(w, place, typed, wrong));
      const card = readCard(typed, security_code);
      if ('wrong' in card) return again({ field: card.wrong, text: w.t(`card_page.${card.wrong}_wrong`) });
      const tokenised = await tokeniseCard(context, token, card);
      // The way back is part of the answer, so that a form that was sent twice leads there twice.
      const answer = await idempotentTransaction(
        idempotency(request, key, 201),
        async (tx): Promise<Result<Back, RefusalOf<typeof ENTER_CARD_REFUSALS>>> => {
          const entered = await enterCard(context, tx, token, card, tokenised);
          if (!entered.ok) return entered;
          const { payment_method_id } = entered.value;
          return done({ back: setup.ok ? backTo(setup.value.return_url, { payment_method_id }) : null });
        },
      );
      const { code, back } = readAnswer(answer);
      if (answer.status === 201) return goBack(request, reply, w.t('card_page.added'), back);
      if (!setup.ok) return send(request, reply, closedPage(w));
      if (code === 'payment_method_expired')
        return again({ field: 'expiry', text: w.t('card_page.card_expired') });
      if (code === 'payment_declined')
        return again({ field: 'card_number', text: w.t('card_page.card_number_wrong') });
      return again({ field: null, text: problemText(w, code) });
    },
  );

  app.get('/v1/second-steps/:token', { schema: { hide, params: TokenParams } }, async (request, reply) => {
    const w = words(localeOf(request));
    const { token } = request.params;
    const step = await findSecondStep(db, token);
    if (!step.ok) return send(request, reply, closedPage(w));
    return send(
      request,
      reply,
      secondStepPage(w, placeOf(`/second-steps/${token}`, step.value.return_url), step.value),
    );
  });

  app.post(
    '/second-steps/:token',
    {
      schema: {
        hide,
        params: TokenParams,
        body: closed({ key: Id, code: Type.String({ maxLength: 20 }) }),
      },
    },
    async (request, reply) => {
      const w = words(localeOf(request));
      const { token } = request.params;
      const { key, code } = request.body;
      const step = await findSecondStep(db, token);
      const place = placeOf(`/second-steps/${token}`, step.ok ? step.value.return_url : null);
      const typed = code.normalize('NFKC').replace(/\s/g, '');
      if (step.ok && !/^[0-9]{4,8}$/.test(typed)) {
        const wrong = { field: 'code', text: w.t('card_page.code_wrong') } as const;
        return send(request, reply, secondStepPage(w, place, step.value, wrong));
      }
      const standing = await giveSecondStep(context, token, typed);
      const answer = await idempotentTransaction(
        idempotency(request, key, 200),
        async (tx): Promise<Result<Back, RefusalOf<typeof SECOND_STEP_REFUSALS>>> => {
          const taken = await takeSecondStep(context, tx, token, standing);
          return taken.ok ? done({ back: step.ok ? backTo(step.value.return_url, {}) : null }) : taken;
        },
      );
      if (answer.status === 200)
        return goBack(request, reply, w.t('card_page.confirmed'), readAnswer(answer).back);
      if (!step.ok) return send(request, reply, closedPage(w));
      const wrong = { field: null, text: problemText(w, readAnswer(answer).code) };
      return send(request, reply, secondStepPage(w, place, step.value, wrong));
    },
  );

  function placeOf(action: string, returnUrl: string | null): Place {
    const place = { action, key: newId(), is_test: context.acquirer.is_test };
    return returnUrl === null ? place : { ...place, form_leads_to: new URL(returnUrl).origin };
  }

  function goBack(
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    back: Back['back'] | undefined,
  ): FastifyReply {
    if (typeof back === 'string') return reply.redirect(back, 303);
    return send(request, reply, donePage(words(localeOf(request)), title));
  }
}

/** Where the buyer goes from here, with what is told there. */
function backTo(returnUrl: string | null, query: Readonly<Record<string, string>>): string | null {
  if (returnUrl === null) return null;
  const url = new URL(returnUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** A card as its holder writes it: `12/29`, `12 / 2029` and `1229` are the same month. */
function readCard(typed: TypedCard, securityCode: string) {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '');
  const card_number = plain(typed.card_number);
  if (!/^[0-9]{12,19}$/.test(card_number)) return { wrong: 'card_number' } as const;
  const [, month = '', year = ''] = /^(\d{1,2})[/.]?(\d{2}|\d{4})$/.exec(plain(typed.expiry)) ?? [];
  const expiry_month = Number(month);
  if (expiry_month < 1 || expiry_month > 12) return { wrong: 'expiry' } as const;
  const expiry_year = year.length === 2 ? 2000 + Number(year) : Number(year);
  const security_code = plain(securityCode);
  if (!/^[0-9]{3,4}$/.test(security_code)) return { wrong: 'security_code' } as const;
  return { card_number, expiry_month, expiry_year, security_code };
}

function readAnswer({ body }: Answer): { code: string } & Partial<Back> {
  return { code: '', ...JSON.parse(body) };
}

function problemText(w: Words, code: string): string {
  return w.problem(isProblemCode(code) ? code : 'service_unavailable').detail;
}
