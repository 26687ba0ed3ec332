import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { keepTextBody } from '../../../kit/http/text-body.ts';
import { newId } from '../../../kit/ids.ts';
import type { Hint } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';

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

/** Has the jobs ask at once. Whatever is about a payment of somebody else who uses the same account changes nothing. */
async function takeHint(
  { db, clock }: SettlementContext,
  acquirer: string,
  { kind, reference }: Hint,
): Promise<void> {
  const now = clock();
  if (kind === 'dispute') {
    await sql`
      insert into disputes (dispute_id, acquirer, acquirer_reference, due_at, created_at)
      values (${newId()}, ${acquirer}, ${reference}, ${now}, ${now})
      on conflict (acquirer, acquirer_reference) do update set due_at = ${now}
        where disputes.state <> 'foreign'`.execute(db);
    return;
  }
  await sql`
    with payment as (
      select payment_id from payments where acquirer = ${acquirer} and acquirer_reference = ${reference}),
    asked as (
      update acquirer_requests set due_at = least(due_at, ${now})
      where payment_id in (select payment_id from payment) and state = 'open')
    update payments set answer_due_at = least(answer_due_at, ${now})
    where payment_id in (select payment_id from payment) and status in ('processing', 'requires_action')`.execute(
    db,
  );
}
