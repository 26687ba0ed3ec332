import { Checkbox, Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceFilter, DayFilter, Filters, TextFilter } from './filters.tsx';
import { useFilters, useList } from './list.ts';
import { StaffPage } from './page.tsx';
import type { AuditLine, StaffApi, StaffRole } from './staff-api.ts';
import { ListOf } from './table.tsx';
import { useStaffWords } from './words.ts';

/** The audit trail: what staff did and viewed. `nameOf` puts an action (method and route) into words. */
export function AuditTrail<Role extends StaffRole>({
  staffApi,
  nameOf,
}: {
  staffApi: StaffApi<Role>;
  nameOf: (action: string) => string | undefined;
}) {
  const { t, dateTime } = useStaffWords();
  const { values, set, clear } = useFilters(['login', 'action', 'from', 'until', 'all']);
  const people = useQuery({ queryKey: ['people'], queryFn: () => staffApi.people() });
  const list = useList(
    ['audit', values],
    ({ audit_id }: AuditLine) => audit_id,
    async ({ cursor, limit }) => {
      const { login, action, from, until, all } = values;
      const { lines } = await staffApi.audit({
        limit,
        without_own_readings: all === undefined,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(login === undefined ? {} : { login }),
        ...(action === undefined ? {} : { action }),
        ...(from === undefined ? {} : { from: midnight(from) }),
        ...(until === undefined ? {} : { until: midnight(until, 1) }),
      });
      return lines;
    },
  );
  const columns = [
    { head: t('staff.audit_at'), cell: ({ at }: AuditLine) => <Short>{dateTime(at)}</Short> },
    { head: t('staff.audit_who'), cell: ({ staff_login }: AuditLine) => <Short>{staff_login}</Short> },
    {
      head: t('staff.audit_did'),
      cell: ({ action }: AuditLine) => {
        const own = isOwn(action) ? t(`staff.audit_${action}`) : undefined;
        const name = own ?? nameOf(action);
        return (
          <Stack gap={0}>
            {name !== undefined && <Text size="sm">{name}</Text>}
            {own === undefined && (
              <Text size="xs" c="dimmed" ff="monospace">
                {action}
              </Text>
            )}
          </Stack>
        );
      },
    },
    { head: t('staff.audit_about'), cell: ({ subject }: AuditLine) => <Subject of={subject} /> },
  ];
  return (
    <StaffPage title={t('staff.audit')} intro={t('staff.audit_intro')}>
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <ChoiceFilter
          label={t('staff.audit_who')}
          w={220}
          value={values.login}
          choices={(people.data?.staff ?? []).map(({ login, name }) => ({
            value: login,
            label: `${name} (${login})`,
          }))}
          onChoose={(login) => set({ login })}
        />
        <TextFilter
          label={t('staff.audit_did')}
          value={values.action}
          placeholder="POST, payouts"
          maxLength={64}
          onType={(action) => set({ action })}
        />
        <DayFilter from={values.from} until={values.until} onChoose={set} />
        <Checkbox
          label={t('staff.audit_own')}
          checked={values.all !== undefined}
          onChange={({ currentTarget }) => set({ all: currentTarget.checked ? 'yes' : undefined })}
        />
      </Filters>
      <ListOf of={list} label={t('staff.audit')} columns={columns} keyOf={({ audit_id }) => audit_id} />
    </StaffPage>
  );
}

/** When a day begins here, or the one so many days later. */
function midnight(day: string, later = 0): string {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** What the staff pages themselves name, not the server's own routes. */
const OWN_ACTIONS = [
  'log_in',
  'enter_password',
  'added_by_command',
  'choose_new_password',
  'retry_failing_work',
] as const;

function isOwn(action: string): action is (typeof OWN_ACTIONS)[number] {
  return OWN_ACTIONS.some((own) => own === action);
}

function Short({ children }: { children: ReactNode }) {
  return (
    <Text component="span" size="sm" className="amount">
      {children}
    </Text>
  );
}

function Subject({ of }: { of: unknown }) {
  const members = Object.entries(Object(of)).filter(([, value]) => value !== undefined);
  if (members.length === 0) return '—';
  return members.map(([name, value]) => (
    <Code key={name} block={false} mr={4}>
      {name}={String(value)}
    </Code>
  ));
}
