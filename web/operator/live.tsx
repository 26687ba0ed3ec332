import { Alert, Anchor, Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { StaffPage } from '../kit/staff/page.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { DayChart } from '../kit/staff/trends/day-chart.tsx';
import { api } from './api.ts';
import { SearchForm } from './gifts/search-form.tsx';
import { useTimes } from './times.ts';
import { useCodes, useConsoleWords } from './words.ts';

const REFRESH_MS = 5_000;
/** What is past changes only with the day. */
const TREND_MS = 60_000;
const TREND_DAYS = 30;
/** Keeps the place of a line that is still being loaded. */
const LINE = '\u00a0';
const NOTHING = { sold_minor: 0, used_minor: 0, refunded_minor: 0 };

const readNumbers = () => answered(api.GET('/v1/staff/numbers'));
const readTrends = () => answered(api.GET('/v1/staff/trends', { params: { query: { days: TREND_DAYS } } }));
const readBooks = () => answered(api.GET('/v1/staff/books'));
type Numbers = Awaited<ReturnType<typeof readNumbers>>;

function useTrends() {
  return useQuery({ queryKey: ['trends'], queryFn: readTrends, refetchInterval: TREND_MS });
}

/** Live figures, refreshed by themselves, and the search for a gift. */
export function Live() {
  const { t } = useConsoleWords();
  const { clock } = useTimes();
  const { may } = useStaff();
  const numbers = useQuery({ queryKey: ['numbers'], queryFn: readNumbers, refetchInterval: REFRESH_MS });
  const at = numbers.data?.at;
  return (
    <StaffPage title={t('console.live')} intro={at && t('live.as_of', { at: clock(at) })}>
      <SearchForm />
      {numbers.isError && at !== undefined && (
        <Alert color="yellow" variant="light" role="alert" title={t('live.old', { at: clock(at) })} />
      )}
      <Answer of={numbers} height={520}>
        {(known) => (
          <>
            <Watch of={known} />
            <Today of={known} />
            <Trends />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <Orders of={known} />
              <Stack gap="md">
                {may('operator', 'auditor') && <Books />}
                <Notices of={known} />
              </Stack>
            </SimpleGrid>
          </>
        )}
      </Answer>
    </StaffPage>
  );
}

function Watch({ of: { stuck_orders, calls, messages, to_say } }: { of: Numbers }) {
  const { t } = useConsoleWords();
  const { lasting } = useTimes();
  const oldest = (age_s: number | undefined) =>
    age_s === undefined ? t('live.none_waits') : t('live.oldest', { age: lasting(age_s) });
  return (
    <SimpleGrid cols={{ base: 2, md: 5 }} spacing={{ base: 'sm', md: 'md' }}>
      <div aria-live="polite">
        <Figure
          label={t('console.stuck')}
          value={stuck_orders}
          tone={stuck_orders > 0 ? 'red' : undefined}
          hint={
            stuck_orders > 0 ? (
              <Anchor component={Link} to="/console/stuck" size="xs">
                {t('live.stuck_some')}
              </Anchor>
            ) : (
              t('live.stuck_none')
            )
          }
        />
      </div>
      <Figure
        label={t('live.unknown')}
        value={calls.unknown}
        tone={calls.unknown > 0 ? 'orange' : undefined}
        hint={oldest(calls.oldest_unknown_s)}
      />
      <Figure
        label={t('live.waiting')}
        value={messages.waiting}
        tone={messages.failing > 0 ? 'orange' : undefined}
        hint={
          messages.failing > 0
            ? t('live.failing', { count: messages.failing })
            : oldest(messages.oldest_waiting_s)
        }
      />
      <Figure label={t('live.to_say')} value={to_say.waiting} hint={oldest(to_say.oldest_waiting_s)} />
      <Figure
        label={t('live.failed')}
        value={messages.failed_today}
        tone={messages.failed_today > 0 ? 'orange' : undefined}
      />
    </SimpleGrid>
  );
}

/** Today's sums, each beside those of yesterday and a week ago. */
function Today({ of: { money } }: { of: Numbers }) {
  const { t } = useConsoleWords();
  const trends = useTrends();
  const sums =
    money.length > 0 ? money : [{ currency: 'KRW', sold_minor: 0, used_minor: 0, refunded_minor: 0 }];
  return (
    <Stack component="section" gap="sm" aria-labelledby="today">
      <Title order={2} size="h4" id="today">
        {t('live.today')}
      </Title>
      {sums.map(({ currency, ...of }) => {
        const days = trends.data?.currencies.find((known) => known.currency === currency)?.days ?? [];
        const [yesterday, weekAgo] = [days.at(-2), days.at(-8)];
        const sum = (amount_minor: number | undefined) => ({ amount_minor: amount_minor ?? 0, currency });
        return (
          <SimpleGrid key={currency} cols={{ base: 1, xs: 3 }} spacing={{ base: 'sm', md: 'md' }}>
            {(['sold', 'used', 'refunded'] as const).map((name) => (
              <Figure
                key={name}
                label={t(`live.${name}`)}
                value={<Amount of={sum(of[`${name}_minor`])} />}
                hint={
                  trends.data === undefined
                    ? LINE
                    : t('trends.before', {
                        yesterday: sum(yesterday?.[`${name}_minor`]),
                        week_ago: sum(weekAgo?.[`${name}_minor`]),
                      })
                }
              />
            ))}
          </SimpleGrid>
        );
      })}
    </Stack>
  );
}

/** The last days as a chart, in each currency in which something moved. */
function Trends() {
  const { t } = useConsoleWords();
  const trends = useTrends();
  return (
    <Answer of={trends} height={320}>
      {({ currencies, orders }) =>
        (currencies.length > 0
          ? currencies
          : [{ currency: 'KRW', days: orders.map(({ day }) => ({ day, ...NOTHING })) }]
        ).map(({ currency, days }) => (
          <DayChart
            key={currency}
            title={t('live.chart')}
            rows={days}
            currency={currency}
            emptyDetail={t('live.chart_empty')}
            series={[
              { name: 'sold_minor', label: t('live.sold'), color: 'ribbon.6' },
              { name: 'used_minor', label: t('live.used'), color: 'teal.6' },
            ]}
          />
        ))
      }
    </Answer>
  );
}

function Orders({ of: { orders } }: { of: Numbers }) {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const before = useTrends().data?.orders;
  const all = orders.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="orders">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4" id="orders">
          {t('live.orders')}
        </Title>
        <Text fw={700} className="amount">
          {all}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mb="sm">
        {before === undefined
          ? LINE
          : t('trends.before_count', {
              yesterday: before.at(-2)?.count ?? 0,
              week_ago: before.at(-8)?.count ?? 0,
            })}
      </Text>
      {all === 0 && <Text c="dimmed">{t('live.orders_none')}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} className="cards">
        {orders.map(({ state, count }) => (
          <li key={state}>
            <Group justify="space-between" mb={4}>
              <Text size="sm">{codes('state', state) ?? state}</Text>
              <Text size="sm" className="amount">
                {count}
              </Text>
            </Group>
            <Progress value={(count / all) * 100} size="sm" aria-hidden />
          </li>
        ))}
      </Stack>
    </Card>
  );
}

