import fc, { type Arbitrary } from 'fast-check';
import { type JsonSchema, valuesFor } from './json-schema.ts';

type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> };
  security?: Record<string, unknown>[];
  responses?: Record<string, Response & { $ref?: string }>;
};

type Response = {
  content?: Record<string, { schema: { allOf?: { properties?: { code?: { enum: string[] } } }[] } }>;
};

export type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components?: { responses?: Record<string, Response> };
};

/** The codes that an operation documents for a status; undefined where its refusals have a format of their own. */
export function describedCodes(
  { components }: OpenApi,
  { responses = {} }: Operation,
  status: number,
): string[] | undefined {
  // A request line that is too long is answered before routing.
  if (responses['4XX'] !== undefined || status === 431) return undefined;
  const response = responses[status];
  const { content } = components?.responses?.[response?.$ref?.split('/').at(-1) ?? ''] ?? response ?? {};
  const schemas = content?.['application/problem+json']?.schema.allOf ?? [];
  // A garbled path matches no route.
  const noRoute = status === 404 ? ['not_found'] : [];
  return [...noRoute, ...schemas.flatMap(({ properties }) => properties?.code?.enum ?? [])];
}

export type Route = { method: string; path: string; operation: Operation; signed: boolean };

/** One request as sent; `caller` says whose credentials it gets. */
export type WireRequest = {
  route: Route;
  url: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  caller: number;
};

export function routesOf(document: OpenApi): Route[] {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      signed: path.includes('/peer/'),
    })),
  );
  // What ends a session comes last, or all requests after it would be refused for lack of one.
  const endsSession = ({ path }: Route) => /\/(sessions\/current|departure|block)$/.test(path);
  return [...routes.filter((route) => !endsSession(route)), ...routes.filter(endsSession)];
}

/** @param knownIds ids of things that exist, so that requests also get past "not found". */
export function requestsFor(route: Route, knownIds: readonly string[], callers = 8): Arbitrary<WireRequest> {
  const content = Object.entries(route.operation.requestBody?.content ?? {});
  const [rightType = 'application/json', { schema } = {}] = content[0] ?? [];
  const json = schema === undefined ? fc.constant(undefined) : valuesFor(schema);
  const parameters = route.operation.parameters ?? [];
  const pathValues = fc.tuple(
    ...parameters
      .filter((p) => p.in === 'path')
      .map((p) => fc.tuple(fc.constant(p.name), pathText(p.schema, knownIds))),
  );
  const queryValues = fc.tuple(
    ...parameters
      .filter((p) => p.in === 'query')
      .map((p) =>
        fc.option(
          valuesFor(p.schema ?? {}).map((value) => [p.name, asText(value)] as const),
          { nil: undefined },
        ),
      ),
  );
  return fc
    .record({
      json,
      path: pathValues,
      query: queryValues,
      key: fc.oneof(
        { weight: 6, arbitrary: fc.uuid() },
        fc.constantFrom('', 'reused-key', 'k'.repeat(300), 'é'),
      ),
      contentType: fc.oneof(
        { weight: 9, arbitrary: fc.constant(rightType) },
        fc.constantFrom('text/plain', 'application/xml', 'application/json; charset=utf-16', 'nonsense'),
      ),
      language: fc.constantFrom('ko', 'en', 'xx', 'en;q=0.1, ko'),
      corruption: fc.oneof(
        { weight: 12, arbitrary: fc.constant('none') },
        fc.constantFrom('truncated', 'latin1', 'huge', 'bom'),
      ),
      caller: fc.nat(callers - 1),
    })
    .map((generated) => {
      const body =
        generated.json === undefined
          ? undefined
          : corrupted(encode(generated.json, rightType), generated.corruption);
      const headers: Record<string, string> = { 'accept-language': generated.language };
      if (body !== undefined) headers['content-type'] = generated.contentType;
      if (route.method !== 'GET' && generated.key !== '') headers['idempotency-key'] = generated.key;
      return {
        route,
        url: urlOf(route.path, generated.path, generated.query),
        headers,
        body,
        caller: generated.caller,
      };
    });
}

function pathText(schema: JsonSchema | undefined, knownIds: readonly string[]): Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...knownIds) },
    { weight: 2, arbitrary: valuesFor(schema ?? { type: 'string' }).map(asText) },
    { weight: 1, arbitrary: fc.constantFrom('%00', 'x', '%ff%fe', '가') },
  );
}

function urlOf(
  pattern: string,
  path: readonly (readonly [string, string])[],
  query: readonly (readonly [string, string] | undefined)[],
): string {
  let url = pattern;
  for (const [name, value] of path) {
    const safe = value.startsWith('%') ? value : encodeURIComponent(value.toWellFormed());
    // fetch resolves dot segments before it sends them, so the request would be one to another route.
    const segment = /^\.{0,2}$/.test(safe) ? 'empty' : safe;
    url = url.replace(`{${name}}`, () => segment);
  }
  const given: [string, string][] = [];
  for (const pair of query) if (pair !== undefined) given.push([pair[0], pair[1].toWellFormed()]);
  return given.length === 0 ? url : `${url}?${new URLSearchParams(given)}`;
}

/** JSON as a careless client writes it, with oversized integers and NUL escapes. */
function encode(value: unknown, type: string): Buffer {
  // A body that is not JSON is sent as it is.
  if (typeof value === 'string' && type !== 'application/json') return Buffer.from(value);
  return Buffer.from(JSON.stringify(value) ?? 'null');
}

function corrupted(body: Buffer, corruption: string): Buffer {
  switch (corruption) {
    case 'truncated':
      return body.subarray(0, Math.floor(body.length / 2));
    case 'latin1':
      return Buffer.concat([body.subarray(0, -1), Buffer.from([0xe9, 0xff, 0xfe])]);
    case 'huge':
      return Buffer.from(`{"filler":"${'x'.repeat(80_000)}"}`);
    case 'bom':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]);
    default:
      return body;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
