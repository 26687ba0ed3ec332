import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { SHOP_ACTIONS } from '../../../kit/gift-state.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { Reason } from '../../../kit/staff/notes.ts';
import {
  LOCK_BY_STAFF_REFUSALS,
  lockByStaff,
  UNLOCK_BY_STAFF_REFUSALS,
  unlockByStaff,
} from '../certificates/lock-by-staff.ts';
import type { ShopContext } from '../context.ts';
import {
  CANCEL_FROM_OFFICE_REFUSALS,
  cancelGift,
  READ_ACTIONS_REFUSALS,
  REFUND_FROM_OFFICE_REFUSALS,
  RESEND_FROM_OFFICE_REFUSALS,
  readActions,
  refundGift,
  resendGift,
} from './ask-about-gift.ts';
import { NOTE_CERTIFICATE_REFUSALS, noteCertificate } from './note-certificate.ts';

const serving = { staffRoles: ['owner', 'clerk'] };
/** What gives back money or value: somebody who finds a page open must not be able to. */
const movingMoney = { staffRoles: ['owner'], recentProof: true };
const certificatePath = '/v1/office/certificates/:certificate_id';
const common = {
  tags: ['office: certificates'],
  security: [{ session: [] }],
  params: closed({ certificate_id: Id }),
};
const LockShape = closed({ certificate_id: Id, locked_since: Type.Union([Timestamp, Type.Null()]) });

/** What staff do to one certificate from its page, each with a reason that stays beside its history. */
export function officeActRoutes(app: App, context: ShopContext): void {
  lockRoutes(app, context);
  giftRoutes(app, context);
  noteRoute(app, context);
}

function lockRoutes(app: App, context: ShopContext): void {
  const verbs = [
    [
      ...(['lock', serving] as const),
      'Lock a certificate: nobody opens or uses it until it is unlocked',
      ...([lockByStaff, LOCK_BY_STAFF_REFUSALS] as const),
    ],
    [
      ...(['unlocking', movingMoney] as const),
      'Unlock a certificate that staff locked',
      ...([unlockByStaff, UNLOCK_BY_STAFF_REFUSALS] as const),
    ],
  ] as const;
  for (const [verb, config, summary, operation, codes] of verbs) {
    app.post(
      `${certificatePath}/${verb}`,
      {
        config,
        schema: {
          ...common,
          summary,
          body: closed({ reason: Reason }),
          response: { 200: LockShape },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) =>
        sendAnswer(
          reply,
          await idempotentTransaction(staffIdempotency(context, request, 200), (tx, note_id) =>
            operation(context, tx, request.params.certificate_id, {
              ...by(request, request.body.reason),
              note_id,
            }),
          ),
        ),
    );
  }
}

/** What the operator who issued it does at the request of the shop. */
function giftRoutes(app: App, context: ShopContext): void {
  app.get(
    `${certificatePath}/actions`,
    {
      config: serving,
      schema: {
        ...common,
        summary: 'What the operator can be asked to do with a gift now',
        response: { 200: closed({ actions: Type.Array(Type.Enum([...SHOP_ACTIONS])) }) },
        refusals: READ_ACTIONS_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readActions(context, request.params.certificate_id)),
  );

  const verbs = [
    [
      ...(['resend', serving] as const),
      'Have the operator tell the recipient of a gift once more',
      ...([resendGift, RESEND_FROM_OFFICE_REFUSALS] as const),
    ],
    [
      ...(['cancellation', movingMoney] as const),
      'Have the operator cancel a gift that nobody has accepted; its buyer is refunded',
      ...([cancelGift, CANCEL_FROM_OFFICE_REFUSALS] as const),
    ],
    [
      ...(['refund', movingMoney] as const),
      'Have the operator refund an accepted gift that was not used, by the rules that hold for its buyer',
      ...([refundGift, REFUND_FROM_OFFICE_REFUSALS] as const),
    ],
  ] as const;
  for (const [verb, config, summary, operation, codes] of verbs) {
    app.post(
      `${certificatePath}/${verb}`,
      {
        config,
        schema: {
          ...common,
          summary,
          body: closed({ reason: Reason }),
          response: { 200: closed({ certificate_id: Id }) },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) =>
        sendAnswer(
          reply,
          await idempotentProcess(staffIdempotency(context, request, 200), (note_id) =>
            operation(context, request.params.certificate_id, {
              ...by(request, request.body.reason),
              note_id,
            }),
          ),
        ),
    );
  }
}

function noteRoute(app: App, context: ShopContext): void {
  app.post(
    `${certificatePath}/notes`,
    {
      config: serving,
      schema: {
        ...common,
        summary: 'Note something about a certificate, for other staff',
        body: closed({ text: Reason }),
        response: { 201: closed({ note_id: Id }) },
        refusals: withIdempotencyKey(NOTE_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx, note_id) =>
          noteCertificate(context, tx, request.params.certificate_id, {
            ...by(request, request.body.text),
            note_id,
          }),
        ),
      ),
  );
}

function by(request: FastifyRequest, reason: string) {
  return { staff_id: staffOf(request).staff_id, reason };
}
