import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { answered } from '../../kit/problem.ts';
import { Ask } from '../../kit/staff/ask.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { PROPOSALS, type Proposal } from './proposals.ts';

const COLORS: Readonly<Record<Proposal['state'], string>> = {
  entered: 'orange',
  confirmed: 'blue',
  withdrawn: 'gray',
  expired: 'gray',
  outdated: 'red',
  sent: 'blue',
  taken_over: 'blue',
  in_force: 'teal',
  refused: 'red',
  replaced: 'gray',
  ended: 'gray',
  forgotten: 'red',
};

/** One change of the account, with how far it has come and what can be done about it now. */
export function ProposalCard({ of }: { of: Proposal }) {
  const { t } = useOfficeWords();
  const { bank_code, last4, currency, holder, state, since, reason, expires_at } = of;
  const account = t('bank_account.ending', { bank: bank_code ?? 'IBAN', last4 });
  return (
    <Paper component="li" withBorder p="md" aria-label={account}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {account} · {currency}
          </Text>
          <Badge color={COLORS[state]} variant="light">
            {t(`bank_account.state.${state}`)}
          </Badge>
        </Group>
        {holder !== null && (
          <Text size="sm">
            {t('account.holder')}: {holder}
          </Text>
        )}
        <Text size="sm">
          {t(`bank_account.about.${state}`, { at: state === 'entered' ? expires_at : since })}
          {reason !== null && ` ${t('bank_account.about.refused_reason', { reason })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('bank_account.entered_by', { name: of.entered_by, at: of.entered_at })}
          {of.confirmed_by !== null && ` · ${t('bank_account.confirmed_by', { name: of.confirmed_by })}`}
        </Text>
        {state === 'entered' && <Decide of={of} account={account} />}
      </Stack>
    </Paper>
  );
}

function Decide({ of: { proposal_id, last4, is_own }, account }: { of: Proposal; account: string }) {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  if (!may('owner')) return null;
  const params = { path: { proposal_id } };
  return (
    <>
      {is_own && <Text size="sm">{t('bank_account.own')}</Text>}
      <Group gap="xs">
        {!is_own && (
          <Ask
            label={t('bank_account.confirm')}
            of={account}
            title={t('bank_account.confirm_title')}
            question={t('bank_account.confirm_ask', { last4 })}
            outdated={[PROPOSALS]}
            done={() => t('bank_account.confirm_done')}
            act={(headers) =>
              answered(
                api.POST('/v1/office/account-proposals/{proposal_id}/confirmations', { params, headers }),
              )
            }
          />
        )}
        <Ask
          label={t('bank_account.withdraw')}
          of={account}
          title={t('bank_account.withdraw_title')}
          question={t('bank_account.withdraw_ask', { last4 })}
          outdated={[PROPOSALS]}
          done={() => t('bank_account.withdraw_done')}
          isQuiet
          act={(headers) =>
            answered(api.POST('/v1/office/account-proposals/{proposal_id}/withdrawal', { params, headers }))
          }
        />
      </Group>
    </>
  );
}
