import Type, { type Static } from 'typebox';
import { closed } from '../../contracts/common.ts';
import type { Demo } from '../demo-data.ts';

/** A server that takes longer than this to answer is left out. */
const ANSWER_MS_MAX = 1_500;

/** What shows that a step was done: a request that its server has answered well. */
type Proof = { at: 'management' | 'shop'; method: 'GET' | 'POST'; routes: readonly string[] };

/** The steps that no text message proves; what each server counts of its requests does. */
const PROOFS = {
  log_in: { at: 'management', method: 'POST', routes: ['/v1/sessions', '/v1/passkey-sessions'] },
  give: { at: 'management', method: 'POST', routes: ['/v1/payment-method-setups', '/v1/orders'] },
  card: { at: 'management', method: 'POST', routes: ['/v1/payment-methods'] },
  recipient: { at: 'management', method: 'POST', routes: ['/v1/orders/:order_id/confirmation'] },
  enrol: { at: 'shop', method: 'POST', routes: ['/v1/terminals/enrolments'] },
  operator_log_in: { at: 'management', method: 'POST', routes: ['/v1/staff/sessions'] },
  operator_brand: { at: 'management', method: 'POST', routes: ['/v1/staff/shops'] },
  operator_stuck: { at: 'management', method: 'GET', routes: ['/v1/staff/stuck-orders'] },
  operator_story: { at: 'management', method: 'GET', routes: ['/v1/staff/orders/:order_id/story'] },
  operator_payout: { at: 'management', method: 'POST', routes: ['/v1/staff/payouts'] },
} as const satisfies Readonly<Record<string, Proof>>;

type CountedStep = keyof typeof PROOFS;
const STEPS = Object.keys(PROOFS) as CountedStep[];

export const DoneSoFar = closed(
  Object.fromEntries(STEPS.map((step) => [step, Type.Optional(Type.Integer())])) as Record<
    CountedStep,
    ReturnType<typeof Type.Optional<ReturnType<typeof Type.Integer>>>
  >,
);

/**
 * How often each step was done since its server was started, by the server's own count of requests (`/metrics`). A step is
 * left out whose server doesn't answer.
 */
export async function doneSoFar(servers: Demo['servers']): Promise<Static<typeof DoneSoFar>> {
  const seen = await Promise.all(
    (['management', 'shop'] as const).map(async (role) => {
      const url = servers.find((server) => server.role === role)?.url;
      return [role, url === undefined ? undefined : await metricsOf(url)] as const;
    }),
  );
  const metrics = new Map(seen);
  return Object.fromEntries(
    STEPS.flatMap((step) => {
      const text = metrics.get(PROOFS[step].at);
      return text === undefined ? [] : [[step, countOf(text, PROOFS[step])]];
    }),
  );
}

/** The requests of a proof that were answered with 2xx, as Prometheus' text format has them. */
function countOf(metrics: string, { method, routes }: Proof): number {
  const counted = metrics.matchAll(
    /^http_request_duration_seconds_count\{method="([A-Z]+)",route="([^"]*)",status="2\d\d"\} (\d+)$/gm,
  );
  let count = 0;
  for (const [, verb, route = '', times] of counted)
    if (verb === method && routes.includes(route)) count += Number(times);
  return count;
}

async function metricsOf(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
