import { Button, Paper, Stack, Text } from '@mantine/core';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import type { Draft } from './draft.ts';
import type { OrderStepProps } from './order-step.ts';

type Props = OrderStepProps & { sameAs: NonNullable<Draft['same_as']>; onSomebodyElse: () => void };

/** The recipient of an earlier gift, whose name is looked up anew: a number may have another owner by now. */
export function AsBefore({ order, sameAs, onChange, onSomebodyElse }: Props) {
  const { t } = useWords();
  const { order_id } = order;
  const lookUp = useIdempotentMutation((same_as: string, headers) =>
    answered(
      api.PUT('/v1/orders/{order_id}/recipient', {
        params: { path: { order_id } },
        body: { same_as },
        headers,
      }),
    ),
  );
  return (
    <Stack>
      <Paper withBorder radius="lg" p="lg">
        <Text fw={700} fz="xl">
          {sameAs.masked_name}
        </Text>
        <Text>{sameAs.masked_address}</Text>
      </Paper>
      {lookUp.isError && <ProblemNotice thrown={lookUp.error} />}
      <Button
        size="lg"
        loading={lookUp.isPending}
        onClick={() => lookUp.mutate(sameAs.order_id, { onSuccess: onChange })}
      >
        {t('give.look_up')}
      </Button>
      <Button size="lg" variant="default" disabled={lookUp.isPending} onClick={onSomebodyElse}>
        {t('give.somebody_else')}
      </Button>
    </Stack>
  );
}
