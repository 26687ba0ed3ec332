import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { STATEMENT_REFUSALS, Statement } from '../../../contracts/settlement-statements.ts';
import { koreanDay, koreanDayOf, koreanMonth } from '../../../kit/clock.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { asAttachment } from '../../../kit/http/attachment.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { Day, Month } from '../../../kit/http/shapes.ts';
import { statementCsv } from '../../../kit/papers/statement.ts';
import { statementPdf } from '../../../kit/papers/statement-pdf.ts';
import { MAIN_LOCALES, mainLocale, words } from '../../../kit/words/index.ts';
import type { SettlementContext } from '../context.ts';
import { readStatement } from '../statements/read-statement.ts';
import { Payee } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff: books'];
/** A month or a day, in Korean time; today if neither is named. */
const period = { payee: Payee, day: Type.Optional(Day), month: Type.Optional(Month) };

/** A payee's statement, to look at and to keep. For a scope of staff. */
export function statementRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  const { db, banks, clock } = context;
  const config = { staffRoles, serviceScope: 'books' };
  const read = ({ payee, day, month }: { payee: string; day?: string; month?: string }) => {
    const { from, until } = month === undefined ? koreanDay(day ?? koreanDayOf(clock())) : koreanMonth(month);
    return readStatement(db, banks, payee, from.toISOString(), until.toISOString());
  };

  app.get(
    '/v1/staff/statements',
    {
      config,
      schema: {
        tags,
        summary: 'Get the statement of a payee for a day or a month (Korean time)',
        security,
        querystring: closed(period),
        response: { 200: Statement },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await read(request.query)),
  );

  app.get(
    '/v1/staff/statements.csv',
    {
      config,
      schema: {
        tags,
        summary: 'Download the statement of a payee for a day or a month as CSV',
        security,
        querystring: closed(period),
        response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const statement = await read(request.query);
      if (!statement.ok) return sendResult(request, reply, statement);
      return asAttachment(reply, 'text/csv; charset=utf-8', 'statement.csv').send(
        statementCsv(statement.value),
      );
    },
  );

  app.get(
    '/v1/staff/statements.pdf',
    {
      config,
      schema: {
        tags,
        summary: 'Download the statement of a payee for a day or a month as PDF',
        security,
        querystring: closed({ ...period, lang: Type.Optional(Type.Enum([...MAIN_LOCALES])) }),
        response: {
          200: {
            description: 'A4 pages',
            content: {
              'application/pdf': { schema: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })) },
            },
          },
        },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const statement = await read(request.query);
      if (!statement.ok) return sendResult(request, reply, statement);
      const w = words(mainLocale(request.query.lang ?? localeOf(request)));
      return asAttachment(reply, 'application/pdf', 'statement.pdf').send(
        await statementPdf(w, statement.value, clock()),
      );
    },
  );
}
