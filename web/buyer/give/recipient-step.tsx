import { Stack } from '@mantine/core';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import { AbandonOrder } from './abandon-order.tsx';
import { AsBefore } from './as-before.tsx';
import { useDraft } from './draft.ts';
import type { OrderStepProps } from './order-step.ts';
import { RecipientForm } from './recipient-form.tsx';
import { Step } from './step.tsx';

/** Whose phone it is for; the name behind it is looked up. */
export function RecipientStep({ order, onChange }: OrderStepProps) {
  const { t } = useWords();
  const { order_id } = order;
  const [draft, keep] = useDraft();
  const before = draft.same_as;
  return (
    <Step step={5} title={t('give.recipient_title')} what={t('give.recipient_what')}>
      <Stack>
        {before !== undefined ? (
          <AsBefore
            order={order}
            sameAs={before}
            onChange={onChange}
            onSomebodyElse={() => keep({ same_as: undefined })}
          />
        ) : (
          <RecipientForm
            orderId={order_id}
            ask={(body, headers) =>
              answered(
                api.PUT('/v1/orders/{order_id}/recipient', { params: { path: { order_id } }, body, headers }),
              )
            }
            onFound={onChange}
          />
        )}
        <AbandonOrder order={order} onChange={onChange} />
      </Stack>
    </Step>
  );
}
