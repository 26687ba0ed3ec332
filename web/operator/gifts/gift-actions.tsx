import { Group } from '@mantine/core';
import { answered } from '../../kit/problem.ts';
import { Act } from '../../kit/staff/act.tsx';
import { Notes } from '../../kit/staff/notes.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import { CorrectRecipient } from './correct-recipient.tsx';
import { outdatedBy, type Story } from './story.ts';

/** What the reader may do with a gift now. */
export function GiftActions({ of: { order, actions } }: { of: Story }) {
  const { t } = useConsoleWords();
  const { may } = useStaff();
  const { order_id } = order;
  const params = { path: { order_id } };
  const shared = { hint: t('acts.reason_hint'), outdated: outdatedBy(order_id) };
  if (actions.length === 0 || !may('operator', 'support')) return null;
  return (
    <Group component="section" gap="sm" aria-label={t('acts.actions')}>
      {actions.includes('resend') && (
        <Act
          {...shared}
          button={t('acts.resend')}
          ask={t('acts.resend_ask')}
          done={t('acts.resend_done')}
          look={{ size: 'sm' }}
          act={(reason, headers) =>
            answered(api.POST('/v1/staff/orders/{order_id}/resend', { params, body: { reason }, headers }))
          }
        />
      )}
      {may('operator') && actions.includes('correct') && <CorrectRecipient orderId={order_id} />}
      {may('operator') && actions.includes('cancel') && (
        <Act
          {...shared}
          button={t('acts.cancel')}
          ask={t('acts.cancel_ask', { amount: order })}
          done={t('acts.cancel_done')}
          look={{ size: 'sm', color: 'red' }}
          act={(reason, headers) =>
            answered(
              api.POST('/v1/staff/orders/{order_id}/cancellation', { params, body: { reason }, headers }),
            )
          }
        />
      )}
      {may('operator') && actions.includes('refund') && (
        <Act
          {...shared}
          button={t('acts.refund')}
          ask={t('acts.refund_ask', { amount: order })}
          done={t('acts.refund_done')}
          look={{ size: 'sm', color: 'red' }}
          act={(reason, headers) =>
            answered(api.POST('/v1/staff/orders/{order_id}/refund', { params, body: { reason }, headers }))
          }
        />
      )}
    </Group>
  );
}

/** What staff noted about a gift and did with it. */
export function GiftNotes({ of: { order, notes } }: { of: Story }) {
  const { may } = useStaff();
  const { order_id } = order;
  return (
    <Notes
      of={notes}
      outdated={[['story', order_id]]}
      add={
        may('operator', 'support')
          ? (text, headers) =>
              answered(
                api.POST('/v1/staff/orders/{order_id}/notes', {
                  params: { path: { order_id } },
                  body: { text },
                  headers,
                }),
              )
          : undefined
      }
    />
  );
}
