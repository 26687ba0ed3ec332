import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import type { paths } from '../../api/management.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered, useProblemText } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useTimes } from '../times.ts';
import { useCodes, useConsoleWords } from '../words.ts';
import type { Gift } from './columns.tsx';

export type StuckGift =
  paths['/v1/staff/stuck-orders']['get']['responses'][200]['content']['application/json']['orders'][number];
export type Stuck = StuckGift['stuck'];

/** A server's name; a shop's server is named by the shop. */
export function usePartyName(): (party: string, gift: Pick<Gift, 'shop'>) => string {
  const { t, pick } = useConsoleWords();
  const codes = useCodes();
  return (party, { shop }) =>
    party.startsWith('shop:')
      ? t('console.shop_server', { shop: pick(shop.name_ko, shop.name_en) })
      : (codes('party', party) ?? party);
}

/** Why an order makes no progress, in a sentence. */
export function useStuckReason(): (stuck: Stuck, gift: Pick<Gift, 'shop'>) => string {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const partyName = usePartyName();
  const { clock } = useTimes();
  return ({ reason, step, party = '', attempts, next_attempt_at, problem }, gift) => {
    const cause = problem ?? t('stuck.no_reason');
    const what = codes('purpose', step) ?? codes('state', step) ?? codes('message', step) ?? step;
    const at = next_attempt_at === undefined ? '' : clock(next_attempt_at);
    switch (reason) {
      case 'refund_failed':
        return t('stuck.refund_failed', { problem: cause });
      case 'work_failed':
        return at === ''
          ? t('stuck.work_given_up', { problem: cause, count: attempts })
          : t('stuck.work_failed', { problem: cause, count: attempts, at });
      case 'call_unknown':
        return t('stuck.call_unknown', { party: partyName(party, gift), what, count: attempts, at });
      case 'call_not_tried':
        return t('stuck.call_not_tried', { party: partyName(party, gift), what });
      case 'message_failed':
        return t('stuck.message_failed', {
          what,
          channel: codes('channel', party) ?? party,
          problem: cause,
        });
      case 'letter_needed':
        return t('stuck.letter_needed', { what });
      default:
        return t(`stuck.${reason}`, { what });
    }
  };
}

/** Retries now what an order is waiting for. */
export function Retry({ orderId, what }: { orderId: string; what: string }) {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const problemText = useProblemText();
  const retrying = useIdempotentMutation(
    (order_id: string, headers) =>
      answered(api.POST('/v1/staff/orders/{order_id}/retry', { params: { path: { order_id } }, headers })),
    [['stuck'], ['story', orderId], ['numbers'], ['refunds']],
  );
  const retry = () =>
    retrying.mutate(orderId, {
      onSuccess: ({ events }) => {
        const state = events.at(-1)?.state ?? '';
        notifications.show({ message: t('stuck.retried', { state: codes('state', state) ?? state }) });
      },
      onError: (thrown) => {
        const { title, detail: message } = problemText(thrown);
        notifications.show({ color: 'red', title, message });
      },
    });
  return (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconRefresh size={16} aria-hidden />}
      aria-label={t('stuck.retry_of', { what })}
      loading={retrying.isPending}
      onClick={retry}
    >
      {t('stuck.retry')}
    </Button>
  );
}
