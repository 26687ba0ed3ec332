import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type Result } from '../../../kit/result.ts';
import { EmailTyped, MessageTyped, PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { memberOf, requireMember } from '../http/guards.ts';
import { ShopId } from '../shops/shapes.ts';
import { CHECK_GROUP_PAYMENT_REFUSALS, checkGroupPayment } from './check-group-payment.ts';
import { CONFIRM_GROUP_REFUSALS, confirmGroup } from './confirm-group.ts';
import { ABANDON_GROUP_REFUSALS, abandonGroup } from './end-group.ts';
import { type GroupView, listGroups, OWN_GROUP_REFUSALS, ownGroup } from './group-view.ts';
import { CORRECT_LINE_REFUSALS, correctLine } from './name-line.ts';
import { PLACE_GROUP_REFUSALS, placeGroup } from './place-group.ts';
import { READ_LIST_REFUSALS, readList } from './read-list.ts';
import {
  GroupShape,
  GroupSummaryShape,
  groupInWords,
  ListRowShape,
  ListShape,
  listInWords,
} from './shapes.ts';

const GroupParams = closed({ group_id: Id });
/** More than a list may have; the operation refuses too long a list with its maximum. */
const RECIPIENTS_MAX = 1_000;
const security = [{ session: [] }];

/** What a buyer does with gifts to several people and one payment. */
export function orderGroupRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const guarded = { onRequest: requireMember(context) };
  const tags = ['orders for several'];
  const idempotency = (request: FastifyRequest, status: number) => ({
    db,
    clock,
    request,
    scope: `member:${memberOf(request).member_id}`,
    status,
  });
  const inWords =
    (request: FastifyRequest) =>
    <Code extends ProblemCode>(result: Result<GroupView, Code>) =>
      result.ok ? done(groupInWords(result.value, localeOf(request))) : result;

  app.post(
    '/v1/recipient-lists',
    {
      ...guarded,
      schema: {
        tags,
        summary:
          'Check a pasted list, or its rows as corrected, and report problems line by line; nothing is stored',
        security,
        body: Type.Union([
          closed({
            shop_id: ShopId,
            text: Type.String({ minLength: 1, maxLength: 60_000 }),
            amount_minor: AmountMinor,
          }),
          closed({
            shop_id: ShopId,
            rows: Type.Array(ListRowShape, { minItems: 1, maxItems: RECIPIENTS_MAX }),
            amount_minor: AmountMinor,
          }),
        ]),
        response: { 200: ListShape },
        refusals: READ_LIST_REFUSALS,
      },
    },
    async (request, reply) => {
      const read = await readList(context, memberOf(request).member_id, request.body);
      return sendResult(request, reply, read.ok ? done(listInWords(read.value, localeOf(request))) : read);
    },
  );

  app.post(
    '/v1/order-groups',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Order certificates for several people; the total is authorised as one payment',
        security,
        body: closed({
          shop_id: ShopId,
          currency: Currency,
          payment_method_id: Type.String({ maxLength: 64 }),
          message: Type.Optional(MessageTyped),
          card_design: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,32}$' })),
          deliver_at: Type.Optional(Timestamp),
          recipients: Type.Array(
            Type.Union([
              closed({ phone: PhoneTyped, name: Type.Optional(PersonNameTyped), amount_minor: AmountMinor }),
              closed({ email: EmailTyped, name: PersonNameTyped, amount_minor: AmountMinor }),
            ]),
            { minItems: 1, maxItems: RECIPIENTS_MAX },
          ),
        }),
        response: { 201: GroupShape },
        refusals: withIdempotencyKey(PLACE_GROUP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const recipients = request.body.recipients.map((recipient) => ({
        ...recipient,
        amount_minor: minorFromJson(recipient.amount_minor),
      }));
      const place = (groupId: string) =>
        placeGroup(context, groupId, member_id, { ...request.body, recipients }).then(inWords(request));
      return sendAnswer(reply, await idempotentProcess(idempotency(request, 201), place));
    },
  );

  app.get(
    '/v1/order-groups',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'List my group gifts, newest first',
        security,
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          before: Type.Optional(Id),
        }),
        response: { 200: closed({ order_groups: Type.Array(GroupSummaryShape) }) },
      },
    },
    async (request, reply) => {
      const { limit = 20, before } = request.query;
      const order_groups = await listGroups(db, memberOf(request).member_id, limit, before);
      return sendResult(request, reply, done({ order_groups }));
    },
  );

  app.get(
    '/v1/order-groups/:group_id',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Get a group gift, line by line',
        security,
        params: GroupParams,
        response: { 200: GroupShape },
        refusals: OWN_GROUP_REFUSALS,
      },
    },
    async (request, reply) => {
      const own = await ownGroup(db, memberOf(request).member_id, request.params.group_id, clock());
      return sendResult(request, reply, inWords(request)(own));
    },
  );

  app.put(
    '/v1/order-groups/:group_id/lines/:order_id/recipient',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Change the recipient of a line; the masked name is read back',
        security,
        params: closed({ group_id: Id, order_id: Id }),
        body: Type.Union([
          closed({ phone: PhoneTyped, name: Type.Optional(PersonNameTyped) }),
          closed({ email: EmailTyped, name: PersonNameTyped }),
        ]),
        response: { 200: GroupShape },
        refusals: withIdempotencyKey(CORRECT_LINE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { group_id: groupId, order_id: orderId } = request.params;
      const ids = { groupId, orderId, memberId: memberOf(request).member_id };
      const correct = () => correctLine(context, ids, request.body).then(inWords(request));
      return sendAnswer(reply, await idempotentProcess(idempotency(request, 200), correct));
    },
  );

  app.post(
    '/v1/order-groups/:group_id/confirmation',
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Confirm the names read back; their total is captured and the others are left out',
        security,
        params: GroupParams,
        body: closed({
          confirmed: Type.Array(closed({ order_id: Id, read_back_id: Id }), {
            minItems: 1,
            maxItems: RECIPIENTS_MAX,
          }),
        }),
        response: { 200: GroupShape },
        refusals: withIdempotencyKey(CONFIRM_GROUP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { group_id } = request.params;
      const { member_id } = memberOf(request);
      const confirm = () =>
        confirmGroup(context, group_id, member_id, request.body.confirmed).then(inWords(request));
      return sendAnswer(reply, await idempotentProcess(idempotency(request, 200), confirm));
    },
  );

  const verbs = [
    [
      'abandonment',
      'Give up on all of them; the authorisation is released',
      abandonGroup,
      ABANDON_GROUP_REFUSALS,
    ],
    [
      'authentication',
      "The second step at the card's bank was taken: look what became of the payment",
      checkGroupPayment,
      CHECK_GROUP_PAYMENT_REFUSALS,
    ],
  ] as const;
  for (const [verb, summary, operation, codes] of verbs) {
    app.post(
      `/v1/order-groups/:group_id/${verb}`,
      {
        ...guarded,
        schema: {
          tags,
          summary,
          security,
          params: GroupParams,
          response: { 200: GroupShape },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) => {
        const { group_id } = request.params;
        const { member_id } = memberOf(request);
        const perform = async () => inWords(request)(await operation(context, group_id, member_id));
        return sendAnswer(reply, await idempotentProcess(idempotency(request, 200), perform));
      },
    );
  }
}
