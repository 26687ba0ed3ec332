import { Alert, Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { StaffPage } from '../kit/staff/page.tsx';
import { api } from './api.ts';
import { Days } from './days.tsx';
import { Party } from './parts.tsx';
import { BOOKS, readBooks } from './trust/books.ts';
import { useSettlementWords } from './words.ts';

const REFRESH_MS = 30_000;

const readAttention = () => answered(api.GET('/v1/staff/attention'));
type Attention = Awaited<ReturnType<typeof readAttention>>;

/** What needs attention, refreshed by itself, and whether the books balance. */
export function Home() {
  const { t } = useSettlementWords();
  const attention = useQuery({
    queryKey: ['attention'],
    queryFn: readAttention,
    refetchInterval: REFRESH_MS,
  });
  const at = attention.data?.at;
  return (
    <StaffPage
      title={t('settlement.home')}
      intro={at === undefined ? t('common.loading') : t('home.as_of', { at })}
    >
      {attention.isError && at !== undefined && (
        <Alert color="yellow" variant="light" role="alert" title={t('home.old', { at })} />
      )}
      <Answer of={attention} height={480}>
        {(known) => (
          <>
            <Watch of={known} />
            <Days />
            {/* Shown only now: where it begins depends on the figures above, and nothing may jump. */}
            <Books />
          </>
        )}
      </Answer>
    </StaffPage>
  );
}

function Watch({ of: { disputes, differences, unanswered, payouts, failing } }: { of: Attention }) {
  const { t } = useSettlementWords();
  const waiting = unanswered.requests + unanswered.payments;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3, xl: 5 }} spacing={{ base: 'sm', md: 'md' }} aria-live="polite">
      <Figure
        label={t('settlement.disputes')}
        value={disputes.open}
        tone={disputes.open > 0 ? 'red' : undefined}
        hint={
          disputes.open === 0 ? (
            t('home.disputes_none')
          ) : (
            <See to="/console/disputes?state=open" what={t('settlement.disputes')}>
              {disputes.respond_by && t('home.disputes_next', { at: disputes.respond_by })}
            </See>
          )
        }
      />
      <Figure
        label={t('settlement.differences')}
        value={differences.open}
        tone={differences.open > 0 ? 'orange' : undefined}
        hint={
          differences.open === 0 ? (
            t('home.differences_none')
          ) : (
            <See to="/console/differences?state=open" what={t('settlement.differences')}>
              {t('home.differences_some')}
            </See>
          )
        }
      />
      <Figure
        label={t('home.unanswered')}
        value={waiting}
        tone={waiting > 0 ? 'orange' : undefined}
        hint={
          unanswered.since === null
            ? t('home.unanswered_none')
            : t('home.unanswered_since', { at: unanswered.since })
        }
      />
      <WaitingPayouts of={payouts} />
      <Figure
        label={t('staff.failing')}
        value={failing.works}
        tone={failing.dead > 0 ? 'red' : failing.works > 0 ? 'orange' : undefined}
        hint={
          failing.works === 0 ? (
            t('home.failing_none')
          ) : (
            <See to="/console/failed-work" what={t('staff.failing')}>
              {failing.dead > 0 ? t('home.failing_dead', { count: failing.dead }) : t('home.failing_going')}
            </See>
          )
        }
      />
    </SimpleGrid>
  );
}

/** Each line is there also with a zero, so that nothing moves as the figures change. */
function WaitingPayouts({
  of: { approvals, accounts, proposals, to_take, returned },
}: {
  of: Attention['payouts'];
}) {
  const { t } = useSettlementWords();
  const count = approvals + accounts + proposals + to_take + returned;
  const lines = [
    { to: '/console/payouts?waits_for=approval', text: t('home.payouts_approval', { count: approvals }) },
    { to: '/console/payouts?waits_for=account', text: t('home.payouts_account', { count: accounts }) },
    { to: '/console/accounts', text: t('home.account_proposals', { count: proposals }) },
    { to: '/console/bank-files', text: t('home.payouts_file', { count: to_take }) },
    { to: '/console/payouts?state=returned', text: t('home.payouts_returned', { count: returned }) },
  ];
  return (
    <Figure
      label={t('home.payouts')}
      value={count}
      tone={returned > 0 ? 'red' : count > 0 ? 'orange' : undefined}
      hint={lines.map(({ to, text }) => (
        <Anchor key={to} component={Link} to={to} size="xs" underline="always" display="block" py={4}>
          {text}
        </Anchor>
      ))}
    />
  );
}

function See({ to, what, children }: { to: string; what: string; children: string | null }) {
  const { t } = useSettlementWords();
  return (
    <>
      {children}
      {children && ' · '}
      <Anchor component={Link} to={to} size="xs" underline="always" aria-label={`${t('home.see')}: ${what}`}>
        {t('home.see')}
      </Anchor>
    </>
  );
}

function Books() {
  const { t } = useSettlementWords();
  const books = useQuery({ queryKey: BOOKS, queryFn: readBooks });
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="books">
      <Title order={2} size="h4" mb="sm" id="books">
        {t('home.books')}
      </Title>
      <Answer of={books} height={96}>
        {({ holds, payees }) => (
          <Stack gap="xs">
            <Text fw={600} {...(holds ? {} : { c: 'var(--mantine-color-red-text)' })} role="status">
              {t(holds ? 'home.books_right' : 'home.books_wrong')}
            </Text>
            {!holds && <Text>{t('home.books_wrong_detail')}</Text>}
            {payees.length === 0 && <Text c="dimmed">{t('home.books_none')}</Text>}
            {payees.map(({ payee, currency, in_trust_minor }) => (
              <Text key={`${payee} ${currency}`} size="sm">
                <Party of={payee} /> {t('trust.in_trust')}{' '}
                <Amount of={{ amount_minor: in_trust_minor, currency }} />
              </Text>
            ))}
            <Anchor component={Link} to="/console/trust" size="sm">
              {t('settlement.trust')}
            </Anchor>
          </Stack>
        )}
      </Answer>
    </Card>
  );
}
