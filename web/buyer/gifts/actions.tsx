import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useVerb } from '../../kit/verb.ts';
import { api, type Order } from '../api.ts';
import { useWords } from '../words.ts';
import { TakeBack } from './take-back.tsx';

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
  const [isTakingBack, takingBack] = useDisclosure();
  const { order_id, state, refund_until } = order;
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
  const mayRefund = refund_until !== undefined && Date.parse(refund_until) > Date.now();
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
          <Button variant="default" onClick={takingBack.open}>
            {t('gifts.cancel')}
          </Button>
        )}
        {mayRefund && (
          <Button variant="default" onClick={takingBack.open}>
            {t('gifts.refund')}
          </Button>
        )}
      </Group>
      {isWaiting && (
        <TakeBack order={order} verb="cancellation" opened={isTakingBack} onClose={takingBack.close} />
      )}
      {mayRefund && <TakeBack order={order} verb="refund" opened={isTakingBack} onClose={takingBack.close} />}
    </Stack>
  );
}
