import { Button, Card, Group, Progress, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { paths } from '../api/management.gen.ts';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, Rows } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { useTimes } from './times.ts';
import { useCodes, useConsoleWords } from './words.ts';

type Limit =
  paths['/v1/staff/limits']['get']['responses'][200]['content']['application/json']['limits'][number];
type PersonLimits =
  paths['/v1/staff/limits/standing']['get']['responses'][200]['content']['application/json'];

const LETTERS_MIN = 3;
/** About the height of a person's limits: the page moves once, at the click, and not when the answer comes. */
const LIMITS_PX = 340;

const readLimits = () => answered(api.GET('/v1/staff/limits'));
const readStanding = (query: string) =>
  answered(api.GET('/v1/staff/limits/standing', { params: { query: { query } } }));

/** The rate limits, how many are blocked by each, and lifting a limit for a person. */
export function Limits() {
  const { t } = useConsoleWords();
  const { may } = useStaff();
  const codes = useCodes();
  const { lasting } = useTimes();
  const limits = useQuery({ queryKey: ['limits'], queryFn: readLimits });
  const columns: Column<Limit>[] = [
    { head: t('limits.name'), cell: ({ name }) => codes('limit', name) ?? name },
    {
      head: t('limits.allowed'),
      cell: ({ points, duration_s }) => t('limits.per', { count: points, time: lasting(duration_s) }),
    },
    {
      head: t('limits.reached_by'),
      isNumber: true,
      cell: ({ reached_by }) => (reached_by === 0 ? t('limits.nobody') : reached_by),
    },
  ];
  return (
    <StaffPage title={t('console.limits')} intro={t('limits.intro')}>
      {may('operator') && <PersonLookup />}
      <Stack component="section" gap="sm" aria-labelledby="limits">
        <Title order={2} size="h4" id="limits">
          {t('limits.list')}
        </Title>
        <Answer of={limits} height={420}>
          {({ limits: known }) => (
            <Rows rows={known} label={t('limits.list')} columns={columns} keyOf={({ name }) => name} />
          )}
        </Answer>
      </Stack>
    </StaffPage>
  );
}

/** Counters are keyed by digests, so a person can only be found by their own number or address. */
function PersonLookup() {
  const { t } = useConsoleWords();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isShort, setShort] = useState(false);
  const looking = useMutation({ mutationFn: readStanding });
  const [lifted, setLifted] = useState<PersonLimits>();
  const look = (event: FormEvent) => {
    event.preventDefault();
    const query = typed.trim();
    setShort(query.length < LETTERS_MIN);
    if (query.length < LETTERS_MIN) return field.current?.focus();
    setLifted(undefined);
    looking.mutate(query);
  };
  const of = lifted ?? looking.data;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="person">
      <Title order={2} size="h4" mb="sm" id="person">
        {t('limits.of')}
      </Title>
      <form onSubmit={look} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput
            ref={field}
            label={t('limits.query')}
            error={isShort && t('limits.short')}
            value={typed}
            flex={1}
            miw={240}
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" loading={looking.isPending}>
            {t('limits.look')}
          </Button>
        </Group>
      </form>
      <div aria-live="polite">
        {looking.isPending && <Skeleton height={LIMITS_PX} mt="lg" aria-hidden />}
        {looking.isError && <ProblemNotice thrown={looking.error} />}
        {of !== undefined && <LimitsOfPerson of={of} query={looking.variables ?? ''} onLifted={setLifted} />}
      </div>
    </Card>
  );
}

function LimitsOfPerson({
  of: { person, limits },
  query,
  onLifted,
}: {
  of: PersonLimits;
  query: string;
  onLifted: (after: PersonLimits) => void;
}) {
  const { t } = useConsoleWords();
  const codes = useCodes();
  const { lasting } = useTimes();
  const { shown, member_number } = person;
  const who = member_number === undefined ? shown : t('limits.member', { shown, member_number });
  const lifting = useIdempotentMutation(
    (body: { query: string; name: string }, headers) =>
      answered(api.POST('/v1/staff/limits/lifts', { body, headers })),
    [['limits']],
  );
  const lift = (name: string, what: string) =>
    lifting.mutate(
      { query, name },
      {
        onSuccess: (after) => {
          notifications.show({ message: t('limits.lifted', { what }) });
          onLifted(after);
        },
      },
    );
  return (
    <Stack mt="lg" gap="md">
      <Title order={3} size="h5">
        {t('limits.person', { who })}
      </Title>
      {lifting.isError && <ProblemNotice thrown={lifting.error} />}
      {limits.map(({ name, used, points, reached, retry_after_s }) => {
        const what = codes('limit', name) ?? name;
        return (
          <Group key={name} justify="space-between" wrap="nowrap" gap="md">
            <Stack gap={4} flex={1} miw={0}>
              <Text>{what}</Text>
              <Progress
                value={Math.min(100, (used / points) * 100)}
                color={reached ? 'red' : 'blue'}
                size="sm"
                aria-hidden
              />
              <Text size="sm" {...(reached ? { c: 'var(--mantine-color-red-text)' } : { c: 'dimmed' })}>
                {t('limits.used', { used, points })}
                {reached && ` · ${t('limits.reached', { time: lasting(retry_after_s) })}`}
              </Text>
            </Stack>
            {used > 0 && (
              <Button
                variant="light"
                leftSection={<IconLockOpen size={16} aria-hidden />}
                aria-label={t('limits.lift_of', { what })}
                loading={lifting.isPending && lifting.variables?.name === name}
                onClick={() => lift(name, what)}
              >
                {t('limits.lift')}
              </Button>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
