import { Alert, Anchor, Badge, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { paths } from '../api/management.gen.ts';
import { answered } from '../kit/problem.ts';
import { Amount, NothingHere } from '../kit/staff/figures.tsx';
import { ChoiceFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { Evidence } from './gifts/evidence.tsx';

import { useCodes, useConsoleWords } from './words.ts';

type Answered = paths['/v1/staff/disputes']['get']['responses'][200]['content']['application/json'];
type Dispute = Answered['disputes'][number];

const PARTS = ['open', 'lost', 'won', 'doubtful'] as const;
const COLORS = { open: 'orange', won: 'teal', lost: 'red' } as const;

const readPage = (query: { limit: number; before?: string; part?: (typeof PARTS)[number] }) =>
  answered(api.GET('/v1/staff/disputes', { params: { query } }));

/** Disputes about payments, and what became of the gifts. */
export function Disputes() {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const [evidenceId, setEvidenceId] = useState<string>();
  const { values, set } = useFilters(['part']);
  const part = PARTS.find((known) => known === values.part);
  const list = useList(
    ['disputes', part],
    ({ dispute_id }: Dispute) => dispute_id,
    async ({ cursor, limit }) => {
      const query = {
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(part === undefined ? {} : { part }),
      };
      return (await readPage(query)).disputes;
    },
  );
  const columns: Column<Dispute>[] = [
    {
      head: t('disputes.part'),
      cell: ({ state, doubt }) => (
        <Stack gap={0} component="span">
          <Badge variant="light" color={COLORS[state]} component="span" tt="none">
            {t(`disputes.${state}`)}
          </Badge>
          {doubt !== undefined && (
            <Text span size="xs" c="red">
              {codes('dispute_doubt', doubt) ?? doubt}
            </Text>
          )}
        </Stack>
      ),
    },
    { head: t('disputes.amount'), cell: (dispute) => <Amount of={dispute} />, isNumber: true },
    {
      head: t('disputes.uncovered'),
      cell: ({ uncovered_minor, currency }) => <Amount of={{ amount_minor: uncovered_minor, currency }} />,
      isNumber: true,
    },
    { head: t('disputes.reason'), cell: ({ reason }) => reason },
    {
      head: t('disputes.respond_by'),
      cell: ({ respond_by, state }) =>
        respond_by === undefined || state !== 'open' ? '' : dateTime(respond_by),
    },
    { head: t('disputes.told_by'), cell: ({ told_by }) => codes('party', told_by) ?? told_by },
    { head: t('disputes.gifts'), cell: ({ gifts }) => <Gifts of={gifts} /> },
    {
      head: t('disputes.proof'),
      cell: ({ evidence_id }) => (
        <Button size="compact-md" variant="default" onClick={() => setEvidenceId(evidence_id)}>
          {t('disputes.show')}
        </Button>
      ),
    },
  ];
  return (
    <StaffPage title={t('console.disputes')} intro={t('disputes.intro')}>
      <Unread />
      <Filters>
        <ChoiceFilter
          label={t('disputes.part')}
          value={part}
          choices={PARTS.map((value) => ({ value, label: t(`disputes.${value}`) }))}
          onChoose={(chosen) => set({ part: chosen })}
        />
      </Filters>
      <ListOf
        of={list}
        label={t('console.disputes')}
        columns={columns}
        keyOf={({ told_by, dispute_id }) => `${told_by} ${dispute_id}`}
        empty={<NothingHere title={t('disputes.none')}>{t('disputes.none_detail')}</NothingHere>}
      />
      <Evidence evidenceId={evidenceId} onClose={() => setEvidenceId(undefined)} />
    </StaffPage>
  );
}

function Gifts({ of: gifts }: { of: Dispute['gifts'] }) {
  const codes = useCodes();
  return (
    <Stack gap={0} component="span">
      {gifts.map(({ order_id, state }) => (
        <Anchor key={order_id} component={Link} to={`/console/gifts/${order_id}`}>
          {codes('gift_state', state) ?? state}
        </Anchor>
      ))}
    </Stack>
  );
}

/** Servers whose disputes nobody hears of at the moment. */
function Unread() {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const page = useQuery({ queryKey: ['disputes', 'unread'], queryFn: () => readPage({ limit: 1 }) });
  return page.data?.unread.map(({ party, failing_since, problem }) => (
    <Alert key={party} color="orange">
      {t('disputes.unread', { party: codes('party', party) ?? party, since: failing_since, problem })}
    </Alert>
  ));
}
