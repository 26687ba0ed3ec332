import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { buy } from '../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';
import { systemClock } from '../../kit/clock.ts';
import { loadSigningKey, type SigningKey } from '../../kit/signing/index.ts';
import { signRequest } from '../../kit/signing/request.ts';
import { SEED } from '../harness/seed.ts';
import { type System, startSystem } from '../system/system.ts';
import { credentialsOf } from './credentials.ts';
import { type OpenApi, requestsFor, routesOf, type WireRequest } from './requests.ts';

/** Over all routes of all servers. */
const REQUESTS_TOTAL = 20_000;
const AT_ONCE = 24;

let system: System;
let knownIds: string[];
const documents = new Map<ServerRole, OpenApi>();

beforeAll(async () => {
  system = await startSystem();
  const buyer = await logIn(system.world);
  const card = await addCard(buyer, CARDS.approved);
  knownIds = [
    await buy(buyer, card, { phone: CAST.memberOfShop.phone }),
    '01980000-0000-7000-8000-000000000401',
    card,
  ];
  for (const role of SERVER_ROLES) {
    const document = await fetch(`${system.stack.url(role)}/openapi.json`);
    documents.set(role, (await document.json()) as OpenApi);
  }
});
afterAll(() => system?.stop());

describe(`generated requests (seed ${SEED})`, () => {
  test.each(SERVER_ROLES)(
    '%s answers each with a clear problem document or a success',
    async (role) => {
      const routes = routesOf(documents.get(role) ?? { paths: {} });
      const total = [...documents.values()].reduce((sum, document) => sum + routesOf(document).length, 0);
      const perRoute = Math.ceil(REQUESTS_TOTAL / total);
      const key = webShopKey();
      const tokens = await credentialsOf(system, role, key);
      const caller = signingKeyFor(role);
      const requests = routes.flatMap((route, index) =>
        fc.sample(requestsFor(route, knownIds), { numRuns: perRoute, seed: SEED + index }),
      );
      expect(requests.length).toBeGreaterThan(100);
      const wrong: string[] = [];
      const statuses = new Map<number, number>();
      let next = 0;
      const worker = async () => {
        for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
          const answer = await send(system.stack.url(role), request, tokens, caller);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const complaint = complaintAbout(answer);
          if (complaint !== undefined)
            wrong.push(
              `${request.route.method} ${request.url} ${request.body?.toString().slice(0, 300)}: ${complaint}`,
            );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      console.log(
        `${role}: ${requests.length} requests over ${routes.length} routes`,
        Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
      );
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(statuses.size).toBeGreaterThan(2);
    },
    300_000,
  );

  test('were at least as many as promised', () => {
    const total = [...documents.values()].reduce((sum, document) => sum + routesOf(document).length, 0);
    expect(Math.ceil(REQUESTS_TOTAL / total) * total).toBeGreaterThanOrEqual(20_000);
  });
});

type Answer = { status: number; type: string; body: string };

async function send(
  base: string,
  request: WireRequest,
  tokens: readonly (string | undefined)[],
  key: SigningKey,
): Promise<Answer> {
  const { route, url, body } = request;
  let headers = { ...request.headers };
  if (route.signed && request.caller !== 0) {
    const signed = body === undefined ? undefined : body;
    headers = await signRequest(key, {
      method: route.method,
      url: `${base}${url}`,
      headers,
      body: signed,
      clock: systemClock,
    }).catch(() => headers);
  } else {
    const token = tokens[request.caller % tokens.length];
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
  }
  try {
    const response = await fetch(`${base}${url}`, {
      method: route.method,
      headers,
      ...(body === undefined || route.method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
    };
  } catch (error) {
    // Headers that HTTP itself forbids never leave this client; that is no answer of the server's.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof TypeError) return { status: 0, type: '', body: '' };
    throw error;
  }
}

function complaintAbout({ status, type, body }: Answer): string | undefined {
  if (status === 500) return `500 ${body.slice(0, 200)}`;
  if (status < 400) return undefined;
  const parsed: unknown = JSON.parse(body);
  const hasCode = typeof parsed === 'object' && parsed !== null && ('code' in parsed || 'error' in parsed);
  return type.includes('json') && hasCode ? undefined : `${status} without a code: ${body.slice(0, 200)}`;
}

/** A key that the server permits: of the one who calls it most. */
function signingKeyFor(role: ServerRole): SigningKey {
  const caller = role === 'management' ? 'shop' : 'management';
  return loadSigningKey(system.stack.files.file(`${caller}.signing.json`));
}

function webShopKey(): string {
  return readFileSync(system.stack.files.file('shop.web-shop-key.txt'), 'utf8').trim();
}
