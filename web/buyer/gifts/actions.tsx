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
import { SendAgain } from './send-again.tsx';
import { isOpen } from './state.tsx';

/** Nothing was charged in these states, so there is no receipt. */
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

/** What the buyer can do with a gift in its state. The server checks again whether it is allowed. */
export function GiftActions({ order }: { order: Order }) {
  const { t, locale } = useWords();
  const [isCancelling, cancelling] = useDisclosure();
  const { order_id, state, refund_until } = order;
  const resend = useIdempotentMutation(
    (_: undefined, headers) =>
      answered(api.POST('/v1/orders/{order_id}/resend', { params: { path: { order_id } }, headers })),
    [
      ['order', order_id],
      ['timeline', order_id],
    ],
  );
  const isPaid = !NOT_PAID.has(state);
  const isWaiting = state === 'offered' || state === 'scheduled';
  const mayRefund = refund_until !== undefined && Date.parse(refund_until) > Date.now();
  return (
    <Stack gap="sm">
      {resend.isError && <ProblemNotice thrown={resend.error} />}
      <Group gap="sm">
        {isOpen(order) && (
          <Button component={Link} to={`/give/${order_id}`}>
            {t('gifts.continue_purchase')}
          </Button>
        )}
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
        {isPaid && <SendAgain order={order} />}
        {isWaiting && (
          <Button variant="default" onClick={cancelling.open}>
            {t('gifts.cancel')}
          </Button>
        )}
        {mayRefund && (
          <Button variant="default" onClick={cancelling.open}>
            {t('gifts.refund')}
          </Button>
        )}
      </Group>
      {isWaiting && (
        <CancelGift order={order} verb="cancellation" opened={isCancelling} onClose={cancelling.close} />
      )}
      {mayRefund && (
        <CancelGift order={order} verb="refund" opened={isCancelling} onClose={cancelling.close} />
      )}
    </Stack>
  );
}
