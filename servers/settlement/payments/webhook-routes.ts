import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { keepTextBody } from '../../../kit/http/text-body.ts';
import type { SettlementContext } from '../context.ts';
import { takeHint } from './take-hint.ts';

const BODY_BYTES_MAX = 256 * 1_024;

/**
 * What acquirers tell us. Each proves that it is the acquirer, and is no more than a reason to ask it now: one that is repeated,
 * late or out of order changes nothing.
 */
export async function acquirerWebhookRoutes(app: App, context: SettlementContext): Promise<void> {
  keepTextBody(app);
  app.post(
    '/v1/acquirers/:acquirer/webhook',
    {
      bodyLimit: BODY_BYTES_MAX,
      schema: {
        tags: ['acquirers'],
        summary: 'Receive a hint from an acquirer that something changed',
        params: closed({ acquirer: Type.String({ maxLength: 40 }) }),
        response: { 200: closed({}) },
        refusals: ['not_found', 'signature_invalid'],
      },
    },
    async (request) => {
      const { acquirer: name } = request.params;
      const webhook = context.acquirers.find(name)?.webhook;
      if (webhook === undefined) throw new ProblemError('not_found');
      const { headers, textBody: body = '' } = request;
      const hints = webhook.hear({ headers, body, now: context.clock() });
      if (hints === undefined) throw new ProblemError('signature_invalid');
      for (const hint of hints) await takeHint(context, name, hint);
      return {};
    },
  );
}
