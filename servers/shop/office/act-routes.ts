import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
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
import { NOTE_CERTIFICATE_REFUSALS, noteCertificate } from './note-certificate.ts';
import { RESEND_FROM_OFFICE_REFUSALS, resendGift } from './resend-gift.ts';

const LockShape = closed({ certificate_id: Id, locked_since: Type.Union([Timestamp, Type.Null()]) });

/** What staff do to one certificate from its page, each with a reason that stays beside its history. */
export function officeActRoutes(app: App, context: ShopContext): void {
  const common = {
    tags: ['office: certificates'],
    security: [{ session: [] }],
    params: closed({ certificate_id: Id }),
  };

  app.post(
    '/v1/office/certificates/:certificate_id/lock',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        ...common,
        summary: 'Lock a certificate: nobody opens or uses it until it is unlocked',
        body: closed({ reason: Reason }),
        response: { 200: LockShape },
        refusals: withIdempotencyKey(LOCK_BY_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { certificate_id } = request.params;
      const act = { staff_id: staffOf(request).staff_id, reason: request.body.reason };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx, note_id) =>
          lockByStaff(context, tx, certificate_id, { ...act, note_id }),
        ),
      );
    },
  );

  app.post(
    '/v1/office/certificates/:certificate_id/unlocking',
    {
      // It can be spent again afterwards, so somebody who finds a page open must not be able to.
      config: { staffRoles: ['owner'], recentProof: true },
      schema: {
        ...common,
        summary: 'Unlock a certificate that staff locked',
        body: closed({ reason: Reason }),
        response: { 200: LockShape },
        refusals: withIdempotencyKey(UNLOCK_BY_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { certificate_id } = request.params;
      const act = { staff_id: staffOf(request).staff_id, reason: request.body.reason };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx, note_id) =>
          unlockByStaff(context, tx, certificate_id, { ...act, note_id }),
        ),
      );
    },
  );

  app.post(
    '/v1/office/certificates/:certificate_id/resend',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        ...common,
        summary: 'Have the operator tell the recipient of a gift once more',
        body: closed({ reason: Reason }),
        response: { 200: closed({ certificate_id: Id }) },
        refusals: withIdempotencyKey(RESEND_FROM_OFFICE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { certificate_id } = request.params;
      const act = { staff_id: staffOf(request).staff_id, reason: request.body.reason };
      return sendAnswer(
        reply,
        await idempotentProcess(staffIdempotency(context, request, 200), (note_id) =>
          resendGift(context, certificate_id, { ...act, note_id }),
        ),
      );
    },
  );

  app.post(
    '/v1/office/certificates/:certificate_id/notes',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        ...common,
        summary: 'Note something about a certificate, for other staff',
        body: closed({ text: Reason }),
        response: { 201: closed({ note_id: Id }) },
        refusals: withIdempotencyKey(NOTE_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { certificate_id } = request.params;
      const act = { staff_id: staffOf(request).staff_id, reason: request.body.text };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx, note_id) =>
          noteCertificate(context, tx, certificate_id, { ...act, note_id }),
        ),
      );
    },
  );
}
