import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { idempotentTransaction } from '../../../kit/idempotency.ts';
import { done, type RefusalOf, type Result } from '../../../kit/result.ts';
import { LOCALES, type Words, words } from '../../../kit/words/index.ts';
import type { SettlementContext } from '../context.ts';
import { visitCardPage } from '../payment-methods/card-at-acquirer.ts';
import {
  type CardSession,
  type ENTER_CARD_REFUSALS,
  enterCard,
  findSession,
  openSession,
  tokeniseCard,
} from '../payment-methods/enter-card.ts';
import { payerIdempotency } from './idempotency.ts';
import { leaveFor, type PayerPages, problemText, type ReturnTo, readAnswer, returnTo } from './page-flow.ts';
import {
  type CardField,
  cardElementPage,
  cardPage,
  closedPage,
  type TypedCard,
  type WayBack,
  type Wrong,
  waitingPage,
} from './pages.ts';
import { TokenParams } from './routes.ts';

const hide = true;
/** The language of the page that the payer comes from, if that isn't the browser's. */
const querystring = closed({ locale: Type.Optional(Type.Enum([...LOCALES])) });
/** With what the acquirer's element had the browser bring back. */
const returnedQuery = Type.Object(
  { locale: Type.Optional(Type.Enum([...LOCALES])) },
  { additionalProperties: Type.String({ maxLength: 2_000 }), maxProperties: 20 },
);

/** The page at which a payer enters a card, or which leads to the acquirer's own. */
export function cardPageRoutes(app: App, context: SettlementContext, pages: PayerPages): void {
  const { db, clock, acquirers } = context;
  const formOf = (token: string, w: Words, session: CardSession | undefined) =>
    pages.form(`/card-entries/${token}?locale=${w.locale}`, {
      returnUrl: session?.return_url ?? null,
      is_test: session !== undefined && acquirers.find(session.acquirer)?.is_test === true,
    });

  app.get(
    '/v1/card-entries/:token',
    { schema: { hide, params: TokenParams, querystring: returnedQuery } },
    async (request, reply) => {
      const { locale, ...returned } = request.query;
      const w = words(locale ?? localeOf(request));
      const { token } = request.params;
      const session = await findSession(db, token);
      const ways = waysBackOf(session);
      const atAcquirer = await visitCardPage(context, token, returned);
      switch (atAcquirer?.kind) {
        case 'open':
          return leaveFor(reply, atAcquirer.url);
        case 'element': {
          const { element, failed = false } = atAcquirer;
          const { element_script } = pages;
          const back = session?.return_url ?? null;
          return pages.send(
            request,
            reply,
            cardElementPage(w, element, { failed, element_script, back, way_back: ways.way_back }),
          );
        }
        case 'entered': {
          const { payment_method_id } = atAcquirer;
          const back = returnTo(session?.return_url ?? null, { payment_method_id });
          return pages.finish(request, reply, w.t('card_page.added'), back);
        }
        case 'unknown':
          return pages.send(request, reply, waitingPage(w));
        case 'closed':
          return pages.send(request, reply, closedPage(w, ways));
      }
      if (!openSession(session, clock()).ok) return pages.send(request, reply, closedPage(w, ways));
      const form = formOf(token, w, session);
      return pages.send(request, reply, cardPage(w, form, { card_number: '', expiry: '' }, ways));
    },
  );

  app.post(
    '/card-entries/:token',
    {
      schema: {
        hide,
        params: TokenParams,
        querystring,
        body: closed({
          key: Id,
          card_number: Type.String({ maxLength: 40 }),
          expiry: Type.String({ maxLength: 20 }),
          security_code: Type.String({ maxLength: 10 }),
        }),
      },
    },
    async (request, reply) => {
      const w = words(request.query.locale ?? localeOf(request));
      const { token } = request.params;
      const { key, security_code, ...typed } = request.body;
      const session = await findSession(db, token);
      const returnUrl = session?.return_url ?? null;
      const ways = waysBackOf(session);
      const form = formOf(token, w, session);
      const showError = (wrong: Wrong<CardField>) =>
        pages.send(request, reply, cardPage(w, form, typed, { wrong, ...ways }));
      const card = readCard(typed, security_code);
      if ('wrong' in card)
        return showError({ field: card.wrong, text: w.t(`card_page.${card.wrong}_wrong`) });
      const tokenised = await tokeniseCard(context, token, card);
      // The return URL is part of the stored answer, so that submitting the form twice redirects to the same place.
      const answer = await idempotentTransaction(
        { ...payerIdempotency(context, request), key, status: 201 },
        async (tx): Promise<Result<ReturnTo, RefusalOf<typeof ENTER_CARD_REFUSALS>>> => {
          const entered = await enterCard(context, tx, token, card, tokenised);
          if (!entered.ok) return entered;
          const { payment_method_id } = entered.value;
          return done({ back: returnTo(returnUrl, { payment_method_id }) });
        },
      );
      const { code, back } = readAnswer(answer);
      if (answer.status === 201) return pages.finish(request, reply, w.t('card_page.added'), back);
      if (!openSession(session, clock()).ok) return pages.send(request, reply, closedPage(w, ways));
      if (code === 'payment_method_expired')
        return showError({ field: 'expiry', text: w.t('card_page.card_expired') });
      if (code === 'payment_declined')
        return showError({ field: 'card_number', text: w.t('card_page.card_number_wrong') });
      return showError({ field: null, text: problemText(w, code) });
    },
  );
}

/** Where the payer can go instead; on a device that others use, also when nobody is there any more. */
function waysBackOf(session: CardSession | undefined): { way_back?: WayBack; back?: string } {
  const back = session?.return_url ?? null;
  if (back === null) return {};
  const timed_out = session?.shared_device === true ? returnTo(back, { timed_out: 'yes' }) : null;
  return timed_out === null ? { back } : { way_back: { back, timed_out } };
}

/** Reads a card as people type it: `12/29`, `12 / 2029` and `1229` are the same month. */
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
