import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CertificateNumberTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { VerificationShape } from '../opening/shapes.ts';
import { VERIFY_AT_TILL_REFUSALS, verifyAtTill } from '../opening/verify-at-till.ts';
import { redeem } from '../redeem/redeem.ts';
import { REDEEM_REFUSALS } from '../redeem/redeem-statement.ts';
import { openSession, sessionOf, tillOf } from './guard.ts';
import { ISSUE_REFUSALS, issue, READ_PRINT_REFUSALS, readPrint } from './issue.ts';
import { SaleReference, Token } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['terminal'];

/** What staff do at a terminal for a customer (Receipt 4-9). */
export function terminalRoutes(app: App, context: ShopContext): void {
  verificationRoute(app, context);
  issueRoutes(app, context);
  redemptionRoutes(app, context);
}

function verificationRoute(app: App, context: ShopContext): void {
  app.post(
    '/v1/verifications',
    {
      schema: {
        tags,
        summary:
          'Verify phone number (or scanned certificate number) and PIN, and get the certificates they open (Receipt 4-6)',
        security,
        body: Type.Union([
          closed({ phone: PhoneTyped, pin: PinTyped }),
          closed({ certificate_number: CertificateNumberTyped, pin: PinTyped }),
        ]),
        response: { 201: VerificationShape },
        refusals: VERIFY_AT_TILL_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await verifyAtTill(context, request.body, tillOf(request)), 201),
  );
}

function issueRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    '/v1/issues',
    {
      schema: {
        tags,
        summary: 'Issue a certificate; later times are counted as reprints (Receipt 7-8)',
        security,
        body: closed({ verification_token: Token, certificate_id: Id }),
        response: {
          201: closed({ issue_id: Id, certificate_id: Id, print_no: Type.Integer() }),
        },
        refusals: withIdempotencyKey(ISSUE_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => issue(context, tx, till, request.body)),
      );
    },
  );

  app.get(
    '/v1/issues/:issue_id/print',
    {
      schema: {
        tags,
        summary: 'Get the printout, for ten minutes after issue',
        security,
        params: closed({ issue_id: Id }),
        response: {
          200: closed({
            certificate_number: Type.String({ pattern: '^[0-9]{16}$' }),
            shop_name: Type.String(),
            store_name: Type.String(),
            buyer_name: Type.String(),
            recipient_name: Type.String(),
            print_no: Type.Integer(),
            amount_minor: AmountMinor,
            balance_minor: AmountMinorOrZero,
            currency: Currency,
            expires_at: Timestamp,
          }),
        },
        refusals: READ_PRINT_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readPrint(context, tillOf(request), request.params.issue_id)),
  );
}

function redemptionRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/redemptions',
    {
      config: { findsTill: true },
      schema: {
        tags,
        summary: 'Redeem certificates, in full or in part, several in one sale, all or nothing (Receipt 9)',
        security,
        body: closed({
          verification_token: Token,
          sale_reference: SaleReference,
          lines: Type.Array(closed({ certificate_id: Id, amount_minor: AmountMinor }), {
            minItems: 1,
            maxItems: 20,
          }),
        }),
        response: {
          201: closed({
            sale_id: Id,
            sale_reference: Type.String(),
            lines: Type.Array(
              closed({
                redemption_id: Id,
                certificate_id: Id,
                amount_minor: AmountMinor,
                balance_minor: AmountMinorOrZero,
                currency: Currency,
              }),
            ),
          }),
        },
        refusals: withIdempotencyKey(REDEEM_REFUSALS),
      },
    },
    async (request, reply) => {
      const ids = request.body.lines.map(({ certificate_id }) => certificate_id.toLowerCase());
      if (new Set(ids).size < ids.length)
        throw new ProblemError('validation_failed', {
          in: 'body',
          errors: [{ path: '/lines', rule: 'uniqueCertificates', expected: {} }],
        });
      const session = sessionOf(request);
      const findTerminal = async () => (await openSession(context, session)).terminal_id;
      return sendAnswer(reply, await redeem(context, request, { session, findTerminal }, request.body));
    },
  );
}
