import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../words.ts';

const LISTS = [
  { to: '/gifts', word: 'received.sent' },
  { to: '/gifts/received', word: 'received.received' },
] as const;

/** The two lists of a member's gifts. */
export function GiftTabs({ here }: { here: (typeof LISTS)[number]['to'] }) {
  const { t } = useWords();
  return (
    <Group component="nav" aria-label={t('received.lists')} gap="xs" grow>
      {LISTS.map(({ to, word }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          px="xs"
          variant={to === here ? 'light' : 'default'}
          {...(to === here ? { 'aria-current': 'page' as const } : {})}
        >
          {t(word)}
        </Button>
      ))}
    </Group>
  );
}