/** Says whether everything issued is accounted for. */
function Books() {
  const { t } = useConsoleWords();
  const books = useQuery({ queryKey: ['books'], queryFn: readBooks });
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="books">
      <Title order={2} size="h4" mb="sm" id="books">
        {t('live.books')}
      </Title>
      <Answer of={books} height={72}>
        {({ books: known }) => (
          <>
            {known.length === 0 && <Text c="dimmed">{t('live.books_none')}</Text>}
            {known.map(({ currency, holds, ...of }) => {
              const sum = (amount_minor: number) => ({ amount_minor, currency });
              return (
                <Text key={currency} {...(holds ? {} : { c: 'var(--mantine-color-red-text)', fw: 600 })}>
                  {t(holds ? 'live.books_hold' : 'live.books_broken', {
                    issued: sum(of.issued_minor),
                    outstanding: sum(of.outstanding_minor),
                    redeemed: sum(of.redeemed_minor),
                    refunded: sum(of.refunded_minor),
                    expired: sum(of.expired_minor),
                  })}
                </Text>
              );
            })}
          </>
        )}
      </Answer>
    </Card>
  );
}

function Notices({ of: { notices } }: { of: Numbers }) {
  const { t, dateTime } = useConsoleWords();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="notices">
      <Title order={2} size="h4" mb="sm" id="notices">
        {t('live.notices')}
      </Title>
      {notices.length === 0 && <Text c="dimmed">{t('live.notices_none')}</Text>}
      <Stack gap="sm">
        {notices.map(({ sender, last_batch_no, last_taken_at }) => (
          <div key={sender}>
            <Group justify="space-between">
              <Text>{sender}</Text>
              <Text className="amount">{t('live.notice_line', { batch: last_batch_no })}</Text>
            </Group>
            {last_taken_at && (
              <Text size="sm" c="dimmed">
                {dateTime(last_taken_at)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
