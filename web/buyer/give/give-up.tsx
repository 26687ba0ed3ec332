import { Button } from '@mantine/core';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useVerb } from '../../kit/verb.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import type { OrderStepProps } from './order-step.ts';

/** Before the payment: the reserved amount is released. */
export function GiveUp({ order, onChange }: OrderStepProps) {
  const { t } = useWords();
  const giveUp = useVerb((order_id: string, once) =>
    answered(
      api.POST('/v1/orders/{order_id}/abandonment', { params: { path: { order_id } }, headers: once }),
    ),
  );
  return (
    <>
      {giveUp.isError && <ProblemNotice thrown={giveUp.error} />}
      <Button
        variant="subtle"
        color="gray"
        size="md"
        loading={giveUp.isPending}
        onClick={() => giveUp.mutate(order.order_id, { onSuccess: onChange })}
      >
        {t('give.give_up')}
      </Button>
    </>
  );
}
