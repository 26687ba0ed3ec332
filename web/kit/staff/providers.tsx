import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../notice.tsx';
import { StaffPage } from './page.tsx';
import { type Column, Rows } from './table.tsx';
import { useStaffWords } from './words.ts';

const REFRESH_MS = 15_000;
const COLORS = { working: 'teal', failing: 'orange', spared: 'red', idle: 'gray' } as const;

type Provider = {
  kind: 'acquirer' | 'bank' | 'operator' | 'texts' | 'email' | 'voice' | 'server';
  name: string;
  state: keyof typeof COLORS;
  last_success_at?: string;
  last_failure_at?: string;
  succeeded: number;
  failed: number;
  waiting: number;
  oldest_waiting_at?: string;
  silent?: { unanswered: number; since: string; next_probe_at: string };
};

/** How those are doing whom the server needs, refreshed by itself. */
export function Providers({ read }: { read: () => Promise<{ at: string; providers: Provider[] }> }) {
  const { t, dateTime } = useStaffWords();
  const known = useQuery({ queryKey: ['providers'], queryFn: read, refetchInterval: REFRESH_MS });
  const at = known.data?.at;
  const columns: Column<Provider>[] = [
    {
      head: t('providers.name'),
      cell: ({ kind, name }) =>
        name === '' ? t(`providers.kind.${kind}`) : `${t(`providers.kind.${kind}`)} · ${name}`,
    },
    { head: t('providers.state'), cell: (provider) => <State of={provider} /> },
    {
      head: t('providers.last_success'),
      cell: ({ last_success_at }) => (last_success_at === undefined ? '—' : dateTime(last_success_at)),
    },
    {
      head: t('providers.last_failure'),
      cell: ({ last_failure_at }) => (last_failure_at === undefined ? '—' : dateTime(last_failure_at)),
    },
    {
      head: t('providers.recent'),
      cell: ({ succeeded, failed }) =>
        succeeded + failed === 0 ? '—' : t('providers.counts', { succeeded, failed }),
    },
    {
      head: t('providers.waiting'),
      cell: ({ waiting, oldest_waiting_at: since }) =>
        waiting === 0 || since === undefined
          ? t('providers.none')
          : t('providers.waiting_since', { count: waiting, since }),
    },
  ];
  return (
    <StaffPage title={t('providers.title')} intro={at && t('providers.intro', { at })}>
      {known.isError && at !== undefined && (
        <Alert color="yellow" variant="light" role="alert" title={t('providers.old', { at })} />
      )}
      <Answer of={known} height={320}>
        {({ providers }) => (
          <Rows
            rows={providers}
            label={t('providers.title')}
            columns={columns}
            keyOf={({ kind, name }) => `${kind} ${name}`}
          />
        )}
      </Answer>
    </StaffPage>
  );
}

function State({ of: { state, silent } }: { of: Provider }) {
  const { t } = useStaffWords();
  return (
    <Stack gap={2} align="flex-start" component="span">
      <Badge variant="light" color={COLORS[state]} component="span" tt="none">
        {t(`providers.state.${state}`)}
      </Badge>
      {silent && (
        <Text span size="xs" c="dimmed">
          {t('providers.silent', { count: silent.unanswered, at: silent.next_probe_at })}
        </Text>
      )}
    </Stack>
  );
}
