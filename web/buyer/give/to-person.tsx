import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { useDraft } from './draft.ts';

/** Where a reminder of a birthday leads: a gift for whoever got this one. */
export function ToPerson() {
  const { order_id = '' } = useParams();
  const order = useQuery({
    queryKey: ['order', order_id],
    queryFn: () => answered(api.GET('/v1/orders/{order_id}', { params: { path: { order_id } } })),
  });
  return <Answer of={order}>{(known) => <Begin order={known} />}</Answer>;
}

function Begin({ order: { order_id, recipient } }: { order: Order }) {
  const [, keep] = useDraft();
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    if (recipient !== undefined) {
      const { masked_name, masked_address } = recipient;
      const same_as = { order_id, masked_name, masked_address };
      keep({ same_as, several: undefined, people: undefined, card_design: 'birthday' });
    }
    navigate('/give', { replace: true });
  }, []);
  return null;
}
