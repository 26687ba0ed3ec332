import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Id } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { staffIdempotency, staffOf } from './guard.ts';
import { SECURITY, OWN_ACCOUNT_TAGS as tags } from './shapes.ts';
import { deleteView, listViews, SAVE_VIEW_REFUSALS, saveView } from './views.ts';

const List = Type.String({ pattern: '^[a-z_]{1,32}$' });
/** As in the page's address. What may be a number or an address of somebody (`query`, `phone`) is not kept. */
const Filters = Type.Record(
  Type.String({ pattern: '^(?!(query|phone)$)[a-z0-9_]{1,32}$' }),
  Type.String({ minLength: 1, maxLength: 100 }),
  { maxProperties: 16, additionalProperties: false },
);
const ViewShape = closed({
  view_id: Id,
  list: List,
  name: Type.String(),
  filters: Type.Record(Type.String(), Type.String()),
});

/** Views of lists that somebody keeps for themselves. For a scope that `requireStaff` guards. */
export function viewRoutes(app: App, context: StaffContext, { prefix, roles }: StaffRules): void {
  const config = { staffRoles: roles };
  app.get(
    `${prefix}/me/views`,
    {
      // Asked for with every list; it shows nothing but one's own filters.
      config: { ...config, audited: null },
      schema: {
        tags,
        summary: 'List the views that I saved of a list',
        security: SECURITY,
        querystring: closed({ list: List }),
        response: { 200: closed({ views: Type.Array(ViewShape) }) },
      },
    },
    async (request, reply) => {
      const views = await listViews(context.db, staffOf(request).staff_id, request.query.list);
      return sendResult(request, reply, done({ views }));
    },
  );

  app.post(
    `${prefix}/me/views`,
    {
      config,
      schema: {
        tags,
        summary: 'Save the filters of a list under a name; one of that name is replaced',
        security: SECURITY,
        body: closed({
          list: List,
          name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
          filters: Filters,
        }),
        response: { 200: ViewShape },
        refusals: withIdempotencyKey(SAVE_VIEW_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx, view_id) =>
          saveView(tx, staff_id, { ...request.body, view_id }, context.clock()),
        ),
      );
    },
  );

  app.delete(
    `${prefix}/me/views/:view_id`,
    {
      config,
      schema: {
        tags,
        summary: 'Delete one of my views',
        security: SECURITY,
        params: closed({ view_id: Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteView(context.db, staffOf(request).staff_id, request.params.view_id);
      return reply.code(204).send(null);
    },
  );
}
