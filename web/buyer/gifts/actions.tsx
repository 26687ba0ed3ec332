import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { useWords } from '../words.ts';
import { CancelGift } from './cancel-gift.tsx';
import { ChangeDay } from './change-day.tsx';
import { SendAgain } from './send-again.tsx';
import { can } from './state.tsx';

/** What the buyer can do with a gift now, as the server says; it checks again when it is done. */
export function GiftActions({ order }: { order: Order }) {
  const { t } = useWords();
  const [isCancelling, cancelling] = useDisclosure();
  const { order_id } = order;
  const resend = useIdempotentMutation(
    (_: undefined, headers) =>
      answered(api.POST('/v1/orders/{order_id}/resend', { params: { path: { order_id } }, headers })),
    [
      ['order', order_id],
      ['timeline', order_id],
    ],
  );
  return (
    <Stack gap="sm">
      {resend.isError && <ProblemNotice thrown={resend.error} />}
      <Group gap="sm">
        {can(order, 'continue') && (
          <Button component={Link} to={`/give/${order_id}`}>
            {t('gifts.continue_purchase')}
          </Button>
        )}
        {can(order, 'resend') && (
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
        {can(order, 'correct') && (
          <Button component={Link} to={`/gifts/${order_id}/correct`} variant="default">
            {t('gifts.correct')}
          </Button>
        )}
        {can(order, 'change_day') && <ChangeDay order={order} />}
        {can(order, 'receipt') && (
          <Button component={Link} to={`/gifts/${order_id}/receipt`} variant="default">
            {t('gifts.receipt')}
          </Button>
        )}
        {can(order, 'send_again') && <SendAgain order={order} />}
        {can(order, 'cancel') && (
          <Button variant="default" onClick={cancelling.open}>
            {t('gifts.cancel')}
          </Button>
        )}
        {can(order, 'refund') && (
          <Button variant="default" onClick={cancelling.open}>
            {t('gifts.refund')}
          </Button>
        )}
      </Group>
      {can(order, 'cancel') && (
        <CancelGift order={order} verb="cancellation" opened={isCancelling} onClose={cancelling.close} />
      )}
      {can(order, 'refund') && (
        <CancelGift order={order} verb="refund" opened={isCancelling} onClose={cancelling.close} />
      )}
    </Stack>
  );
}
