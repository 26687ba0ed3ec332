import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Csv, type CsvColumns, csvOf, type Page, sendCsv } from '../../../kit/http/csv-export.ts';
import { days, Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { CHANNELS } from '../messages/reach.ts';
import { type ListedMessage, listMessages, MESSAGE_STATES } from './list-messages.ts';

const filters = {
  state: Type.Optional(Type.Enum([...MESSAGE_STATES])),
  channel: Type.Optional(Type.Enum([...CHANNELS])),
  kind: Type.Optional(Type.String({ pattern: '^[a-z_.]{1,64}$' })),
  ...days,
};

const COLUMNS: CsvColumns<ListedMessage> = {
  message_id: (row) => row.message_id,
  created_at: (row) => row.created_at,
  kind: (row) => row.kind,
  channel: (row) => row.channel,
  address: (row) => row.masked_address,
  state: (row) => row.state,
  attempts: (row) => row.attempts,
  problem: (row) => row.problem,
  sent_at: (row) => row.sent_at,
  delivered_at: (row) => row.delivered_at,
  order_id: (row) => row.order_id,
};

/** Messages to people, whatever they are about, with addresses masked. */
export function staffMessageRoutes(app: App, context: ManagementContext): void {
  const common = { tags: ['staff'], security: [{ session: [] }] };
  app.get(
    '/v1/staff/messages',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_messages', 'messages', () => 'all') },
      schema: {
        ...common,
        summary: 'List messages by state, channel, kind or day (Korean time), newest first',
        querystring: closed({ ...filters, before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            messages: Type.Array(
              closed({
                message_id: Id,
                kind: Type.String(),
                channel: Type.Enum([...CHANNELS]),
                masked_address: Type.String(),
                state: Type.String(),
                attempts: Type.Integer(),
                order_id: Type.Optional(Id),
                problem: Type.Optional(Type.String()),
                created_at: Timestamp,
                sent_at: Type.Optional(Timestamp),
                delivered_at: Type.Optional(Timestamp),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const messages = await listMessages(context, request.query, request.query);
      return sendResult(request, reply, done({ messages }));
    },
  );

  app.get(
    '/v1/staff/exports/messages.csv',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('export_messages', 'messages', () => 'all') },
      schema: {
        ...common,
        summary: 'Export messages as CSV, with the filters of the list',
        querystring: closed(filters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const find = (page: Page) => listMessages(context, request.query, page);
      return sendCsv(
        reply,
        'messages.csv',
        csvOf(COLUMNS, find, ({ message_id }) => message_id),
      );
    },
  );
}
