import { Badge, Button, Card, Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { paths } from '../api/management.gen.ts';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, NothingHere } from '../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, DayFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { SavedViews } from '../kit/staff/saved-views.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api, staffApi } from './api.ts';
import { useConsoleWords } from './words.ts';

type Answered = paths['/v1/staff/payouts']['get']['responses'][200]['content']['application/json'];
type Payable = Answered['payable'][number];
type Payout = Answered['payouts'][number];

type Search = NonNullable<paths['/v1/staff/payouts']['get']['parameters']['query']>;

const readPage = (query: Search) => answered(api.GET('/v1/staff/payouts', { params: { query } }));

const COLORS = {
  asked: 'orange',
  planned: 'orange',
  sent: 'blue',
  paid: 'teal',
  returned: 'red',
  refused: 'red',
} as const;

const STATES = ['asked', 'planned', 'sent', 'paid', 'returned', 'refused'] as const;

/** What is still owed to shops, a button to pay it now, and past payouts. */
export function Payouts() {
  const { t, pick, dateTime } = useConsoleWords();
  const [paying, setPaying] = useState<Payable>();
  const open = useQuery({ queryKey: ['payouts', 'open'], queryFn: () => readPage({ limit: 1 }) });
  const { values, set, clear } = useFilters(['state', 'from', 'until']);
  const state = STATES.find((known) => known === values.state);
  const { from, until } = values;
  const search = {
    ...(state === undefined ? {} : { state }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const list = useList(
    ['payouts', search],
    ({ payout_id }: Payout) => payout_id,
    async ({ cursor, limit }) => {
      const page = { ...search, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      return (await readPage(page)).payouts;
    },
  );
  const sum = ({ currency }: Payout, amount_minor: number) => <Amount of={{ amount_minor, currency }} />;
  const columns: Column<Payout>[] = [
    { head: t('payouts.shop'), cell: ({ name_ko, name_en }) => pick(name_ko, name_en) },
    { head: t('payouts.at'), cell: ({ created_at }) => dateTime(created_at) },
    {
      head: t('payouts.state'),
      cell: ({ state }) => (
        <Badge variant="light" color={COLORS[state]} component="span" tt="none">
          {t(`payouts.state.${state}`)}
        </Badge>
      ),
    },
    { head: t('payouts.gross'), cell: (payout) => sum(payout, payout.gross_minor), isNumber: true },
    { head: t('payouts.commission'), cell: (payout) => sum(payout, payout.commission_minor), isNumber: true },
    { head: t('payouts.net'), cell: (payout) => sum(payout, payout.net_minor), isNumber: true },
  ];
  return (
    <StaffPage title={t('console.payouts')} intro={t('payouts.intro')}>
      <Answer of={open} height={480}>
        {({ payable }) => (
          <>
            <Stack component="section" gap="sm" aria-labelledby="open">
              <Title order={2} size="h4" id="open">
                {t('payouts.open')}
              </Title>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
                {payable.map((shop) => (
                  <OpenOf key={shop.shop_id} shop={shop} onPay={() => setPaying(shop)} />
                ))}
              </SimpleGrid>
            </Stack>
            {/* Shown only now: where it begins depends on how many shops there are, and nothing may jump. */}
            <Stack component="section" gap="sm" aria-labelledby="paid">
              <Title order={2} size="h4" id="paid">
                {t('payouts.list')}
              </Title>
              <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
                <ChoiceFilter
                  label={t('payouts.state')}
                  value={state}
                  choices={STATES.map((value) => ({ value, label: t(`payouts.state.${value}`) }))}
                  onChoose={(chosen) => set({ state: chosen })}
                />
                <DayFilter from={from} until={until} onChoose={set} />
                <SavedViews staffApi={staffApi} list="payouts" />
                <CsvLink path="/v1/staff/exports/payouts.csv" filters={search} />
              </Filters>
              <ListOf
                of={list}
                label={t('payouts.list')}
                columns={columns}
                keyOf={({ payout_id }) => payout_id}
                empty={<NothingHere title={t('payouts.none')} />}
              />
            </Stack>
          </>
        )}
      </Answer>
      <Modal
        opened={paying !== undefined}
        onClose={() => setPaying(undefined)}
        title={t('payouts.ask_title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {paying && <PayNow shop={paying} onDone={() => setPaying(undefined)} />}
      </Modal>
    </StaffPage>
  );
}

function OpenOf({ shop, onPay }: { shop: Payable; onPay: () => void }) {
  const { t, pick } = useConsoleWords();
  const { may } = useStaff();
  const { payable_minor: amount_minor, currency, uses, next_payout_at } = shop;
  const name = pick(shop.name_ko, shop.name_en);
  return (
    <Card withBorder padding="lg" component="section" aria-label={name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text fz={24} fw={700} lh={1.4}>
            <Amount of={{ amount_minor, currency }} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('payouts.uses', { count: uses })}
          </Text>
          {next_payout_at && (
            <Text size="sm" c="dimmed">
              {t('payouts.next_at', { at: next_payout_at })}
            </Text>
          )}
        </div>
        {may('operator') && amount_minor > 0 && (
          <Button variant="light" aria-label={t('payouts.now_of', { shop: name })} onClick={onPay}>
            {t('payouts.now')}
          </Button>
        )}
      </Group>
    </Card>
  );
}

function PayNow({ shop, onDone }: { shop: Payable; onDone: () => void }) {
  const { t, pick } = useConsoleWords();
  const name = pick(shop.name_ko, shop.name_en);
  const { payable_minor: amount_minor, currency, shop_id } = shop;
  const paying = useIdempotentMutation(
    (body: { shop_id: string }, headers) => answered(api.POST('/v1/staff/payouts', { body, headers })),
    [['payouts'], ['books']],
  );
  const pay = () =>
    paying.mutate(
      { shop_id },
      {
        onSuccess: ({ state, gross_minor, commission_minor }) => {
          const amount = { amount_minor: gross_minor - commission_minor, currency };
          const message =
            state === 'paid' ? t('payouts.paid', { shop: name, amount }) : t(`payouts.${state}`);
          notifications.show({ message });
          onDone();
        },
      },
    );
  return (
    <Stack>
      <Text>{t('payouts.ask', { shop: name, amount: { amount_minor, currency } })}</Text>
      {paying.isError && <ProblemNotice thrown={paying.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button loading={paying.isPending} onClick={pay}>
          {t('payouts.now')}
        </Button>
      </Group>
    </Stack>
  );
}
