import './servers.css';
import { Anchor, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Demo, useServers } from '../api.ts';
import { useWords } from '../words.ts';
import { StaffOf } from './logins.tsx';

const NUMBERS = { management: 200, settlement: 300, carrier: 400, shop: 500 } as const;

/** The four servers: whether each is up, and a link to its API docs. */
export function Servers({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const states = useServers();
  return (
    <section className="servers" aria-labelledby="servers-title">
      <div>
        <Title order={2} size="h3" id="servers-title">
          {t('begin.servers')}
        </Title>
        <Text c="dimmed" size="sm" mt={4}>
          {t('begin.servers_what')}
        </Text>
      </div>
      <ul className="servers-list">
        {demo.servers.map(({ role, url }) => (
          <Server
            key={role}
            name={`${t(`begin.server.${role}`)} ${NUMBERS[role]}`}
            what={t(`begin.server.${role}_what`)}
            url={url}
            isReady={states.isError ? false : states.data?.servers.find((of) => of.role === role)?.is_ready}
          >
            {(role === 'settlement' || role === 'carrier') && <StaffOf demo={demo} at={role} />}
          </Server>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('begin.outside')}:{' '}
        <Anchor href="/docs" target="_blank" rel="noopener" underline="always">
          {t('begin.api')}
        </Anchor>
      </Text>
    </section>
  );
}

type ServerProps = {
  name: string;
  what: string;
  url: string;
  isReady: boolean | undefined;
  children: ReactNode;
};

function Server({ name, what, url, isReady, children }: ServerProps) {
  const { t } = useWords();
  const state = isReady === undefined ? 'asking' : isReady ? 'is_ready' : 'is_away';
  return (
    <li className="server">
      <div>
        <Title order={3} size="h5">
          {name}
        </Title>
        <Text size="sm" c="dimmed">
          {what}
        </Text>
      </div>
      <div>{children}</div>
      <div className="server-ends">
        <p className="server-state" data-state={state}>
          <span className="server-dot" aria-hidden />
          {t(`begin.${state}`)}
        </p>
        <Anchor href={`${url}/docs`} target="_blank" rel="noopener" size="sm" className="server-link">
          {t('begin.api')} <IconExternalLink size={14} aria-hidden />
        </Anchor>
      </div>
    </li>
  );
}
