import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { acceptCsv } from '../../../kit/http/csv-body.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { EmailTyped, PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import {
  correctMember,
  OFFICE_CHANGE_MEMBER_REFUSALS,
  READ_MEMBER_REFUSALS,
  readMember,
} from '../members/correct-member.ts';
import { LEAVE_REFUSALS, leave } from '../members/leave.ts';
import {
  ADD_MEMBER_REFUSALS,
  addMember,
  IMPORT_MEMBERS_REFUSALS,
  importMembers,
  listMembers,
  maskMember,
} from '../members/members.ts';
import { memberFilters, withoutSearch } from './filters.ts';

const CSV_BYTES_MAX = 4 * 1024 * 1024;
const security = [{ session: [] }];
const MemberShape = closed({
  member_id: Id,
  member_no: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  email: Type.Union([Type.String(), Type.Null()]),
  origin: Type.Enum(['imported', 'added', 'self_registered']),
});

/** The brand's own members, for staff. */
export function officeMemberRoutes(app: App, context: ShopContext): void {
  const tags = ['office: members'];

  app.get(
    '/v1/office/members',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'], serviceScope: 'members', audited: withoutSearch },
      schema: {
        tags,
        summary:
          'List members, or find them by member number, phone number or start of the name; masked for auditors, who find them by member number',
        security,
        querystring: closed({
          ...memberFilters,
          after: Type.Optional(Type.String({ maxLength: 32 })),
          limit: Limit,
        }),
        response: { 200: closed({ members: Type.Array(MemberShape) }) },
      },
    },
    async (request, reply) => {
      const isAuditor = staffOf(request).role === 'auditor';
      const members = await listMembers(context, request.query, { byNumberOnly: isAuditor });
      return sendResult(request, reply, done({ members: isAuditor ? members.map(maskMember) : members }));
    },
  );

  app.post(
    '/v1/office/members',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Add a member',
        security,
        body: closed({
          member_no: Type.String({ minLength: 1, maxLength: 32 }),
          name: PersonNameTyped,
          phone: PhoneTyped,
          email: Type.Optional(EmailTyped),
        }),
        response: { 201: MemberShape },
        refusals: withIdempotencyKey(ADD_MEMBER_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, memberId) =>
          addMember(context, tx, memberId, request.body),
        ),
      );
    },
  );
  memberRoutes(app, context);
  void app.register(async (imports) => importRoute(imports, context));
}

function memberRoutes(app: App, context: ShopContext): void {
  const { db } = context;
  const tags = ['office: members'];
  const params = closed({ member_id: Id });

  app.get(
    '/v1/office/members/:member_id',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'Get a member; masked for auditors',
        security,
        params,
        response: { 200: MemberShape },
        refusals: READ_MEMBER_REFUSALS,
      },
    },
    async (request, reply) => {
      const member = await readMember(db, request.params.member_id);
      const isMasked = member.ok && staffOf(request).role === 'auditor';
      return sendResult(request, reply, isMasked ? done(maskMember(member.value)) : member);
    },
  );

  app.put(
    '/v1/office/members/:member_id',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Update name, phone number and email address; the member number stays',
        security,
        params,
        body: closed({
          name: PersonNameTyped,
          phone: PhoneTyped,
          email: Type.Union([EmailTyped, Type.Null()]),
        }),
        response: { 200: closed({ member_id: Id }) },
        refusals: withIdempotencyKey(OFFICE_CHANGE_MEMBER_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      const { member_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => correctMember(tx, member_id, request.body)),
      );
    },
  );

  app.post(
    '/v1/office/members/:member_id/departure',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Remove a member: name, phone and email address are erased',
        security,
        params,
        response: { 200: closed({ left: Type.Boolean() }) },
        refusals: withIdempotencyKey(LEAVE_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => leave(context, tx, request.params.member_id)),
      );
    },
  );
}

/** In a scope of its own: only here may a body be CSV, and large. */
function importRoute(app: App, context: ShopContext): void {
  acceptCsv(app);

  app.post(
    '/v1/office/members/imports',
    {
      bodyLimit: CSV_BYTES_MAX,
      config: { staffRoles: ['owner', 'clerk'], serviceScope: 'members' },
      schema: {
        tags: ['office: members'],
        summary:
          'Import members from CSV (member_no, name, phone, email), all lines or none; repeating a file changes nothing',
        security,
        consumes: ['text/csv'],
        querystring: closed({
          preview: Type.Boolean({
            default: false,
            description: 'Dry run: import nothing and report what would happen.',
          }),
        }),
        body: Type.String(),
        response: {
          200: closed({
            lines: Type.Integer(),
            added: Type.Integer(),
            changed: Type.Integer(),
            errors_total: Type.Integer(),
            errors: Type.Array(
              closed({
                line: Type.Integer(),
                column: Type.Optional(Type.Union([Type.String(), Type.Null()])),
                code: Type.String(),
              }),
            ),
          }),
        },
        refusals: IMPORT_MEMBERS_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await importMembers(context, request.body, request.query)),
  );
}
