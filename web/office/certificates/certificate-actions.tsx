import { Group } from '@mantine/core';
import { answered } from '../../kit/problem.ts';
import { Act } from '../../kit/staff/act.tsx';
import { Notes } from '../../kit/staff/notes.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import type { History } from './history.ts';

/** What the reader may do with a certificate now. */
export function CertificateActions({ of }: { of: History }) {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const { certificate_id, locked_since } = of;
  const params = { path: { certificate_id } };
  const shared = {
    hint: t('acts.reason_hint'),
    outdated: [['certificate', certificate_id], ['certificates']],
  };
  const isHeld = of.state === 'active' || of.state === 'frozen';
  const isOver = Date.parse(of.expires_at) <= Date.now();
  if (of.state === 'registered' && !isOver && may('owner', 'clerk'))
    return (
      <Group component="section" gap="sm" aria-label={t('acts.actions')}>
        <Act
          {...shared}
          button={t('acts.resend')}
          ask={t('acts.resend_ask')}
          done={t('acts.resend_done')}
          look={{ size: 'sm' }}
          act={(reason, headers) =>
            answered(
              api.POST('/v1/office/certificates/{certificate_id}/resend', {
                params,
                body: { reason },
                headers,
              }),
            )
          }
        />
      </Group>
    );
  if (locked_since === null)
    return isHeld && !isOver && may('owner', 'clerk') ? (
      <Group component="section" gap="sm" aria-label={t('acts.actions')}>
        <Act
          {...shared}
          button={t('acts.lock')}
          ask={t('acts.lock_ask')}
          done={t('acts.lock_done')}
          look={{ size: 'sm', color: 'red' }}
          act={(reason, headers) =>
            answered(
              api.POST('/v1/office/certificates/{certificate_id}/lock', {
                params,
                body: { reason },
                headers,
              }),
            )
          }
        />
      </Group>
    ) : null;
  return may('owner') ? (
    <Group component="section" gap="sm" aria-label={t('acts.actions')}>
      <Act
        {...shared}
        button={t('acts.unlock')}
        ask={t('acts.unlock_ask')}
        done={t('acts.unlock_done')}
        look={{ size: 'sm' }}
        act={(reason, headers) =>
          answered(
            api.POST('/v1/office/certificates/{certificate_id}/unlocking', {
              params,
              body: { reason },
              headers,
            }),
          )
        }
      />
    </Group>
  ) : null;
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
