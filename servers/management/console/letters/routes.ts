import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import type { ManagementContext } from '../../context.ts';
import { audited } from '../../http/guards.ts';
import { Locale } from '../../http/shapes.ts';
import { letterPdf } from './letter-pdf.ts';
import { PRINT_LETTER_REFUSALS, printLetter } from './print-letter.ts';

/** Letters to people who can't be reached by phone. They have full names, so support staff print none. */
export function staffLetterRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/orders/:order_id/letter',
    {
      config: {
        staffRoles: ['operator'],
        audited: audited('print_letter', 'order', ({ params }) => Object(params).order_id),
      },
      schema: {
        tags: ['staff'],
        summary: 'Print the letter to a recipient, or to whoever did not hear a message by phone',
        description:
          'Each time, the gift’s timeline records that a letter was printed. A letter is never kept by a browser.',
        security: [{ session: [] }],
        params: closed({ order_id: Id }),
        querystring: closed({
          about: Type.Optional(Type.String({ format: 'uuid', description: 'A message that nobody heard.' })),
          lang: Type.Optional(Locale),
        }),
        response: {
          200: {
            description: 'An A4 page',
            content: {
              'application/pdf': { schema: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })) },
            },
          },
        },
        refusals: PRINT_LETTER_REFUSALS,
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const letter = await printLetter(context, order_id, request.query);
      if (!letter.ok) return sendResult(request, reply, letter);
      const bytes = await letterPdf(letter.value, context.settings.voiceNumber, context.clock());
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="letter-${order_id}.pdf"`,
          'cache-control': 'no-store',
        })
        .send(bytes);
    },
  );
}
