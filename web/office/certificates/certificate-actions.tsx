import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { answered } from '../../kit/problem.ts';
import { Act } from '../../kit/staff/act.tsx';
import { Notes } from '../../kit/staff/notes.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { type History, readActions } from './history.ts';

type Shown = Pick<ComponentProps<typeof Act>, 'button' | 'ask' | 'done' | 'look' | 'act'>;

/** What the reader may do with a certificate now. */
export function CertificateActions({ of }: { of: History }) {
  const { t } = useOfficeWords();
  const { certificate_id } = of;
  const { acts, isSilent, again } = useGiftActs(of);
  const shown = [...acts, ...useLockActs(of)];
  if (shown.length === 0 && !isSilent) return null;
  return (
    <Group component="section" gap="sm" aria-label={t('acts.actions')}>
      {shown.map((one) => (
        <Act
          key={one.button}
          {...one}
          hint={t('acts.reason_hint')}
          outdated={[['certificate', certificate_id], ['certificates']]}
        />
      ))}
      {isSilent && (
        <Group gap="xs" role="status">
          <Text size="sm" c="dimmed">
            {t('acts.operator_silent')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={again}>
            {t('common.again')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** What the operator does with the gift when it is asked, as it says. */
function useGiftActs(of: History): { acts: Shown[]; isSilent: boolean; again: () => void } {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const { certificate_id, state } = of;
  const params = { path: { certificate_id } };
  const asked = useQuery({
    queryKey: ['certificate', certificate_id, 'actions'],
    queryFn: () => readActions(certificate_id),
    enabled: may('owner', 'clerk') && (state === 'registered' || state === 'active'),
  });
  const actions = asked.data?.actions ?? [];
  const acts: Shown[] = [];
  if (actions.includes('resend'))
    acts.push({
      button: t('acts.resend'),
      ask: t('acts.resend_ask'),
      done: t('acts.resend_done'),
      look: { size: 'sm' },
      act: (reason, headers) =>
        answered(
          api.POST('/v1/office/certificates/{certificate_id}/resend', { params, body: { reason }, headers }),
        ),
    });
  if (may('owner') && actions.includes('cancel'))
    acts.push({
      button: t('acts.cancel'),
      ask: t('acts.cancel_ask', { amount: of }),
      done: t('acts.cancel_done'),
      look: { size: 'sm', color: 'red' },
      act: (reason, headers) =>
        answered(
          api.POST('/v1/office/certificates/{certificate_id}/cancellation', {
            params,
            body: { reason },
            headers,
          }),
        ),
    });
  if (may('owner') && actions.includes('refund'))
    acts.push({
      button: t('acts.refund'),
      ask: t('acts.refund_here_ask', { amount: of }),
      done: t('acts.refund_done'),
      look: { size: 'sm', color: 'red' },
      act: (reason, headers) =>
        answered(
          api.POST('/v1/office/certificates/{certificate_id}/refund', { params, body: { reason }, headers }),
        ),
    });
  return { acts, isSilent: asked.isError, again: () => void asked.refetch() };
}

/** What the shop does itself. */
function useLockActs({ certificate_id, state, locked_since, expires_at }: History): Shown[] {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const params = { path: { certificate_id } };
  if (locked_since !== null)
    return may('owner')
      ? [
          {
            button: t('acts.unlock'),
            ask: t('acts.unlock_ask'),
            done: t('acts.unlock_done'),
            look: { size: 'sm' },
            act: (reason, headers) =>
              answered(
                api.POST('/v1/office/certificates/{certificate_id}/unlocking', {
                  params,
                  body: { reason },
                  headers,
                }),
              ),
          },
        ]
      : [];
  const isHeld = (state === 'active' || state === 'frozen') && Date.parse(expires_at) > Date.now();
  if (!isHeld || !may('owner', 'clerk')) return [];
  return [
    {
      button: t('acts.lock'),
      ask: t('acts.lock_ask'),
      done: t('acts.lock_done'),
      look: { size: 'sm', color: 'red' },
      act: (reason, headers) =>
        answered(
          api.POST('/v1/office/certificates/{certificate_id}/lock', { params, body: { reason }, headers }),
        ),
    },
  ];
}

/** What staff noted about a certificate and did with it. */
export function CertificateNotes({ of: { certificate_id, notes } }: { of: History }) {
  const { may } = useStaff();
  return (
    <Notes
      of={notes}
      outdated={[['certificate', certificate_id]]}
      add={
        may('owner', 'clerk')
          ? (text, headers) =>
              answered(
                api.POST('/v1/office/certificates/{certificate_id}/notes', {
                  params: { path: { certificate_id } },
                  body: { text },
                  headers,
                }),
              )
          : undefined
      }
    />
  );
}
