import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconGift, IconLogout, IconSend, IconUser } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';
import { clearDraft } from './give/draft.ts';
import { forgetKept } from './kept.ts';
import { useClearQueries, useMember } from './session.tsx';
import { useWords } from './words.ts';

/** The account menu of a member; log-in and sign-up for others. */
export function PersonMenu() {
  const { t } = useWords();
  const { data: member } = useMember();
  if (member === undefined) return null;
  if (member === null) {
    return (
      <Button component={Link} to="/log-in" size="compact-md" variant="light">
        {t('common.log_in')}
      </Button>
    );
  }
  return (
    <>
      <Button component={Link} to="/give" variant="subtle" size="compact-md" visibleFrom="sm">
        {t('door.give')}
      </Button>
      <Button component={Link} to="/gifts" variant="subtle" color="gray" size="compact-md" visibleFrom="sm">
        {t('door.gifts')}
      </Button>
      <AccountMenu />
    </>
  );
}

function AccountMenu() {
  const { t } = useWords();
  const navigate = useNavigate();
  const forgetAll = useClearQueries();
  const logOut = useIdempotentMutation(() => answered(api.DELETE('/v1/sessions/current')));
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('door.account_menu')}>
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/give" leftSection={<IconSend size={18} aria-hidden />}>
          {t('door.give')}
        </Menu.Item>
        <Menu.Item component={Link} to="/gifts" leftSection={<IconGift size={18} aria-hidden />}>
          {t('door.gifts')}
        </Menu.Item>
        <Menu.Item component={Link} to="/me" leftSection={<IconUser size={18} aria-hidden />}>
          {t('door.me')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() =>
            logOut.mutate(undefined, {
              onSettled: () => {
                // The next person at this browser is somebody else.
                clearDraft();
                forgetKept();
                forgetAll();
                navigate('/');
              },
            })
          }
        >
          {t('common.log_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
