import { Button, Card, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { paths } from '../../api/settlement.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { dayInKorea, StateBadge } from '../parts.tsx';
import { useCodes, useSettlementWords } from '../words.ts';
import { DIFFERENCES } from './columns.tsx';

type Run =
  paths['/v1/staff/reconciliations']['get']['responses'][200]['content']['application/json']['reconciliations'][number];

const RUNS = ['reconciliations'];
const SHOWN = 20;
const REFRESH_MS = 3_000;

/** The latest comparisons, looked at again while one is going on. */
export function Runs() {
  const { t } = useSettlementWords();
  const { may } = useStaff();
  const columns = useRunColumns();
  const runs = useQuery({
    queryKey: RUNS,
    queryFn: () => answered(api.GET('/v1/staff/reconciliations', { params: { query: { limit: SHOWN } } })),
    refetchInterval: ({ state }) =>
      state.data?.reconciliations.some((run) => run.state !== 'done') ? REFRESH_MS : false,
  });
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="runs">
      <Title order={2} size="h4" mb="sm" id="runs">
        {t('runs.title')}
      </Title>
      <Answer of={runs} height={160}>
        {({ reconciliations }) =>
          reconciliations.length === 0 ? (
            <NothingHere title={t('runs.none')} />
          ) : (
            <Stack gap="md">
              {may('treasurer') && (
                <CompareDay providers={[...new Set(reconciliations.map(({ acquirer }) => acquirer))]} />
              )}
              <Rows
                rows={reconciliations}
                label={t('runs.title')}
                columns={columns}
                keyOf={({ reconciliation_id }) => reconciliation_id}
              />
            </Stack>
          )
        }
      </Answer>
    </Card>
  );
}

function useRunColumns(): Column<Run>[] {
  const { t, date, dateTime } = useSettlementWords();
  const codes = useCodes();
  return [
    { head: t('runs.day'), cell: ({ day }) => date(`${day}T00:00:00+09:00`) },
    { head: t('runs.provider'), cell: ({ acquirer }) => acquirer },
    {
      head: t('runs.state'),
      cell: ({ state }) => (
        <StateBadge color={state === 'done' ? 'teal' : 'yellow'}>{codes('run', state)}</StateBadge>
      ),
    },
    { head: t('runs.movements'), isNumber: true, cell: ({ movements }) => movements },
    { head: t('runs.by'), cell: ({ staff_login }) => staff_login ?? t('runs.nightly') },
    {
      head: t('runs.finished_at'),
      cell: ({ finished_at }) => (finished_at === null ? '—' : dateTime(finished_at)),
    },
  ];
}

/** Has a day compared now, today if nothing else is chosen. */
function CompareDay({ providers }: { providers: readonly string[] }) {
  const { t } = useSettlementWords();
  const today = dayInKorea(new Date());
  const [acquirer = providers[0] ?? '', setAcquirer] = useState<string>();
  const [day, setDay] = useState(today);
  const starting = useIdempotentMutation(
    (body: { acquirer: string; day: string }, headers) =>
      answered(api.POST('/v1/staff/reconciliations', { body, headers })),
    [RUNS, DIFFERENCES],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => notifications.show({ message: t('runs.started') });
    starting.mutate({ acquirer, day }, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('runs.provider')}
          value={acquirer}
          data={[...providers]}
          onChange={({ currentTarget }) => setAcquirer(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('runs.day')}
          value={day}
          max={today}
          required
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Button type="submit" loading={starting.isPending}>
          {t('runs.compare')}
        </Button>
      </Group>
      <div aria-live="polite">{starting.isError && <ProblemNotice thrown={starting.error} />}</div>
    </form>
  );
}
