import './device.css';
import { Button, Indicator, Stack, Switch, Tabs, Text, Title } from '@mantine/core';
import { IconMail, IconMessageCircle, IconPhone, IconPower } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { formatPhone } from '../../../kit/phone-format.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type MailboxInList, type PhoneInList, useMailboxes } from '../api.ts';
import { useWords } from '../words.ts';
import { Calls } from './calls.tsx';
import { Mails } from './mails.tsx';
import { Messages } from './messages.tsx';

type AppName = 'messages' | 'mail' | 'call';

/** The open phone: owner, power switch and apps. */
export function Device({ phone }: { phone: PhoneInList }) {
  const { t, locale } = useWords();
  const { number, on, kind, call } = phone;
  const formatted = formatPhone(number, locale);
  const name = phone.name ?? formatted;
  const power = useMutation({
    mutationFn: (wanted: boolean) =>
      answered(api.PUT('/v1/phones/{number}', { params: { path: { number } }, body: { on: wanted } })),
  });
  const isInCall = call === 'ringing' || call === 'talking' || call === 'operator';
  const [app, setApp] = useState<AppName>(kind === 'landline' || isInCall ? 'call' : 'messages');
  // An incoming call comes to the front, as on every phone.
  useEffect(() => {
    if (isInCall) setApp('call');
  }, [isInCall]);
  return (
    <section className="device" aria-label={name}>
      <header className="device-head">
        <div>
          <Title order={2} size="h3">
            {name}
          </Title>
          <Text size="sm" c="dimmed">
            {phone.name === undefined ? t('phones.stranger') : formatted}
          </Text>
        </div>
        <Switch
          checked={on}
          onChange={({ currentTarget }) => power.mutate(currentTarget.checked)}
          label={t(on ? 'phones.is_on' : 'phones.is_off')}
          labelPosition="left"
          color="teal.9"
        />
      </header>
      {power.isError && <ProblemNotice thrown={power.error} />}
      <div className="device-body" data-kind={kind}>
        <div className="device-screen" data-off={!on || undefined}>
          {on ? (
            <Apps phone={phone} name={name} app={app} onApp={setApp} />
          ) : (
            <div className="device-off">
              <Title order={3} size="h4">
                {t('phones.off')}
              </Title>
              <p>{t('phones.off_detail')}</p>
              <Button
                leftSection={<IconPower size={18} aria-hidden />}
                color="teal.9"
                loading={power.isPending}
                onClick={() => power.mutate(true)}
              >
                {t('phones.switch_on')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

type AppsProps = { phone: PhoneInList; name: string; app: AppName; onApp: (app: AppName) => void };

function Apps({ phone, name, app, onApp }: AppsProps) {
  const { t } = useWords();
  const { number, email, kind, newest, unread } = phone;
  const mailbox = useMailboxes().data?.mailboxes.find(({ address }) => address === email);
  const apps = [
    ...(kind === 'landline' && newest === undefined
      ? []
      : [
          { value: 'messages', label: t('phones.messages'), icon: <IconMessageCircle aria-hidden />, unread },
        ]),
    ...(email === undefined
      ? []
      : [
          {
            value: 'mail',
            label: t('phones.mail'),
            icon: <IconMail aria-hidden />,
            unread: mailbox?.unread ?? 0,
          },
        ]),
    { value: 'call', label: t('phones.call'), icon: <IconPhone aria-hidden />, unread: 0 },
  ];
  return (
    <Tabs
      className="apps"
      value={app}
      onChange={(chosen) => chosen !== null && onApp(chosen as AppName)}
      inverted
      keepMounted={false}
    >
      <Tabs.Panel value="messages" className="app">
        <Messages number={number} name={name} />
      </Tabs.Panel>
      {email !== undefined && (
        <Tabs.Panel value="mail" className="app">
          <Mails address={email} unread={mailbox?.unread ?? 0} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="call" className="app">
        <Calls number={number} />
      </Tabs.Panel>
      <Tabs.List grow aria-label={t('phones.apps')}>
        {apps.map(({ value, label, icon, unread: count }) => (
          <Tabs.Tab key={value} value={value} className="app-tab">
            <WithCount count={count}>{icon}</WithCount>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

function WithCount({ count, children }: { count: number; children: ReactNode }) {
  return (
    <Indicator label={count} size={16} disabled={count === 0} withBorder={false} component="span">
      {children}
    </Indicator>
  );
}

/** A mailbox that belongs to no known phone. */
export function MailboxDevice({ mailbox }: { mailbox: MailboxInList }) {
  const { t } = useWords();
  return (
    <section className="device" aria-label={mailbox.address}>
      <header className="device-head">
        <Stack gap={0}>
          <Title order={2} size="h3">
            {mailbox.address}
          </Title>
          <Text size="sm" c="dimmed">
            {t('phones.mailbox')}
          </Text>
        </Stack>
      </header>
      <div className="device-body" data-kind="mailbox">
        <div className="device-screen">
          <div className="app">
            <Mails address={mailbox.address} unread={mailbox.unread} />
          </div>
        </div>
      </div>
    </section>
  );
}
