import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { asAttachment } from '../../../kit/http/attachment.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { SettlementContext } from '../context.ts';
import {
  BANK_FILE_REFUSALS,
  listBankFiles,
  PUT_BANK_FILE_REFUSALS,
  putBankFile,
  readBankFile,
  takeBankFile,
} from '../payouts/bank-files.ts';
import { TREASURER } from './shapes.ts';

const tags = ['staff: payouts'];
const security = [{ session: [] }];
const params = closed({ file_id: Id });
/** A bank's day with thousands of payments. */
const FILE_BYTES_MAX = 8 * 1024 * 1024;
/** A program of the owner's may carry the files, too. */
const CARRIER = { ...TREASURER, serviceScope: 'bank_files' } as const;

/** Files for banks and from them. For a scope of staff. */
export function bankFileRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  const { db, banks } = context;

  app.get(
    '/v1/staff/bank-files',
    {
      config: { staffRoles, serviceScope: 'bank_files' },
      schema: {
        tags,
        summary: 'List files for banks, or from them, newest first',
        security,
        querystring: closed({
          direction: Type.Enum(['to_bank', 'from_bank'], { default: 'to_bank' }),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: {
          200: closed({
            /** Those that files can come from. */
            banks: Type.Array(Type.String()),
            files: Type.Array(
              closed({
                file_id: Id,
                bank: Type.String(),
                name: Type.String(),
                created_at: Timestamp,
                /** Of a file for a bank: since when it is on its way. */
                taken_at: Type.Union([Timestamp, Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done({ banks: [...banks.by_file], files: await listBankFiles(db, request.query) }),
      ),
  );

  app.get(
    '/v1/staff/bank-files/:file_id',
    {
      config: CARRIER,
      schema: {
        tags,
        summary: 'Download a file for a bank (pain.001)',
        security,
        params,
        response: { 200: { content: { 'application/xml': { schema: Type.String() } } } },
        refusals: BANK_FILE_REFUSALS,
      },
    },
    async (request, reply) => {
      const file = await readBankFile(db, context, request.params.file_id);
      if (!file.ok) return sendResult(request, reply, file);
      return asAttachment(reply, 'application/xml; charset=utf-8', file.value.name).send(file.value.body);
    },
  );

  app.post(
    '/v1/staff/bank-files/:file_id/taken',
    {
      config: CARRIER,
      schema: {
        tags,
        summary: 'Say that a file is on its way to the bank, and the payouts in it are sent',
        security,
        params,
        response: { 200: closed({ file_id: Id, taken_at: Timestamp }) },
        refusals: withIdempotencyKey(BANK_FILE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          takeBankFile(context, tx, staff_id, request.params.file_id),
        ),
      );
    },
  );

  app.register(async (scope) => fromBankRoute(scope as App, context));
}

/** In a scope of its own: only here may a body be XML, and large. */
function fromBankRoute(app: App, context: SettlementContext): void {
  app.addContentTypeParser(
    ['application/xml', 'text/xml'],
    { parseAs: 'buffer' },
    (request, bytes, parsed) => {
      request.rawBody = Buffer.from(bytes);
      parsed(null, bytes.toString());
    },
  );

  app.post(
    '/v1/staff/bank-files',
    {
      bodyLimit: FILE_BYTES_MAX,
      config: CARRIER,
      schema: {
        tags,
        summary: 'Put in a file from a bank: a status report (pain.002) or what was booked (camt.054)',
        security,
        consumes: ['application/xml'],
        querystring: closed({ bank: Type.String({ minLength: 1, maxLength: 40 }) }),
        body: Type.String(),
        response: {
          201: closed({
            file_id: Id,
            reports: Type.Integer({ minimum: 0, description: 'How many of our payments it decides.' }),
          }),
        },
        refusals: withIdempotencyKey(PUT_BANK_FILE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const put = { bank: request.query.bank, body: request.rawBody ?? Buffer.alloc(0) };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          putBankFile(context, tx, staff_id, put),
        ),
      );
    },
  );
}
