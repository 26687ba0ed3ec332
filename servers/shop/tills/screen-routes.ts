import Type from 'typebox';
import { AmountMinorOrZero, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { SignedTerminalPermit } from '../../../contracts/terminal-permits.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { Locale } from '../http/shapes.ts';
import { listRedemptions } from '../redeem/list-redemptions.ts';
import { RedemptionShape } from '../redeem/shapes.ts';
import { tillOf } from './guard.ts';
import { SaleReference } from './shapes.ts';
import { readTerminalInfo } from './terminal-info.ts';
import { PERMIT_TERMINAL_REFUSALS, permitTerminal } from './terminal-permit.ts';
import { countCertificateText, TEXT_CERTIFICATE_REFUSALS, textCertificate } from './text-certificate.ts';

const Names = { name_ko: Type.String(), name_en: Type.String() };

/** For terminals with a screen: their store and shop, redemptions in the store, and a text to the holder. */
export function terminalScreenRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const security = [{ session: [] }];
  const tags = ['terminal'];

  app.get(
    '/v1/terminal',
    {
      schema: {
        tags,
        summary: 'Get this terminal’s store and shop',
        security,
        response: {
          200: closed({
            terminal_id: Id,
            name: Type.String(),
            store: closed(Names),
            brand: closed(Names),
            pin_digits: closed({ min: Type.Integer(), max: Type.Integer() }),
            reversal_alone_max_minor: AmountMinorOrZero,
            cash_max_minor: AmountMinorOrZero,
            buying: Type.Union([
              closed({ management_url: Type.String(), shop_id: Type.String() }),
              Type.Null(),
            ]),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done(await readTerminalInfo(context, tillOf(request)))),
  );

  app.post(
    '/v1/terminal/permits',
    {
      schema: {
        tags,
        summary: 'Get the shop’s statement that this terminal is in use, for a member’s log-in at management',
        security,
        response: { 201: closed({ permit: SignedTerminalPermit, expires_at: Timestamp }) },
        refusals: PERMIT_TERMINAL_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await permitTerminal(context, tillOf(request)), 201),
  );

  app.get(
    '/v1/redemptions',
    {
      config: { byClerk: true },
      schema: {
        tags,
        summary:
          'List redemptions in this terminal’s store, newest first, or those of a sale by its reference',
        security,
        querystring: closed({
          sale_reference: Type.Optional(SaleReference),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ redemptions: Type.Array(RedemptionShape) }) },
      },
    },
    async (request, reply) => {
      const { store_id } = tillOf(request);
      const redemptions = await listRedemptions(context, { ...request.query, store_id }, request.query);
      return sendResult(request, reply, done({ redemptions }));
    },
  );

  app.post(
    '/v1/issues/:issue_id/text',
    {
      schema: {
        tags,
        summary: 'Text the holder a link to the certificate page',
        security,
        params: closed({ issue_id: Id }),
        body: closed({ locale: Locale }),
        response: { 202: closed({ issue_id: Id, masked_phone: Type.String() }) },
        refusals: withIdempotencyKey(TEXT_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const till = tillOf(request);
      const { issue_id } = request.params;
      const { locale } = request.body;
      const idempotency = { db, clock, request, scope: `terminal:${till.terminal_id}`, status: 202 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countCertificateText(context, till, issue_id),
          (tx, _id, phone) => textCertificate(context, tx, phone, { issue_id, locale }),
        ),
      );
    },
  );
}
