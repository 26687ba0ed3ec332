import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { useWords } from '../words.ts';

const WORDS = {
  cancellation: {
    title: 'gifts.cancel_title',
    what: 'gifts.cancel_what',
    now: 'gifts.cancel_now',
  },
  refund: { title: 'gifts.refund_title', what: 'gifts.refund_what', now: 'gifts.refund_now' },
} as const;

/** Asks for confirmation before a gift is cancelled, or refunded after acceptance while unused. */
export function CancelGift({
  order,
  verb,
  opened,
  onClose,
}: {
  order: Order;
  verb: keyof typeof WORDS;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { order_id, refund_until = '' } = order;
  const cancel = useIdempotentMutation(
    (_: undefined, headers) =>
      answered(api.POST(`/v1/orders/{order_id}/${verb}`, { params: { path: { order_id } }, headers })),
    [['orders'], ['timeline', order_id]],
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(WORDS[verb].title)}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t(WORDS[verb].what, { amount: order, until: refund_until })}</Text>
        {cancel.isError && <ProblemNotice thrown={cancel.error} />}
        <Button
          size="md"
          loading={cancel.isPending}
          onClick={() =>
            cancel.mutate(undefined, {
              onSuccess: (changed) => {
                queries.setQueryData(['order', order_id], changed);
                onClose();
              },
            })
          }
        >
          {t(WORDS[verb].now)}
        </Button>
        <Button size="md" variant="default" onClick={onClose}>
          {t('gifts.keep')}
        </Button>
      </Stack>
    </Modal>
  );
}
