import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import { AbandonOrder } from './abandon-order.tsx';
import { clearDraft } from './draft.ts';
import { MaskedName } from './masked-name.tsx';
import type { OrderStepProps } from './order-step.ts';
import { addressTyped, useTypedRecipient } from './recipient-form.tsx';
import { Step } from './step.tsx';

/** Purchase 11: the masked name is read back. Money moves only when the buyer says yes to exactly this name. */
export function ReadBack({ order, onChange, onCorrect }: OrderStepProps & { onCorrect: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { order_id, recipient } = order;
  const [typed, keepTyped] = useTypedRecipient(order_id);
  const confirm = useIdempotentMutation((read_back_id: string, headers) =>
    answered(
      api.POST('/v1/orders/{order_id}/confirmation', {
        params: { path: { order_id } },
        body: { read_back_id },
        headers,
      }),
    ),
  );
  if (recipient === undefined) return null;
  return (
    <Step step={5} title={t('give.read_back_title')}>
      <Stack>
        <MaskedName found={recipient} typed={addressTyped(typed)} />
        {confirm.isError && <ProblemNotice thrown={confirm.error} />}
        <Button
          size="xl"
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate(recipient.read_back_id ?? '', {
              onSuccess: (bought) => {
                clearDraft();
                keepTyped(undefined);
                onChange(bought);
              },
              // Another tab read back another name: show that one.
              onError: (thrown) => {
                if (thrown instanceof Problem && thrown.status > 0)
                  void queries.invalidateQueries({ queryKey: ['order', order_id] });
              },
            })
          }
        >
          {t('give.yes', { amount: order })}
        </Button>
        <Button variant="default" size="lg" onClick={onCorrect} disabled={confirm.isPending}>
          {t('give.no')}
        </Button>
        <AbandonOrder order={order} onChange={onChange} />
      </Stack>
    </Step>
  );
}
