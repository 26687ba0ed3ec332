import { Stack, Text } from '@mantine/core';
import type { paths } from '../../api/settlement.gen.ts';
import { Amount } from '../../kit/staff/figures.tsx';
import type { Column } from '../../kit/staff/table.tsx';
import { AccountName } from '../account-name.tsx';
import { StateBadge } from '../parts.tsx';
import { useCodes, useReason, useSettlementWords } from '../words.ts';
import { PaymentState } from './state.tsx';

type PaymentHistory =
  paths['/v1/staff/payments/{payment_id}']['get']['responses'][200]['content']['application/json'];
type Event = PaymentHistory['events'][number];
type Request = PaymentHistory['requests'][number];
type Entry = PaymentHistory['entries'][number];

export function useEventColumns(currency: string): Column<Event>[] {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const reasonOf = useReason();
  return [
    { head: t('payments.event'), cell: ({ kind }) => codes('event', kind) },
    { head: t('payments.at'), cell: ({ at }) => dateTime(at) },
    {
      head: t('payments.amount'),
      isNumber: true,
      cell: ({ amount_minor }) => amountOr(amount_minor, currency),
    },
    {
      head: t('payments.state_after'),
      cell: ({ status_after }) => (status_after === '' ? '—' : <PaymentState of={status_after} />),
    },
    { head: t('payments.reason'), cell: ({ reason }) => (reason === null ? '—' : reasonOf(reason)) },
  ];
}

const REQUEST_COLORS = { open: 'yellow', done: 'teal', refused: 'red' } as const;

export function useRequestColumns(currency: string): Column<Request>[] {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const reasonOf = useReason();
  const more = ({ due_at, refused_because }: Request) => {
    if (due_at !== null) return t('payments.next_ask', { at: due_at });
    return refused_because === null ? null : t('payments.refused_because', { why: refused_because });
  };
  return [
    { head: t('payments.request'), cell: ({ kind }) => codes('request', kind) },
    { head: t('payments.at'), cell: ({ created_at }) => dateTime(created_at) },
    {
      head: t('payments.amount'),
      isNumber: true,
      cell: ({ amount_minor }) => amountOr(amount_minor, currency),
    },
    {
      head: t('payments.state'),
      cell: (request) => (
        <Stack gap={2} component="span" align="flex-start">
          <StateBadge color={REQUEST_COLORS[request.state]}>
            {codes('request_state', request.state)}
          </StateBadge>
          <Text span size="xs" c="dimmed">
            {more(request)}
          </Text>
        </Stack>
      ),
    },
    { head: t('payments.reason'), cell: ({ reason }) => (reason === null ? '—' : reasonOf(reason)) },
  ];
}

export function useEntryColumns(currency: string): Column<Entry>[] {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  return [
    {
      head: t('payments.entry'),
      cell: ({ kind, code }) =>
        code === kind ? codes('entry', kind) : `${codes('entry', kind)}: ${codes('for', code)}`,
    },
    { head: t('payments.at'), cell: ({ at }) => dateTime(at) },
    { head: t('payments.debit'), cell: ({ debit }) => <AccountName of={debit} /> },
    { head: t('payments.credit'), cell: ({ credit }) => <AccountName of={credit} /> },
    {
      head: t('payments.amount'),
      isNumber: true,
      cell: ({ amount_minor }) => amountOr(amount_minor, currency),
    },
  ];
}

function amountOr(amount_minor: number | null, currency: string) {
  return amount_minor === null ? '—' : <Amount of={{ amount_minor, currency }} />;
}
