import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { COUNTED_BY, LIFT_LIMIT_REFUSALS, liftLimit, listLimits, personLimits } from './person-limits.ts';

const security = [{ session: [] }];
const tags = ['staff'];

const LIMIT = {
  name: Type.String(),
  points: Type.Integer({ description: 'Requests allowed…' }),
  duration_s: Type.Integer({ description: '…in this many seconds.' }),
  counted_by: Type.Enum([...COUNTED_BY]),
};
const Query = Type.String({
  minLength: 3,
  maxLength: 254,
  description: "A member number, phone number, mail address, order id, network address or staff's login.",
});
const PersonShape = closed({
  person: closed({
    kind: Type.Enum(['member', 'phone', 'email', 'address', 'order', 'login']),
    shown: Type.String(),
    member_number: Type.Optional(Type.String()),
  }),
  limits: Type.Array(
    closed({
      ...LIMIT,
      used: Type.Integer(),
      reached: Type.Boolean({ description: 'The next request will be refused.' }),
      retry_after_s: Type.Integer(),
    }),
  ),
});

/** The rate limits: which there are, how much of them a person has used, and resetting that. */
export function staffLimitRoutes(app: App, context: ManagementContext): void {
  const { secrets } = context;

  app.get(
    '/v1/staff/limits',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_limits', 'limits', () => 'all') },
      schema: {
        tags,
        summary: 'List limits and how many are blocked by each right now',
        security,
        response: {
          200: closed({ limits: Type.Array(closed({ ...LIMIT, reached_by: Type.Integer() })) }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ limits: await listLimits(context) })),
  );

  app.get(
    '/v1/staff/limits/standing',
    {
      // The query is somebody's number or address, so the audit trail leaves it out; a reset names the member.
      config: {
        staffRoles: ['operator'],
        audited: audited('look_at_person_limits', 'limits', () => 'of one person'),
      },
      schema: {
        tags,
        summary: 'Get how much of their limits a person has used',
        security,
        querystring: closed({ query: Query }),
        response: { 200: PersonShape },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done(await personLimits(context, request.query.query))),
  );

  app.post(
    '/v1/staff/limits/lifts',
    {
      config: {
        staffRoles: ['operator'],
        recentProof: true,
        audited: audited('ask_to_lift_limit', 'limits', ({ body }) => Object(body).name),
      },
      schema: {
        tags,
        summary: 'Reset a person’s use of a limit',
        security,
        body: closed({ query: Query, name: Type.String({ pattern: '^[a-z_]{1,64}$' }) }),
        response: { 200: PersonShape },
        refusals: withIdempotencyKey(LIFT_LIMIT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const fingerprint = keyedFingerprint(request, secrets.keyRing('token_pepper'));
      const idempotency = { ...staffIdempotency(context, request, 200), fingerprint };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () => liftLimit(context, staff_id, request.body)),
      );
    },
  );
}
