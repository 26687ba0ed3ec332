import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { idempotentTransaction } from '../../../kit/idempotency.ts';
import { done, type RefusalOf, type Result } from '../../../kit/result.ts';
import { words } from '../../../kit/words/index.ts';
import type { SettlementContext } from '../context.ts';
import {
  applySecondStep,
  findCodeStep,
  type SECOND_STEP_REFUSALS,
  submitSecondStep,
  visitSecondStep,
} from '../payments/second-step.ts';
import { payerIdempotency } from './idempotency.ts';
import { leaveFor, type PayerPages, problemText, type ReturnTo, readAnswer, returnTo } from './page-flow.ts';
import { closedPage, secondStepPage, waitingPage } from './pages.ts';
import { TokenParams } from './routes.ts';

const hide = true;

/** The page at which a payer enters the code that the card's bank sent, or which leads to the page of the bank. */
export function secondStepPageRoutes(app: App, context: SettlementContext, pages: PayerPages): void {
  app.get('/v1/second-steps/:token', { schema: { hide, params: TokenParams } }, async (request, reply) => {
    const w = words(localeOf(request));
    const { token } = request.params;
    const step = await visitSecondStep(context, token);
    if (!step.ok) return pages.send(request, reply, closedPage(w));
    switch (step.value.kind) {
      case 'code': {
        const { return_url, is_test } = step.value;
        const form = pages.form(`/second-steps/${token}`, { returnUrl: return_url, is_test });
        const back = return_url ?? undefined;
        return pages.send(request, reply, secondStepPage(w, form, step.value, { back }));
      }
      case 'elsewhere':
        return leaveFor(reply, step.value.url);
      case 'wait':
        return pages.send(request, reply, waitingPage(w));
      case 'ended':
        return pages.finish(request, reply, w.t('card_page.confirmed'), step.value.return_url);
    }
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
      const step = await findCodeStep(context, token);
      const returnUrl = step?.return_url ?? null;
      const back = returnUrl ?? undefined;
      const form = pages.form(`/second-steps/${token}`, { returnUrl, is_test: step?.is_test ?? false });
      const typed = code.normalize('NFKC').replace(/\s/g, '');
      if (step !== undefined && !/^[0-9]{4,8}$/.test(typed)) {
        const wrong = { field: 'code', text: w.t('card_page.code_wrong') } as const;
        return pages.send(request, reply, secondStepPage(w, form, step, { wrong, back }));
      }
      const authorisation = await submitSecondStep(context, token, typed);
      const answer = await idempotentTransaction(
        { ...payerIdempotency(context, request), key, status: 200 },
        async (tx): Promise<Result<ReturnTo, RefusalOf<typeof SECOND_STEP_REFUSALS>>> => {
          const applied = await applySecondStep(context, tx, token, authorisation);
          return applied.ok ? done({ back: returnTo(returnUrl, {}) }) : applied;
        },
      );
      if (answer.status === 200)
        return pages.finish(request, reply, w.t('card_page.confirmed'), readAnswer(answer).back);
      if (step === undefined) return pages.send(request, reply, closedPage(w));
      const wrong = { field: null, text: problemText(w, readAnswer(answer).code) };
      return pages.send(request, reply, secondStepPage(w, form, step, { wrong, back }));
    },
  );
}
