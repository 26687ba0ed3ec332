import { Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { Amount, Figure, NothingHere } from '../../kit/staff/figures.tsx';
import { CsvLink, FileLink, Filters } from '../../kit/staff/filters.tsx';
import { useFilters } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { dayInKorea, OneDay } from '../parts.tsx';
import { useSettlementWords } from '../words.ts';

const readStatement = (query: { payee: string; day: string }) =>
  answered(api.GET('/v1/staff/statements', { params: { query } }));
type Statement = Awaited<ReturnType<typeof readStatement>>;
type Line = Statement['lines'][number];

/** A shop's day: what moved, and the all-time totals. */
export function StatementPage() {
  const { t, locale } = useSettlementWords();
  const { payee = '' } = useParams();
  const { values, set } = useFilters(['day']);
  const day = values.day ?? dayInKorea(new Date());
  const statement = useQuery({
    queryKey: ['statement', payee, day],
    queryFn: () => readStatement({ payee, day }),
    placeholderData: keepPreviousData,
  });
  return (
    <StaffPage
      title={t('statement.title', { payee })}
      intro={t('statement.intro', { day: `${day}T00:00:00+09:00` })}
    >
      <Filters>
        <OneDay value={day} onChoose={(chosen) => set({ day: chosen })} />
      </Filters>
      <Group gap="sm">
        <FileLink
          path="/v1/staff/statements.pdf"
          filters={{ payee, day, lang: locale }}
          label={t('statement.pdf')}
        />
        <CsvLink path="/v1/staff/statements.csv" filters={{ payee, day }} />
      </Group>
      <Answer of={statement} height={420}>
        {(found) => <Shown of={found} />}
      </Answer>
    </StaffPage>
  );
}

function Shown({ of: { lines, totals } }: { of: Statement }) {
  const { t, dateTime } = useSettlementWords();
  const columns: Column<Line>[] = [
    { head: t('statement.kind'), cell: ({ kind }) => t(`statement.${kind}`) },
    { head: t('statement.at'), cell: ({ at }) => dateTime(at) },
    { head: t('statement.reference'), cell: ({ reference }) => reference },
    { head: t('statement.amount'), isNumber: true, cell: (line) => <Amount of={line} /> },
  ];
  return (
    <>
      {totals.map(({ currency, ...of }) => (
        <SimpleGrid key={currency} cols={{ base: 2, md: 5 }} spacing={{ base: 'sm', md: 'md' }}>
          {(['captured', 'refunded', 'paid_out', 'commission', 'in_trust'] as const).map((name) => (
            <Figure
              key={name}
              label={t(`trust.${name}`)}
              value={<Amount of={{ amount_minor: of[`${name}_minor`], currency }} />}
            />
          ))}
        </SimpleGrid>
      ))}
      <Stack component="section" gap="sm" aria-labelledby="lines">
        <Title order={2} size="h4" id="lines">
          {t('statement.lines')}
        </Title>
        {lines.length === 0 ? (
          <NothingHere title={t('statement.none')} />
        ) : (
          <Rows
            rows={lines}
            label={t('statement.lines')}
            columns={columns}
            keyOf={({ kind, reference, at }) => `${kind} ${reference} ${at}`}
          />
        )}
      </Stack>
    </>
  );
}
