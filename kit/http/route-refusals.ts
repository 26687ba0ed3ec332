import { STATUS_CODES } from 'node:http';
import type { FastifySchema, RouteOptions } from 'fastify';
import {
  ANY_ROUTE_REFUSALS,
  BODY_REFUSALS,
  INPUT_REFUSALS,
  SESSION_REFUSALS,
  SIGNATURE_REFUSALS,
  STAFF_REFUSALS,
} from './guard-refusals.ts';
import { type ProblemCode, STATUSES } from './statuses.ts';

const CODES = 'x-refusals';

type OpenApi = { paths?: object; components?: object };
type Described = { [CODES]?: readonly ProblemCode[]; responses?: Record<string, unknown> };

/** All refusals of a route: those of its guards, as its schema shows them, and those of its operation. */
function refusalsOf(schema: FastifySchema, isForStaff: boolean): ProblemCode[] {
  const guards = new Set((schema.security ?? []).flatMap((names) => Object.keys(names)));
  return [
    ...(guards.has('signature') ? SIGNATURE_REFUSALS : []),
    ...(guards.has('session') ? SESSION_REFUSALS : []),
    ...(isForStaff ? STAFF_REFUSALS : []),
    ...(schema.body === undefined ? [] : BODY_REFUSALS),
    ...(schema.params === undefined && schema.querystring === undefined ? [] : INPUT_REFUSALS),
    ...(schema.refusals ?? []),
    ...ANY_ROUTE_REFUSALS,
  ];
}

/** Passes a route's codes to `describeRefusals`. Routes with errors in another format describe them themselves. */
export function withRefusals<Route extends { schema: FastifySchema; url: string; route: RouteOptions }>({
  schema,
  url,
  route,
}: Route) {
  const describesItself = Object.keys(schema?.response ?? {}).some((status) => status.startsWith('4'));
  return {
    schema: describesItself
      ? schema
      : { ...schema, [CODES]: refusalsOf(schema ?? {}, route.config?.staffRoles !== undefined) },
    url,
  };
}

/**
 * Writes each operation's codes into the API's description, by status, as RFC 9457 problem documents. A status with a
 * single code is described once and shared.
 */
export function describeRefusals<Document extends OpenApi>(document: Document): Document {
  const single: Record<string, unknown> = {};
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, Described>)) {
      const { [CODES]: codes = [] } = operation;
      delete operation[CODES];
      const byStatus = Map.groupBy(new Set(codes), (code) => STATUSES[code]);
      for (const [status, [code, ...others]] of byStatus) {
        if (code === undefined) continue;
        const response = problemResponse(status, [code, ...others]);
        operation.responses = {
          ...operation.responses,
          [status]: others.length === 0 ? { $ref: `#/components/responses/${code}` } : response,
        };
        if (others.length === 0) single[code] = response;
      }
    }
  }
  return { ...document, components: { ...document.components, responses: single } };
}

function problemResponse(status: number, codes: readonly ProblemCode[]) {
  const code = { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, code] };
  return { description: STATUS_CODES[status], content: { 'application/problem+json': { schema } } };
}
