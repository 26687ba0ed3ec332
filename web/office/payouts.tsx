import { Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { DayFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { Rows } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { Figures } from './parts.tsx';
import { useOfficeWords } from './words.ts';

type Days = { from?: string; until?: string };

const readStatement = (query: Days) => answered(api.GET('/v1/office/statement', { params: { query } }));
type Statement = Awaited<ReturnType<typeof readStatement>>;

/** Settlement's statement for the shop, compared with the shop's own books. */
export function Payouts() {
  const { t } = useOfficeWords();
  const { values, set, clear } = useFilters(['from', 'until']);
  const statement = useQuery({
    queryKey: ['statement', values],
    queryFn: () => readStatement(values),
    placeholderData: keepPreviousData,
  });
  const { from, until } = { ...statement.data, ...values };
  return (
    <StaffPage title={t('office.payouts')} intro={t('office.payouts_intro')}>
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <DayFilter from={from} until={until} onChoose={set} />
      </Filters>
      <Answer of={statement} height={480}>
        {(found) => <Shown of={found} />}
      </Answer>
    </StaffPage>
  );
}

function Shown({ of: { payouts, sales, totals } }: { of: Statement }) {
  const { t, dateTime } = useOfficeWords();
  type Payout = (typeof payouts)[number];
  type Sale = (typeof sales)[number];
  return (
    <>
      {totals.map((total) => (
        <Totals key={total.currency} of={total} />
      ))}
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          {t('office.payout_list')}
        </Title>
        {payouts.length === 0 ? (
          <Text c="dimmed">{t('office.no_payouts')}</Text>
        ) : (
          <Rows<Payout>
            rows={payouts}
            label={t('office.payout_list')}
            keyOf={({ payout_id }) => payout_id}
            columns={[
              { head: t('office.payout_at'), cell: ({ paid_at }) => dateTime(paid_at) },
              {
                head: t('office.payout_gross'),
                isNumber: true,
                cell: ({ gross_minor, currency }) => <Amount of={{ amount_minor: gross_minor, currency }} />,
              },
              {
                head: t('office.payout_commission'),
                isNumber: true,
                cell: ({ commission_minor, currency }) => (
                  <Amount of={{ amount_minor: commission_minor, currency }} />
                ),
              },
              {
                head: t('office.payout_net'),
                isNumber: true,
                cell: ({ net_minor, currency }) => (
                  <b>
                    <Amount of={{ amount_minor: net_minor, currency }} />
                  </b>
                ),
              },
            ]}
          />
        )}
      </Stack>
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          {t('office.sales_list')}
        </Title>
        {sales.length === 0 ? (
          <Text c="dimmed">{t('office.no_sales')}</Text>
        ) : (
          <Rows<Sale>
            rows={sales}
            label={t('office.sales_list')}
            keyOf={({ order_id, kind, at }) => `${order_id} ${kind} ${at}`}
            columns={[
              { head: t('office.at'), cell: ({ at }) => dateTime(at) },
              { head: t('office.kind'), cell: ({ kind }) => t(`office.sale.${kind}`) },
              { head: t('office.amount'), isNumber: true, cell: (sale) => <Amount of={sale} /> },
            ]}
          />
        )}
      </Stack>
    </>
  );
}

function Totals({ of }: { of: Statement['totals'][number] }) {
  const { t } = useOfficeWords();
  const amount = (amount_minor: number) => <Amount of={{ amount_minor, currency: of.currency }} />;
  return (
    <Figures>
      <Figure label={t('office.payout_used')} value={amount(of.used_minor)} />
      <Figure label={t('office.payout_paid')} value={amount(of.paid_out_minor)} />
      <Figure label={t('office.payout_commission')} value={amount(of.commission_minor)} />
      <Figure label={t('office.payout_unpaid')} value={amount(of.unpaid_minor)} />
      <Figure label={t('office.payout_captured')} value={amount(of.captured_minor)} />
      <Figure label={t('office.payout_refunded')} value={amount(of.refunded_minor)} />
      <Figure label={t('office.payout_trust')} value={amount(of.in_trust_minor)} />
    </Figures>
  );
}
