import { Button } from '@mantine/core';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import type { OrderStepProps } from './order-step.ts';

/** Before capture: releases the authorised amount. */
export function AbandonOrder({ order, onChange }: OrderStepProps) {
  const { t } = useWords();
  const abandon = useIdempotentMutation((order_id: string, headers) =>
    answered(api.POST('/v1/orders/{order_id}/abandonment', { params: { path: { order_id } }, headers })),
  );
  return (
    <>
      {abandon.isError && <ProblemNotice thrown={abandon.error} />}
      <Button
        variant="subtle"
        color="gray"
        size="md"
        loading={abandon.isPending}
        onClick={() => abandon.mutate(order.order_id, { onSuccess: onChange })}
      >
        {t('give.give_up')}
      </Button>
    </>
  );
}
