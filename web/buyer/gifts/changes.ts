import { useEffect, useState } from 'react';
import { useInvalidate } from '../../kit/invalidate.ts';

/**
 * Listens for what becomes of a gift, and asks anew when something has. Whether the server's word comes through: where it
 * does not, such as behind a proxy that holds it back, one asks now and then instead.
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
