import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../kit/http/app.ts';
import { signRequest } from '../../kit/signing/request.ts';
import { anOffer, anOrder, aReadBack } from '../../test/builders/gifts.ts';
import { aManagement, CARD, MEMBER_ID, type TestManagement } from '../../test/builders/management.ts';
import { aMemberSession, anOfferToken, aStaffSession } from '../../test/builders/sessions.ts';
import {
  describedCodes,
  type OpenApi,
  requestsFor,
  routesOf,
  type WireRequest,
} from '../../test/fuzz/requests.ts';
import { createManagementApp } from './app.ts';
import { conservation } from './books/conservation.ts';
import { claimDueCalls } from './voice/outbound.ts';

const REQUESTS_A_ROUTE = 60;

let management: TestManagement;
let app: App;
let tokens: (string | undefined)[];
let knownIds: string[];

beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  const offers = [await anOffer(management), await anOffer(management)];
  knownIds = [
    MEMBER_ID,
    CARD,
    'haneul',
    await anOrder(management),
    await aReadBack(management),
    ...offers,
    ...(await Promise.all(offers.map((orderId) => anOfferToken(management, orderId)))),
  ];
  // A phone line asks for calls, so that calls can be promised.
  await claimDueCalls(management.context, 'asterisk', 1);
  tokens = [
    await aMemberSession(management),
    // A session may end here by its own request, so another stands beside it.
    await aMemberSession(management),
    await aStaffSession(management, 'operator'),
    await aStaffSession(management, 'auditor'),
    'member_nonsense',
    undefined,
  ];
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function send({ route, url, headers, body, caller }: WireRequest) {
  const token = tokens[caller % tokens.length];
  const own =
    token === undefined || route.signed ? headers : { ...headers, authorization: `Bearer ${token}` };
  const { publicUrl, clock } = management.context;
  const { key } = management.shop;
  const signed =
    route.signed && caller > 0
      ? await signRequest(key, { method: route.method, url: `${publicUrl}${url}`, headers: own, body, clock })
      : own;
  const response = await app.inject({
    method: route.method as 'GET',
    url,
    headers: signed,
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: response.payload };
}

describe('whatever is sent to', () => {
  test('every route is answered by what its contract says or by a problem, and the books hold', async () => {
    const document: OpenApi = (await app.inject({ url: '/openapi.json' })).json();
    const routes = routesOf(document);
    expect(routes.length).toBeGreaterThan(20);
    const statuses = new Map<number, number>();
    for (const route of routes) {
      await fc.assert(
        fc.asyncProperty(requestsFor(route, knownIds), async (request) => {
          const { status, body } = await send(request);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          // The settlement of this test knows no payment method set-ups, so those stay unknown.
          const unknown = status === 503 && body.includes('payment_unknown');
          if (status >= 500 && !unknown) throw new Error(`${route.method} ${request.url}: ${body}`);
          if (status < 400) return;
          const problem = JSON.parse(body);
          expect(problem.status).toBe(status);
          expect(describedCodes(document, route.operation, status)).toContain(problem.code);
        }),
        { numRuns: REQUESTS_A_ROUTE },
      );
    }
    // Right requests got through as well, or the wrong ones would show nothing.
    expect(statuses.get(200)).toBeGreaterThan(20);
    expect((await conservation(management.context.db)).map(({ holds }) => holds)).toEqual([true]);
  });
});
