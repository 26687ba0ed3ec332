import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../kit/notice.tsx';
import { Amount, NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { Party, StateBadge } from '../parts.tsx';
import { useSettlementWords } from '../words.ts';
import { BOOKS, type Books, readBooks } from './books.ts';
import { TrialBalance } from './trial-balance.tsx';

type Payee = Books['payees'][number];

/** What is held in trust for each shop, and the books that prove it. */
export function Trust() {
  const { t } = useSettlementWords();
  const books = useQuery({ queryKey: BOOKS, queryFn: readBooks });
  return (
    <StaffPage title={t('settlement.trust')} intro={t('trust.intro')}>
      <Answer of={books} height={480}>
        {(known) => (
          <>
            <Alert
              color={known.holds ? 'teal' : 'red'}
              variant="light"
              role="status"
              icon={known.holds ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
              title={
                <Title order={2} size="h4">
                  {t(known.holds ? 'home.books_right' : 'home.books_wrong')}
                </Title>
              }
            >
              <Text>{t(known.holds ? 'trust.right_detail' : 'trust.wrong_detail')}</Text>
            </Alert>
            <PerShop payees={known.payees} />
            <TrialBalance of={known} />
          </>
        )}
      </Answer>
    </StaffPage>
  );
}

/** Captured = refunded + paid out + commission + in trust, for each shop; a shop's row leads to its statement. */
function PerShop({ payees }: { payees: readonly Payee[] }) {
  const { t } = useSettlementWords();
  const sum = (head: string, of: (payee: Payee) => number): Column<Payee> => ({
    head,
    isNumber: true,
    cell: (payee) => <Amount of={{ amount_minor: of(payee), currency: payee.currency }} />,
  });
  const columns: Column<Payee>[] = [
    { head: t('payments.shop'), cell: ({ payee }) => <Party of={payee} /> },
    sum(t('trust.captured'), ({ captured_minor }) => captured_minor),
    sum(t('trust.refunded'), ({ refunded_minor }) => refunded_minor),
    sum(t('trust.paid_out'), ({ paid_out_minor }) => paid_out_minor),
    sum(t('trust.commission'), ({ commission_minor }) => commission_minor),
    sum(t('trust.in_trust'), ({ in_trust_minor }) => in_trust_minor),
    {
      head: t('trust.adds_up'),
      cell: ({ holds }) => (
        <StateBadge color={holds ? 'teal' : 'red'}>
          {t(holds ? 'trust.adds_up_yes' : 'trust.adds_up_no')}
        </StateBadge>
      ),
    },
  ];
  return (
    <Stack component="section" gap="sm" aria-labelledby="per-shop">
      <Title order={2} size="h4" id="per-shop">
        {t('trust.per_shop')}
      </Title>
      {payees.length === 0 ? (
        <NothingHere title={t('trust.none')} />
      ) : (
        <Rows
          rows={payees}
          label={t('trust.per_shop')}
          columns={columns}
          keyOf={({ payee, currency }) => `${payee} ${currency}`}
          to={({ payee }) => `/console/trust/${encodeURIComponent(payee)}`}
        />
      )}
    </Stack>
  );
}
