import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useWords } from './words.ts';

/** The h1 of a page. It is also the tab's title, and takes the focus when one page replaces another. */
export function PageTitle({
  children,
  what,
  above,
}: {
  children: string;
  what?: ReactNode;
  above?: ReactNode;
}) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · ${t('common.brand')}`;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [children, t]);
  return (
    <Stack gap="xs" mb="xl">
      {above}
      <Title order={1} fz={{ base: 26, sm: 30 }} lh={1.3} ref={heading} tabIndex={-1} className="page-title">
        {children}
      </Title>
      {what !== undefined && (
        <Text c="dimmed" fz="md">
          {what}
        </Text>
      )}
    </Stack>
  );
}

/** Something with what can be done about it: beside it, or below it on a narrow screen. */
export function WithAction({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs">
      <Box flex="1 1 10em">{children}</Box>
      {action}
    </Group>
  );
}

export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} c="dimmed" fz="sm" underline="hover">
      <Group gap={4} wrap="nowrap">
        <IconChevronLeft size={16} aria-hidden />
        {children}
      </Group>
    </Anchor>
  );
}
