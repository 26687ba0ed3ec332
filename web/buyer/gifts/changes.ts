import { useEffect, useState } from 'react';
import { useInvalidate } from '../../kit/invalidate.ts';

/**
 * Subscribes to an order's server-sent events and refetches it when it changes. Returns whether events arrive; where they
 * do not, such as behind a buffering proxy, the caller polls.
 */
export function useOrderChanges(orderId: string): boolean {
  const invalidate = useInvalidate();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const source = new EventSource(`/v1/orders/${orderId}/changes`);
    source.addEventListener('changed', () => {
      setLive(true);
      for (const of of ['order', 'timeline']) invalidate(of, orderId);
      invalidate('orders');
    });
    source.addEventListener('error', () => setLive(false));
    return () => source.close();
  }, [orderId, invalidate]);
  return isLive;
}
