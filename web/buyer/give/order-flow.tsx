import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { useWords } from '../words.ts';
import { AbandonOrder } from './abandon-order.tsx';
import { DonePage } from './done.tsx';
import { useDraft } from './draft.ts';
import type { OrderStepProps } from './order-step.ts';
import { Declined, Ended, Waiting } from './outcomes.tsx';
import { ReadBack } from './read-back.tsx';
import { RecipientStep } from './recipient-step.tsx';
import { SecondStep } from './second-step.tsx';

/** States that the server moves on by itself; the order is polled meanwhile. */
const IN_PROGRESS: ReadonlySet<Order['state']> = new Set([
  'authorising',
  'requires_action',
  'capturing',
  'registering',
  'voiding',
]);
const POLL_MS = 1_000;

/** From the authorised amount to the gift being sent: the order's state on the server decides what is shown. */
export function OrderFlow() {
  const { order_id = '' } = useParams();
  const queries = useQueryClient();
  const order = useQuery({
    queryKey: ['order', order_id],
    queryFn: () => answered(api.GET('/v1/orders/{order_id}', { params: { path: { order_id } } })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && IN_PROGRESS.has(state.data.state) ? POLL_MS : false,
  });
  const onChange = (changed: Order) => {
    queries.setQueryData(['order', order_id], changed);
    void queries.invalidateQueries({ queryKey: ['orders'] });
  };
  return (
    <Answer of={order} height={420}>
      {(known) => <OrderStep order={known} onChange={onChange} />}
    </Answer>
  );
}

function OrderStep({ order, onChange }: OrderStepProps) {
  const { t } = useWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const [, keep] = useDraft();
  switch (order.state) {
    case 'authorising':
      return <Waiting title={t('give.asking_bank')} what={t('give.asking_bank_what')} />;
    case 'requires_action':
      return <OrderSecondStep order={order} onChange={onChange} />;
    case 'authorised':
      return <RecipientStep order={order} onChange={onChange} />;
    case 'awaiting_confirmation':
      return isCorrecting ? (
        <RecipientStep
          order={order}
          onChange={(changed) => {
            setCorrecting(false);
            onChange(changed);
          }}
        />
      ) : (
        <ReadBack
          order={order}
          onChange={onChange}
          onCorrect={() => {
            keep({ same_as: undefined });
            setCorrecting(true);
          }}
        />
      );
    case 'capturing':
    case 'registering':
      return <Waiting title={t('give.confirming')} what={t('give.asking_bank_what')} />;
    case 'declined':
      return <Declined reason={order.decline_reason} />;
    case 'voiding':
    case 'abandoned':
      return order.end_reason === 'given_up' ? (
        <Ended title={t('give.gave_up')} what={t('give.gave_up_what')} />
      ) : (
        <Ended title={t('give.too_late')} what={t('give.too_late_what')} />
      );
    case 'refunding':
    case 'refunded':
    case 'refund_failed':
      return <Ended title={t('give.failed_title')} what={t('give.failed_what')} />;
    default:
      return <DonePage order={order} />;
  }
}

function OrderSecondStep({ order, onChange }: OrderStepProps) {
  const { order_id, action_url } = order;
  const check = useIdempotentMutation((id: string, headers) =>
    answered(
      api.POST('/v1/orders/{order_id}/authentication', { params: { path: { order_id: id } }, headers }),
    ),
  );
  return (
    <SecondStep
      actionUrl={action_url}
      problem={check.error}
      onBack={() => check.mutate(order_id, { onSuccess: onChange })}
    >
      <AbandonOrder order={order} onChange={onChange} />
    </SecondStep>
  );
}
