import {
  ActionIcon,
  Anchor,
  AppShell,
  Box,
  Burger,
  Container,
  Group,
  NavLink,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Boundary } from './boundary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useCommonWords } from './words.tsx';

export type Place = { to: string; label: string; icon?: ReactNode };

type FrameProps = {
  /** Shown in the header; links to `home`. */
  brand: ReactNode;
  home: string;
  /** The navigation; empty for an app of one page. */
  places?: readonly Place[];
  /** Who is logged in, and the log-out. */
  person?: ReactNode;
  wide?: boolean;
  /** Below every page, such as whose it is. */
  foot?: ReactNode;
  children: ReactNode;
};

/** The frame around every page: brand, navigation, language, light or dark. */
export function Frame({ brand, home, places = [], person, wide = false, foot, children }: FrameProps) {
  const { t, locale } = useCommonWords();
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  const hasPlaces = places.length > 0;
  const shown = (
    <Boundary home={home} at={`${locale} ${pathname}`}>
      {children}
    </Boundary>
  );
  return (
    <AppShell
      header={{ height: 60 }}
      padding={{ base: 'md', sm: 'lg' }}
      {...(hasPlaces ? { navbar: { width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } } } : {})}
    >
      <a className="skip-link" href="#content">
        {t('common.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'sm', xs: 'md' }} gap="xs" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            {hasPlaces && (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('common.menu')}
                aria-expanded={opened}
              />
            )}
            <Anchor
              component={Link}
              to={home}
              fw={700}
              fz={{ base: 'md', xs: 'lg' }}
              c="var(--mantine-color-text)"
              underline="never"
              style={{ overflow: 'hidden', overflowWrap: 'normal', textOverflow: 'ellipsis' }}
            >
              {brand}
            </Anchor>
          </Group>
          <Group wrap="nowrap" style={{ flex: 'none', gap: 'clamp(2px, 1.2vw, 10px)', whiteSpace: 'nowrap' }}>
            {person}
            <LanguageSwitch />
            <ColourSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      {hasPlaces && (
        <AppShell.Navbar p="sm">
          <Places places={places} onGo={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main>
        {/* What is below begins below the screen, so nothing moves in sight when a page takes another's place. */}
        <Box id="content" tabIndex={-1} {...(foot === undefined ? {} : { mih: 'calc(100dvh - 60px)' })}>
          {wide ? shown : <Container size="sm">{shown}</Container>}
        </Box>
        {foot !== undefined && <Container size="sm">{foot}</Container>}
      </AppShell.Main>
    </AppShell>
  );
}

function Places({ places, onGo }: { places: readonly Place[]; onGo: () => void }) {
  const { pathname } = useLocation();
  const current = places
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
  return places.map(({ to, label, icon }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={label}
      leftSection={icon}
      active={to === current?.to}
      {...(to === current?.to ? { 'aria-current': 'page' as const } : {})}
      onClick={onGo}
    />
  ));
}

function ColourSwitch() {
  const { t } = useCommonWords();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(isDark ? 'common.light' : 'common.dark')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
