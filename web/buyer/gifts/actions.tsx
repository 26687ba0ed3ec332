import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useVerb } from '../../kit/verb.ts';
import { api, type Order } from '../api.ts';
import { useWords } from '../words.ts';

/** Nothing was taken for these, so there is nothing to have a receipt of. */
const NOT_PAID: ReadonlySet<Order['state']> = new Set([
  'authorising',
  'requires_action',
  'authorised',
  'awaiting_confirmation',
  'capturing',
  'voiding',
  'abandoned',
  'declined',
]);

/** What the buyer can do with a gift as it stands. The server decides again whether it may be done. */
export function GiftActions({ order }: { order: Order }) {
  const { t, locale } = useWords();
  const [isCancelling, cancelling] = useDisclosure();
  const { order_id, state } = order;
  const resend = useVerb(
    (_: undefined, headers) =>
      answered(api.POST('/v1/orders/{order_id}/resend', { params: { path: { order_id } }, headers })),
    [
      ['order', order_id],
      ['timeline', order_id],
    ],
  );
  const isPaid = !NOT_PAID.has(state);
  const isWaiting = state === 'offered' || state === 'scheduled';
  return (
    <Stack gap="sm">
      {resend.isError && <ProblemNotice thrown={resend.error} />}
      <Group gap="sm">
        {state === 'offered' && (
          <Button
            loading={resend.isPending}
            onClick={() =>
              resend.mutate(undefined, {
                onSuccess: () => notifications.show({ message: t('gifts.resent'), color: 'teal' }),
              })
            }
          >
            {t('gifts.resend')}
          </Button>
        )}
        {isWaiting && (
          <Button component={Link} to={`/gifts/${order_id}/correct`} variant="default">
            {t('gifts.correct')}
          </Button>
        )}
        {isPaid && (
          <Button
            component="a"
            href={`/v1/orders/${order_id}/receipt?lang=${locale}`}
            download
            variant="default"
          >
            {t('gifts.receipt')}
          </Button>
        )}
        {isWaiting && (
          <Button variant="default" onClick={cancelling.open}>
            {t('gifts.cancel')}
          </Button>
        )}
      </Group>
      <CancelGift order={order} opened={isCancelling} onClose={cancelling.close} />
    </Stack>
  );
}

function CancelGift({ order, opened, onClose }: { order: Order; opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { order_id } = order;
  const cancel = useVerb(
    (_: undefined, headers) =>
      answered(api.POST('/v1/orders/{order_id}/cancellation', { params: { path: { order_id } }, headers })),
    [['orders'], ['timeline', order_id]],
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('gifts.cancel_title')}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('gifts.cancel_what', { amount: order })}</Text>
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
          {t('gifts.cancel_now')}
        </Button>
        <Button size="md" variant="default" onClick={onClose}>
          {t('gifts.keep')}
        </Button>
      </Stack>
    </Modal>
  );
}
