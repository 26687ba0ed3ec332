import { STATUS_CODES } from 'node:http';
import type { FastifySchema, RouteOptions } from 'fastify';
import {
  ANY_ROUTE_REFUSALS,
  BODY_REFUSALS,
  INPUT_REFUSALS,
  SESSION_REFUSALS,
  SIGNATURE_REFUSALS,
} from './guard-refusals.ts';
import { type ProblemCode, STATUSES } from './statuses.ts';

const CODES = 'x-refusals';

type Described = { [CODES]?: readonly ProblemCode[]; responses?: Record<string, unknown> };

/** What a route can refuse with: what its guards say, by its schema, and then what its operation says. */
function refusalsOf(schema: FastifySchema): ProblemCode[] {
  const guards = new Set((schema.security ?? []).flatMap((names) => Object.keys(names)));
  return [
    ...(guards.has('signature') ? SIGNATURE_REFUSALS : []),
    ...(guards.has('session') ? SESSION_REFUSALS : []),
    ...(schema.body === undefined ? [] : BODY_REFUSALS),
    ...(schema.params === undefined && schema.querystring === undefined ? [] : INPUT_REFUSALS),
    ...(schema.refusals ?? []),
    ...ANY_ROUTE_REFUSALS,
  ];
}

/** Hands a route's codes to `describeRefusals`. Routes whose refusals have another form than ours describe them themselves. */
export function withRefusals<Route extends { schema: FastifySchema; url: string; route: RouteOptions }>({
  schema,
  url,
}: Route) {
  const itself = Object.keys(schema?.response ?? {}).some((status) => status.startsWith('4'));
  return { schema: itself ? schema : { ...schema, [CODES]: refusalsOf(schema ?? {}) }, url };
}

/** Writes each operation's codes into the API's description, status by status, as RFC 9457 problem documents. */
export function describeRefusals<Document extends { paths?: Record<string, unknown> }>(
  document: Document,
): Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, Described>)) {
      const { [CODES]: codes = [] } = operation;
      delete operation[CODES];
      operation.responses = { ...operation.responses, ...problemResponses(codes) };
    }
  }
  return document;
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => STATUSES[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, its]) => [
      status,
      {
        description: STATUS_CODES[status],
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { type: 'object', properties: { code: { type: 'string', enum: its } }, required: ['code'] },
              ],
            },
          },
        },
      },
    ]),
  );
}
