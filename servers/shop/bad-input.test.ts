import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kit/ids.ts';
import { signRequest } from '../../kit/signing/request.ts';
import { WEB_SHOP_KEY } from '../../test/builders/shop-context.ts';
import { PHONE, PIN, TestShop } from '../../test/builders/shop-server.ts';
import {
  describedCodes,
  type OpenApi,
  requestsFor,
  routesOf,
  type WireRequest,
} from '../../test/fuzz/requests.ts';
import { conservation } from './books/conservation.ts';

const REQUESTS_A_ROUTE = 60;

let shop: TestShop;
let tokens: (string | undefined)[];
let knownIds: string[];

beforeAll(async () => {
  shop = await TestShop.open();
  const terminal = await shop.terminal();
  const certificate = await shop.accepted(50_000);
  const waiting = await shop.registered(20_000);
  const verification_token = await shop.opened(terminal);
  const { certificate_id } = certificate;
  const sale = await shop.redeem(terminal, verification_token, [{ certificate_id, amount_minor: 1_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  const held = await shop.call('POST', '/v1/holds', {
    token: terminal.token,
    body: { verification_token, certificate_id, amount_minor: 1_000, sale_reference: 'h' },
  });
  const issued = await shop.call('POST', '/v1/issues', {
    token: terminal.token,
    body: { verification_token, certificate_id },
  });
  knownIds = [
    certificate_id,
    waiting.certificate_id,
    waiting.order_id,
    terminal.store_id,
    line?.redemption_id ?? '',
    String(held.body.hold_id),
    String(issued.body.issue_id),
    newId(),
  ];
  // Requests often end the owner's session, so there are others.
  const staff = await Promise.all(
    (['owner', 'owner', 'clerk', 'auditor'] as const).map((role) => shop.staff(role)),
  );
  const holder = await shop.call('POST', '/v1/holder-sessions', { body: { phone: PHONE, pin: PIN } });
  const holders = String(holder.body.session_token);
  tokens = [...staff, terminal.token, holders, await aMember(), WEB_SHOP_KEY, 'staff_nonsense', undefined];
});
afterAll(() => shop.close());

/** The session of a new member. */
async function aMember(): Promise<string> {
  const phone = '+821020203030';
  const code = async () => /\d{6}/.exec(await shop.lastText(phone))?.[0];
  const begun = await shop.call('POST', '/v1/members', { body: { name: '김하늘', phone, locale: 'ko' } });
  const url = `/v1/members/${String(begun.body.registration_id)}/verification`;
  await shop.call('POST', url, { body: { code: await code() } });
  const sent = await shop.call('POST', '/v1/member-codes', { body: { phone, locale: 'ko' } });
  const { request_id } = sent.body;
  const session = await shop.call('POST', '/v1/member-sessions', {
    body: { phone, request_id, code: await code() },
  });
  if (session.status !== 201) throw new Error(session.raw);
  return String(session.body.session_token);
}

async function send(request: WireRequest): Promise<{ status: number; body: string }> {
  const { route, url, headers, body, caller } = request;
  const token = tokens[caller];
  const own =
    token === undefined || route.signed ? headers : { ...headers, authorization: `Bearer ${token}` };
  const signed =
    route.signed && caller > 0
      ? await signRequest(shop.management.key, {
          method: route.method,
          url: `${shop.context.publicUrl}${url}`,
          headers: own,
          body,
          clock: shop.context.clock,
        })
      : own;
  const response = await shop.app.inject({
    method: route.method as 'GET',
    url,
    headers: signed,
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: response.payload };
}

/** Where the office asks another server. */
const ASKS_OTHERS =
  /^\/v1\/office\/(?:statement|certificates\/[^/]+\/(?:actions|resend|cancellation|refund)$)/;

describe('random requests', () => {
  test('to every route get a documented response, and the books balance', async () => {
    const document: OpenApi = (await shop.app.inject({ url: '/openapi.json' })).json();
    const routes = routesOf(document);
    expect(routes.length).toBeGreaterThan(40);
    const statuses = new Map<number, number>();
    for (const route of routes) {
      await fc.assert(
        fc.asyncProperty(requestsFor(route, knownIds, tokens.length), async (request) => {
          const { status, body } = await send(request);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          // There is neither settlement nor management: relayed payments are unknown, and what else they are asked is unavailable.
          const asked = ASKS_OTHERS.test(route.path) ? 'service_unavailable' : 'payment_unknown';
          const unknown = status === 503 && body.includes(asked);
          if (status >= 500 && !unknown) throw new Error(`${route.method} ${request.url}: ${body}`);
          if (status < 400) return;
          const problem = JSON.parse(body);
          expect(problem.status).toBe(status);
          expect(describedCodes(document, route.operation, status)).toContain(problem.code);
        }),
        { numRuns: REQUESTS_A_ROUTE },
      );
    }
    // Some requests must have succeeded, or the test would show nothing.
    expect(statuses.get(200)).toBeGreaterThan(20);
    expect((await conservation(shop.context.db)).flatMap(({ differences }) => differences)).toEqual([]);
  });
});
