import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { type Row, useDraft } from '../give/draft.ts';
import { Step } from '../give/step.tsx';
import { useWords } from '../words.ts';
import { ListTable } from './list-table.tsx';
import { countsOf, type Found, peopleOf, readingOf } from './rows.ts';

const STEP = 4;

/** The list as the server has read it, in cells that can be corrected before anything is paid. */
export function RowsStep() {
  const { t } = useWords();
  const [draft, keep] = useDraft();
  const { rows = [] } = draft;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { state } = useLocation();
  const table = useRef<HTMLTableElement>(null);
  // What is typed is read once its field is left.
  const [asked, ask] = useState(rows);
  const [isBusy, setBusy] = useState(false);
  const reading = useQuery({
    ...readingOf(draft, asked),
    placeholderData: keepPreviousData,
    enabled: asked.length > 0,
  });
  const change = (changed: Row[]) => keep({ rows: changed, people: undefined });
  async function goOn(isWithoutWrong: boolean) {
    setBusy(true);
    ask(rows);
    const found = await queries.fetchQuery(readingOf(draft, rows)).catch(() => undefined);
    setBusy(false);
    if (found === undefined) return;
    if (!isWithoutWrong && countsOf(found).wrong > 0)
      return setTimeout(() => table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    keep({ people: peopleOf(found) });
    navigate('/give/pay');
  }
  const found = reading.data;
  return (
    <Step step={STEP} title={t('several.rows_title')} what={t('several.rows_what')} back="/give/list" isWide>
      <Stack gap="lg">
        {refusalIn(state) !== undefined && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />}>
            {refusalIn(state)}
          </Alert>
        )}
        <ListTable
          ref={table}
          rows={rows}
          asked={asked}
          found={found}
          onChange={change}
          onLeave={() => ask(rows)}
        />
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => change([...rows, anotherRow(rows)])}
        >
          {t('several.add_row')}
        </Button>
        {reading.isError && <ProblemNotice thrown={reading.error} onAgain={() => reading.refetch()} />}
        {found !== undefined && <Sum found={found} />}
        <Group gap="sm">
          <Button
            size="lg"
            flex={1}
            miw={200}
            loading={isBusy}
            disabled={rows.length === 0}
            onClick={() => void goOn(false)}
          >
            {t('give.next')}
          </Button>
          {found !== undefined && countsOf(found).wrong > 0 && countsOf(found).people > 0 && (
            <Button size="lg" variant="default" disabled={isBusy} onClick={() => void goOn(true)}>
              {t('several.without_wrong')}
            </Button>
          )}
        </Group>
      </Stack>
    </Step>
  );
}

function Sum({ found }: { found: Found }) {
  const { t } = useWords();
  const { amount_minor, currency, look_ups_left: left } = found;
  const { wrong, people, numbers } = countsOf(found);
  return (
    <Stack gap={4} role="status">
      <Text fw={700}>{t('several.good', { people, amount: { amount_minor, currency } })}</Text>
      {wrong > 0 && <Text c="var(--mantine-color-error)">{t('several.wrong_rows', { wrong })}</Text>}
      {numbers > left && <Text className="warning">{t('several.few_look_ups', { left, numbers })}</Text>}
    </Stack>
  );
}

function anotherRow(rows: readonly Row[]): Row {
  const line = Math.max(0, ...rows.map((row) => row.line)) + 1;
  return { line, address: '', name: '', amount: '' };
}

/** Why the server refused the list when the order was placed. */
function refusalIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('refused' in state)) return undefined;
  return typeof state.refused === 'string' ? state.refused : undefined;
}
