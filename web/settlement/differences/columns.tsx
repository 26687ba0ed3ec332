import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { paths } from '../../api/settlement.gen.ts';
import { answered } from '../../kit/problem.ts';
import { Dismiss } from '../../kit/staff/dismiss.tsx';
import { Amount } from '../../kit/staff/figures.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import type { Column } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { StateBadge } from '../parts.tsx';
import { useCodes, useSettlementWords } from '../words.ts';

export type Difference =
  paths['/v1/staff/differences']['get']['responses'][200]['content']['application/json']['differences'][number];

export const DIFFERENCES = ['differences'];

const COLORS = { waiting: 'yellow', open: 'red', closed: 'gray' } as const;

export function useDifferenceColumns(): Column<Difference>[] {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  return [
    {
      head: t('differences.what'),
      cell: ({ kind, about, movement_kind }) => (
        <Stack gap={0} component="span">
          <Text span fw={600}>
            {codes('difference', kind)}
          </Text>
          <Text span size="xs" c="dimmed">
            {codes('about', movement_kind ?? about)}
          </Text>
        </Stack>
      ),
    },
    {
      head: t('differences.ours'),
      isNumber: true,
      cell: ({ ours_minor, currency }) => <Amount of={{ amount_minor: ours_minor, currency }} />,
    },
    {
      head: t('differences.theirs'),
      isNumber: true,
      cell: ({ theirs_minor, theirs_currency }) => (
        <Amount of={{ amount_minor: theirs_minor, currency: theirs_currency }} />
      ),
    },
    { head: t('payments.state'), cell: (difference) => <State of={difference} /> },
    { head: t('differences.now'), cell: (difference) => <WhatNow of={difference} /> },
    { head: t('differences.where'), cell: (difference) => <Where of={difference} /> },
    { head: t('differences.found_at'), cell: ({ found_at }) => dateTime(found_at) },
  ];
}

function State({ of: { state, closed_because, dismissed_because } }: { of: Difference }) {
  const { t } = useSettlementWords();
  const codes = useCodes();
  const end = {
    agreed: t('differences.agreed'),
    changed: t('differences.changed'),
    dismissed: t('differences.dismissed', { reason: dismissed_because ?? '' }),
  };
  return (
    <Stack gap={2} component="span" align="flex-start">
      <StateBadge color={COLORS[state]}>{codes('difference_state', state)}</StateBadge>
      {closed_because !== null && (
        <Text span size="xs" c="dimmed">
          {end[closed_because]}
        </Text>
      )}
    </Stack>
  );
}

function Where({ of: { acquirer, reference, payment_id } }: { of: Difference }) {
  const { t } = useSettlementWords();
  return (
    <Stack gap={0} component="span">
      <span>{reference === null ? acquirer : `${acquirer} ${reference}`}</span>
      {payment_id !== null && (
        <Anchor component={Link} to={`/console/payments/${payment_id}`} size="sm">
          {t('differences.payment')}
        </Anchor>
      )}
    </Stack>
  );
}

function WhatNow({ of }: { of: Difference }) {
  const { t } = useSettlementWords();
  const codes = useCodes();
  const { may } = useStaff();
  const { difference_id, kind, state, acquirer: provider } = of;
  if (state === 'closed') return '—';
  return (
    <Group gap="xs" wrap="wrap" align="flex-start">
      <Text span size="sm">
        {state === 'waiting' ? t('differences.now_waiting') : t(`differences.now_${kind}`, { provider })}
      </Text>
      {may('treasurer') && (
        <Dismiss
          what={codes('difference', kind)}
          ask={t('differences.dismiss_ask')}
          list={DIFFERENCES}
          dismiss={(reason, headers) =>
            answered(
              api.POST('/v1/staff/differences/{difference_id}/dismissal', {
                params: { path: { difference_id } },
                body: { reason },
                headers,
              }),
            )
          }
        />
      )}
    </Group>
  );
}
