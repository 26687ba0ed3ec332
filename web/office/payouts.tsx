import { Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { CsvLink, DayFilter, FileLink, Filters } from '../kit/staff/filters.tsx';
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
  const { t, locale } = useOfficeWords();
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
      <Group gap="sm">
        <FileLink
          path="/v1/office/statement.pdf"
          filters={{ ...values, lang: locale }}
          label={t('office.payout_pdf')}
        />
        <CsvLink path="/v1/office/statement.csv" filters={values} />
      </Group>
      <Answer of={statement} height={480}>
        {(found) => <Shown of={found} />}
      </Answer>
    </StaffPage>
  );
}

function Shown({ of: { payouts, accounts, sales, totals } }: { of: Statement }) {
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
              { head: t('office.payout_at'), cell: ({ at }) => dateTime(at) },
              { head: t('office.payout_state'), cell: (payout) => <PayoutStanding of={payout} /> },
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
      {accounts.length > 0 && <Accounts of={accounts} />}
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

/** How a payout stands, and what it waits for. */
function PayoutStanding({ of }: { of: Statement['payouts'][number] }) {
  const { t } = useOfficeWords();
  const { state, at, paid_at = at, returned_at = at, waits_for } = of;
  if (state === 'planned' && (waits_for === 'account' || waits_for === 'approval'))
    return <Text size="sm">{t(`office.payout_waits.${waits_for}`)}</Text>;
  const name =
    state === 'paid' || state === 'returned'
      ? t(`office.payout_state.${state}`, { at: state === 'paid' ? paid_at : returned_at })
      : t(`office.payout_state.${state}`);
  return (
    <Text size="sm" {...(state === 'returned' ? { c: 'red' } : {})}>
      {name}
    </Text>
  );
}

/** Where our money goes, so that a change that nobody here asked for is noticed. */
function Accounts({ of }: { of: Statement['accounts'] }) {
  const { t } = useOfficeWords();
  return (
    <Stack component="section" gap={4}>
      <Title order={2} size="h4">
        {t('office.payout_accounts')}
      </Title>
      {of.map(({ bank_code, last4, currency, paid_to_from, paid_to_until }) => (
        <Text key={paid_to_from} {...(paid_to_until === undefined ? {} : { c: 'dimmed' })}>
          {[currency, bank_code, t('office.payout_account', { last4 })].filter(Boolean).join(' · ')}{' '}
          {t('office.payout_account_from', { at: paid_to_from })}
          {paid_to_until !== undefined && ` ${t('office.payout_account_until', { at: paid_to_until })}`}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {t('office.payout_accounts_check')}
      </Text>
    </Stack>
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
