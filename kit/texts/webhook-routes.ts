import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { DueContext } from '../due/failing-work.ts';
import type { App } from '../http/app.ts';
import { ProblemError } from '../http/problem.ts';
import { keepTextBody } from '../http/text-body.ts';
import { type TextBooks, takeFound } from './ask.ts';
import { takeOnce } from './heard.ts';
import { resumeTexts, stopTexts } from './opt-outs.ts';
import type { Report, Webhook } from './port.ts';
import type { NamedProvider } from './providers.ts';
import { senderAt } from './senders.ts';
import { askNow, submissionOf } from './submissions.ts';

const TEXT_WEBHOOKS = '/v1/text-providers';
const BODY_BYTES_MAX = 256 * 1_024;

type WebhookContext = DueContext & { publicUrl: string };
type Query = Readonly<Record<string, string>>;

/** Where a provider calls us. It must be exactly what the provider calls: signatures cover it. */
export function webhookUrl(publicUrl: string, provider: string): string {
  return `${publicUrl}${TEXT_WEBHOOKS}/${provider}/webhook`;
}

/**
 * What text message providers tell us. Each proves that it is the provider. Its report is no more than a reason to ask,
 * unless it is of a provider that can't be asked. One that is repeated, late or out of order changes nothing.
 */
export async function textWebhookRoutes(
  app: App,
  context: WebhookContext,
  providers: readonly NamedProvider[],
  books: TextBooks,
): Promise<void> {
  keepTextBody(app);
  app.post(
    `${TEXT_WEBHOOKS}/:provider/webhook`,
    {
      bodyLimit: BODY_BYTES_MAX,
      schema: {
        tags: ['text message providers'],
        summary: 'Receive reports on texts, and texts from phones, from a provider',
        params: Type.Object({ provider: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
        response: { 200: Type.String({ description: 'As the provider expects it' }) },
        refusals: ['not_found', 'signature_invalid', 'service_unavailable'],
      },
    },
    async (request, reply) => {
      const named = providers.find(({ terms }) => terms.name === request.params.provider);
      const webhook = named?.provider.webhook;
      if (named === undefined || webhook === undefined) throw new ProblemError('not_found');
      const heard = webhook.hear({
        url: `${context.publicUrl}${request.url}`,
        query: request.query as Query,
        headers: request.headers,
        body: request.textBody ?? '',
      });
      if (heard === undefined) throw new ProblemError('signature_invalid');
      for (const report of heard.reports) await takeReport(context, books, named, report);
      for (const { phone, sender: number, stopped } of heard.opt_outs) {
        const sender = senderAt(providers, number);
        if (stopped) await stopTexts(context.db, { phone, sender, told_by: 'provider' }, context.clock());
        else await resumeTexts(context.db, { phone, sender }, context.clock());
      }
      const by = named.terms.name;
      for (const text of heard.texts)
        await takeOnce(context, { provider: by, id: text.id ?? '' }, () => books.onMessage({ ...text, by }));
      return answer(reply, webhook);
    },
  );
}

/** Throws `service_unavailable` while the text itself is not recorded: the provider then tells again. */
async function takeReport(
  context: WebhookContext,
  books: TextBooks,
  { terms, provider }: NamedProvider,
  report: Report,
): Promise<void> {
  const now = context.clock();
  const about = await submissionOf(context.db, terms.name, report, now);
  if (about === 'not_yet') throw new ProblemError('service_unavailable');
  // Of somebody else who uses the same account.
  if (about === undefined) return;
  if (provider.ask !== undefined) return askNow(context.db, about.submission_id, now);
  const id = about.provider_message_id ?? report.provider_message_id;
  if (id === undefined) return;
  if (!(await takeFound(context, books, about, { provider_message_id: id, state: report.state })))
    throw new ProblemError('service_unavailable');
}

function answer(reply: FastifyReply, { answer: { type, body } }: Webhook) {
  return reply
    .type(type)
    .serializer((text: unknown) => String(text))
    .send(body);
}
