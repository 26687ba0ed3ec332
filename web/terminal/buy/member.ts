import type { Client } from 'openapi-fetch';
import type { paths } from '../../api/management.gen.ts';
import { apiOf } from '../../kit/api.ts';
import { answered, Problem } from '../../kit/problem.ts';

type Session = paths['/v1/sessions']['post']['responses'][201]['content']['application/json'];
export type Shop = paths['/v1/shops/{shop_id}']['get']['responses'][200]['content']['application/json'];
export type Order = paths['/v1/orders/{order_id}']['get']['responses'][200]['content']['application/json'];
export type Card = Session['payment_methods'][number];
export type MembersApi = Client<paths>;

/** A member who logged in at this terminal. The token is only in memory and lasts ten minutes. */
export type Member = { api: MembersApi; name: string; cards: readonly Card[]; shop: Shop };

/** Purchase 1–2, directly with management: the shop never sees member number or PIN. */
export async function logIn(
  { management_url, shop_id }: { management_url: string; shop_id: string },
  credentials: { member_number: string; phone_pin: string },
): Promise<Member> {
  const api = apiOf<paths>(management_url);
  const session = await answered(api.POST('/v1/sessions', { body: { ...credentials, line: 'terminal' } }));
  const shop = await answered(api.GET('/v1/shops/{shop_id}', { params: { path: { shop_id } } }));
  api.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${session.session_token}`);
      return request;
    },
  });
  return { api, name: session.member.name, cards: session.payment_methods, shop };
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
