import { Code, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useList } from './list.ts';
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
  const list = useList(
    ['audit'],
    ({ audit_id }: AuditLine) => audit_id,
    async ({ cursor, limit }) => {
      const { lines } = await staffApi.audit({ limit, ...(cursor === undefined ? {} : { before: cursor }) });
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
      <ListOf of={list} label={t('staff.audit')} columns={columns} keyOf={({ audit_id }) => audit_id} />
    </StaffPage>
  );
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
