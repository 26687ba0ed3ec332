import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useVerb } from '../../kit/verb.ts';
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

/** Asks once more before a gift goes back: before its acceptance, or unused after it. */
export function TakeBack({
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
  const takeBack = useVerb(
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
        {takeBack.isError && <ProblemNotice thrown={takeBack.error} />}
        <Button
          size="md"
          loading={takeBack.isPending}
          onClick={() =>
            takeBack.mutate(undefined, {
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
