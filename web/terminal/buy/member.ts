import type { Client } from 'openapi-fetch';
import type { paths } from '../../api/management.gen.ts';
import { apiOf } from '../../kit/api.ts';
import { answered, Problem } from '../../kit/problem.ts';
import type { ShopApi } from '../device/session.ts';

type Session = paths['/v1/terminal-sessions']['post']['responses'][201]['content']['application/json'];
export type Shop = paths['/v1/shops/{shop_id}']['get']['responses'][200]['content']['application/json'];
export type Order = paths['/v1/orders/{order_id}']['get']['responses'][200]['content']['application/json'];
export type Card = Session['payment_methods'][number];
export type MembersApi = Client<paths>;

/**
 * A member who logged in at this terminal. The token lasts ten minutes, and is only in memory, except while the member adds
 * a card (`card-trip.ts`).
 */
export type Member = {
  api: MembersApi;
  management_url: string;
  session_token: string;
  name: string;
  cards: readonly Card[];
  shop: Shop;
};

/** Management's API with a member's token on every request. */
export function memberApi(managementUrl: string, sessionToken: string): MembersApi {
  const api = apiOf<paths>(managementUrl);
  api.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${sessionToken}`);
      return request;
    },
  });
  return api;
}

/**
 * Purchase 1–2, directly with management: the shop never sees member number or PIN. It only vouches for this terminal, since
 * a phone PIN is taken nowhere else on the internet.
 */
export async function logIn(
  shopApi: ShopApi,
  { management_url, shop_id }: { management_url: string; shop_id: string },
  credentials: { member_number: string; phone_pin: string },
): Promise<Member> {
  const { permit } = await answered(shopApi.POST('/v1/terminal/permits'));
  const { session_token, member, payment_methods } = await answered(
    apiOf<paths>(management_url).POST('/v1/terminal-sessions', { body: { ...credentials, permit } }),
  );
  if (session_token === undefined) throw new Error('The session has no token.');
  const api = memberApi(management_url, session_token);
  const shop = await shopOf(api, shop_id);
  return {
    api,
    management_url,
    session_token,
    name: member.name,
    cards: cardsFor(shop, payment_methods),
    shop,
  };
}

/** The same member with the same session, after they added a card on the payment provider's page. */
export async function resume(
  {
    management_url,
    session_token,
    name,
    payment_method_id,
  }: { management_url: string; session_token: string; name: string; payment_method_id: string | null },
  shopId: string,
): Promise<Member> {
  const api = memberApi(management_url, session_token);
  if (payment_method_id !== null) {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { payment_method_id };
    await retryUntilAnswered(() => answered(api.POST('/v1/payment-methods', { headers, body })));
  }
  const { payment_methods } = await answered(api.GET('/v1/payment-methods'));
  const shop = await shopOf(api, shopId);
  return { api, management_url, session_token, name, cards: cardsFor(shop, payment_methods), shop };
}

/** Those that the shop's settlement server can charge. */
function cardsFor({ settlement }: Shop, cards: readonly Card[]): Card[] {
  return cards.filter((card) => card.settlement === settlement);
}

function shopOf(api: MembersApi, shop_id: string): Promise<Shop> {
  return answered(api.GET('/v1/shops/{shop_id}', { params: { path: { shop_id } } }));
}

const POLL_MS = 1_000;
const POLLS_MAX = 60;
/** States in which management waits for another server. */
const IN_PROGRESS: ReadonlySet<Order['state']> = new Set([
  'authorising',
  'capturing',
  'registering',
  'voiding',
]);

/** Polls the order until its outcome is known, and returns it as it is when that takes too long. */
export async function waitForOutcome(api: MembersApi, order: Order): Promise<Order> {
  let now = order;
  for (let polls = 0; polls < POLLS_MAX && IN_PROGRESS.has(now.state); polls++) {
    await new Promise((wait) => setTimeout(wait, POLL_MS));
    const path = { order_id: order.order_id };
    now = await answered(api.GET('/v1/orders/{order_id}', { params: { path } })).catch(() => now);
  }
  return now;
}

/** Retries with the same key until there is an answer; a refusal is one. */
export async function retryUntilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (thrown) {
      const isKnown =
        thrown instanceof Problem &&
        thrown.status >= 400 &&
        thrown.status < 500 &&
        thrown.code !== 'request_in_progress';
      if (isKnown) throw thrown;
      await new Promise((wait) => setTimeout(wait, POLL_MS));
    }
  }
}
