import {
  Box,
  Center,
  Container,
  Loader,
  Menu,
  Modal,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconChevronDown, IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Frame } from '../frame.tsx';
import { ProblemNotice } from '../notice.tsx';
import { Problem } from '../problem.ts';
import { Enrolment } from './enrolment.tsx';
import { LogIn } from './log-in.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import type { Entered, Factors, Staff, StaffApi, StaffRole } from './staff-api.ts';
import { WHO } from './who.ts';
import { useStaffWords } from './words.ts';

type Session = {
  staff: Staff;
  /** Whether they have one of these roles. The server decides; pages only hide what it would refuse. */
  may(...roles: readonly StaffRole[]): boolean;
  /** The address of their own account's page. */
  account: string;
  logOut(): void;
};

const Context = createContext<Session | undefined>(undefined);

/** The staff member who is logged in; only inside `RequireStaff`. */
export function useStaff(): Session {
  const session = useContext(Context);
  if (session === undefined) throw new Error('useStaff() outside of a RequireStaff.');
  return session;
}

/**
 * Shows its children to logged-in staff and the log-in form to everybody else, at the same URL. When the session
 * expires, the log-in form covers the page, so that the same person finds what they had typed.
 */
export function RequireStaff<Role extends StaffRole>({
  staffApi,
  brand,
  children,
}: {
  staffApi: StaffApi<Role>;
  brand: string;
  children: ReactNode;
}) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  const [isOver, setOver] = useState(false);
  const who = useQuery({ queryKey: WHO, queryFn: staffApi.current, staleTime: Number.POSITIVE_INFINITY });
  useEffect(() => onSessionGone(queries, () => setOver(true)), [queries]);

  const enter = async ({ staff: entered }: Entered<Role>) => {
    const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== WHO[0] };
    // Another person's data must not be shown to this one.
    if (entered.staff_id !== who.data?.staff.staff_id) queries.removeQueries(others);
    await queries.fetchQuery({ queryKey: WHO, queryFn: staffApi.current, staleTime: 0 });
    setOver(false);
    await queries.invalidateQueries(others);
  };
  const logOut = async () => {
    await staffApi.logOut().catch(() => undefined);
    queries.clear();
    // Clears the cache and everything the page still shows from it.
    window.location.reload();
  };

  const plain = (shown: ReactNode) => (
    <Frame brand={brand} home="">
      {shown}
    </Frame>
  );
  if (who.data === undefined) {
    if (who.isPending) return plain(<Waiting />);
    if (!isSessionGone(who.error))
      return plain(<ProblemNotice thrown={who.error} onAgain={() => who.refetch()} />);
    return plain(
      <LogIn staffApi={staffApi} onEntered={enter} isOver={who.error.code === 'session_expired'} />,
    );
  }
  const { staff, stage, second_factor } = who.data;
  if (stage === 'second_factor')
    return plain(<LogIn staffApi={staffApi} onEntered={enter} isSecondStep login={staff.login} />);
  if (stage === 'enrolment') return plain(<Enrolment staffApi={staffApi} onLogOut={logOut} />);
  const session = {
    staff,
    may: (...roles: readonly StaffRole[]) => roles.includes(staff.role),
    account: `${staffApi.home}/account`,
    logOut,
  };
  return (
    <Context value={session}>
      <div hidden={isOver} key={staff.staff_id}>
        {children}
      </div>
      <ProofDialog staffApi={staffApi} hasApp={second_factor.authenticator} />
      <Modal.Root opened={isOver} onClose={() => undefined} fullScreen zIndex={400}>
        <Modal.Content aria-label={t('staff.log_in_title')}>
          <Modal.Body>
            <LogIn staffApi={staffApi} onEntered={enter} isOver isInterruption login={staff.login} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </Context>
  );
}

export function hasFactor({ authenticator, passkeys }: Factors): boolean {
  return authenticator || passkeys > 0;
}

/** A page for some roles; others who open its URL are told so. */
export function ForRoles({ roles, children }: { roles: readonly StaffRole[]; children: ReactNode }) {
  const { t } = useStaffWords();
  const { staff, may } = useStaff();
  if (may(...roles)) return children;
  return (
    <Container size="xs" py="xl">
      <Stack align="center" gap="sm" ta="center">
        <IconLock size={40} aria-hidden />
        <Title order={1} size="h3">
          {t('staff.forbidden_title')}
        </Title>
        <Text c="dimmed">{t('staff.forbidden', { role: t(`staff.role.${staff.role}`) })}</Text>
      </Stack>
    </Container>
  );
}

/** Who is logged in, for the header, and the log-out. */
export function StaffMenu() {
  const { t } = useStaffWords();
  const { staff, account, logOut } = useStaff();
  const role = t(`staff.role.${staff.role}`);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton px="xs" py={6} aria-label={t('staff.me', { name: staff.name, role })}>
          <Text component="span" size="sm" fw={600} visibleFrom="sm">
            {staff.name}
          </Text>
          <Box component={IconUserCircle} size={20} hiddenFrom="sm" aria-hidden />
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {staff.login} · {role}
        </Menu.Label>
        <Menu.Item component={Link} to={account} leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t('staff.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={logOut}>
          {t('common.log_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Waiting() {
  const { t } = useStaffWords();
  return (
    <Center mih={420} role="status" aria-label={t('common.loading')}>
      <Loader />
    </Center>
  );
}

function isSessionGone(thrown: unknown): thrown is Problem {
  return thrown instanceof Problem && ['unauthenticated', 'session_expired'].includes(thrown.code);
}

/** Calls `notify` when any answer says that the session is gone. */
function onSessionGone(queries: ReturnType<typeof useQueryClient>, notify: () => void): () => void {
  const ends = [
    queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error' && isSessionGone(event.action.error))
        notify();
    }),
    queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error' && isSessionGone(event.action.error))
        notify();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
