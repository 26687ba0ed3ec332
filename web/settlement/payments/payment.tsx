import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { Amount, Fact, NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useDisputeColumns } from '../disputes.tsx';
import { Party } from '../parts.tsx';
import { useReason, useSettlementWords } from '../words.ts';
import { useEntryColumns, useEventColumns, useRequestColumns } from './columns.tsx';
import { EnterReference } from './enter-reference.tsx';
import { PaymentState } from './state.tsx';

const readPayment = (payment_id: string) =>
  answered(api.GET('/v1/staff/payments/{payment_id}', { params: { path: { payment_id } } }));
export type PaymentHistory = Awaited<ReturnType<typeof readPayment>>;

const UNKNOWN = ['payment_not_found', 'validation_failed'];

/** One payment: what happened, what the provider was asked for, what was booked, and disputes about it. */
export function PaymentPage() {
  const { t } = useSettlementWords();
  const { payment_id = '' } = useParams();
  const payment = useQuery({ queryKey: ['payment', payment_id], queryFn: () => readPayment(payment_id) });
  const { data, error } = payment;
  const isMissing = error instanceof Problem && UNKNOWN.includes(error.code);
  return (
    <StaffPage
      title={data === undefined ? t('payments.plain_title') : t('payments.title', { amount: data })}
      intro={
        <Anchor component={Link} to="/console/payments" size="sm">
          {t('payments.to_list')}
        </Anchor>
      }
    >
      {isMissing ? (
        <NothingHere title={t('payments.missing')}>{t('payments.missing_detail')}</NothingHere>
      ) : (
        <Answer of={payment} height={520}>
          {(found) => <Shown of={found} />}
        </Answer>
      )}
    </StaffPage>
  );
}

function Shown({ of }: { of: PaymentHistory }) {
  const { t } = useSettlementWords();
  const events = useEventColumns(of.currency);
  const requests = useRequestColumns(of.currency);
  const entries = useEntryColumns(of.currency);
  const disputes = useDisputeColumns();
  return (
    <>
      {of.reference_lost && <EnterReference paymentId={of.payment_id} provider={of.acquirer} />}
      <Facts of={of} />
      {of.disputes.length > 0 && (
        <Part title={t('settlement.disputes')} id="disputes">
          <Rows
            rows={of.disputes}
            label={t('settlement.disputes')}
            columns={disputes}
            keyOf={({ dispute_id }) => dispute_id}
          />
        </Part>
      )}
      <Part title={t('payments.history')} id="history">
        <Rows
          rows={of.events}
          label={t('payments.history')}
          columns={events}
          keyOf={({ event_id }) => event_id}
        />
      </Part>
      <Part title={t('payments.requests')} id="requests">
        {of.requests.length === 0 ? (
          <Text c="dimmed">{t('payments.requests_none')}</Text>
        ) : (
          <Rows
            rows={of.requests}
            label={t('payments.requests')}
            columns={requests}
            keyOf={({ request_id }) => request_id}
          />
        )}
      </Part>
      <Part title={t('payments.entries')} id="entries">
        {of.entries.length === 0 ? (
          <Text c="dimmed">{t('payments.entries_none')}</Text>
        ) : (
          <Rows
            rows={of.entries}
            label={t('payments.entries')}
            columns={entries}
            keyOf={({ transfer_id }) => transfer_id}
          />
        )}
      </Part>
    </>
  );
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Facts({ of }: { of: PaymentHistory }) {
  const { t, dateTime } = useSettlementWords();
  const reasonOf = useReason();
  const { currency, captured_minor, refunded_minor, decline_reason } = of;
  return (
    <Card withBorder padding="lg">
      <Group mb="md">
        <PaymentState of={of.status} />
      </Group>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
        <Fact name={t('payments.captured')}>
          <Amount of={{ amount_minor: captured_minor, currency }} />
        </Fact>
        <Fact name={t('payments.refunded')}>
          <Amount of={{ amount_minor: refunded_minor, currency }} />
        </Fact>
        {decline_reason !== null && (
          <Fact name={t('payments.declined_because')}>{reasonOf(decline_reason)}</Fact>
        )}
        <Fact name={t('payments.at')}>{dateTime(of.created_at)}</Fact>
        <Fact name={t('payments.shop')}>
          <Party of={of.payee} />
        </Fact>
        <Fact name={t('payments.payer')}>
          <Party of={of.payer_party} />
        </Fact>
        <Fact name={t('payments.order')}>{of.order_id}</Fact>
        <Fact name={t('payments.provider')}>{of.acquirer}</Fact>
        <Fact name={t('payments.reference')}>{of.acquirer_reference ?? of.payment_id}</Fact>
        {of.approval_number !== null && (
          <Fact name={t('payments.approval_number')}>{of.approval_number}</Fact>
        )}
      </SimpleGrid>
    </Card>
  );
}
