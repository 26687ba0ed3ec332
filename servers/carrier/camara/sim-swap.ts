import { HOUR_MS } from '../../../kit/clock.ts';
import type { CarrierContext } from '../context.ts';
import { type Caller, lookUp } from '../look-ups/look-up.ts';

/** SIM Swap 2: when the SIM was last changed. */
export function simSwapDate(context: CarrierContext, caller: Caller, phoneNumber: string | undefined) {
  const request = {
    api: 'sim-swap',
    scopes: ['sim-swap', 'sim-swap:retrieve-date'],
    phoneNumber,
    attributes: [],
  };
  return lookUp(context, caller, request, (subscriber) => ({
    ok: true,
    value: {
      latestSimChange: (subscriber.latest_sim_change ?? new Date(subscriber.activated_on)).toISOString(),
    },
  }));
}

/** SIM Swap 2: whether the SIM was changed within the last `maxAge` hours. */
export function checkSimSwap(
  context: CarrierContext,
  caller: Caller,
  phoneNumber: string | undefined,
  maxAge: number,
) {
  const request = { api: 'sim-swap', scopes: ['sim-swap', 'sim-swap:check'], phoneNumber, attributes: [] };
  return lookUp(context, caller, request, (subscriber) => {
    const changed = subscriber.latest_sim_change;
    const swapped = changed !== null && context.clock().getTime() - changed.getTime() <= maxAge * HOUR_MS;
    return { ok: true, value: { swapped } };
  });
}
