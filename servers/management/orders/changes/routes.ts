import { closed, Id } from '../../../../contracts/common.ts';
import { MINUTE_MS, SECOND_MS } from '../../../../kit/clock.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { eventStreams } from '../../../../kit/http/event-stream.ts';
import { ProblemError } from '../../../../kit/http/problem.ts';
import { refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { OWN_ORDER_REFUSALS, ownOrder } from '../list-orders.ts';
import { OrderWatch } from './watch-orders.ts';

const HEARTBEAT_MS = 15 * SECOND_MS;
/** A browser reconnects by itself, to whichever process is up. */
const STREAM_MS_MAX = 10 * MINUTE_MS;
/** Each holds a connection; beyond this, pages poll instead. */
const STREAMS_MAX = 2_000;
/** More tabs than anybody looks at. */
const STREAMS_OF_MEMBER_MAX = 12;
const REFUSALS = refusals(...OWN_ORDER_REFUSALS, 'rate_limited');

/**
 * `GET /v1/orders/:order_id/changes`: server-sent events that say an order has changed; the page then fetches it as
 * usual. Hidden from the API description, which covers requests with one answer.
 */
export function orderChangeRoutes(app: App, context: ManagementContext): void {
  const openStream = eventStreams(app, { eachMax: STREAMS_OF_MEMBER_MAX });
  const watch = new OrderWatch(context);

  app.get(
    '/v1/orders/:order_id/changes',
    {
      onRequest: requireMember(context),
      schema: { hide: true, params: closed({ order_id: Id }), refusals: REFUSALS },
    },
    async (request, reply) => {
      const { member_id, session_id } = memberOf(request);
      const { order_id } = request.params;
      const own = await ownOrder(context, member_id, order_id);
      if (!own.ok) return sendResult(request, reply, own);
      if (watch.size >= STREAMS_MAX) throw new ProblemError('service_unavailable', { retry_after_s: 30 });
      const stream = openStream(reply, member_id);
      if (stream === undefined)
        return sendResult(request, reply, refuse('rate_limited', { retry_after_s: 30 }));
      const stop = watch.watch({
        order_id,
        session_id,
        onChange: () => stream.send('changed', { order_id }),
        onSessionEnd: () => stream.end(),
      });
      const heartbeat = setInterval(() => stream.beat(), HEARTBEAT_MS);
      const limit = setTimeout(() => stream.end(), STREAM_MS_MAX);
      stream.onEnd(() => {
        stop();
        clearInterval(heartbeat);
        clearTimeout(limit);
      });
      // One fetch more covers changes between the page's last fetch and this subscription.
      stream.send('changed', { order_id });
      return reply;
    },
  );
}
