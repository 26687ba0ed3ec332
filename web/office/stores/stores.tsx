import { Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatPhone } from '../../../kit/phone-format.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { AddTerminal } from './add-terminal.tsx';
import { StoreForm } from './store-form.tsx';
import { BlockTerminal, EnrolmentCode } from './terminal-actions.tsx';
import { type Store, useStores } from './use-stores.ts';

const readTerminals = () => answered(api.GET('/v1/office/terminals'));
type Terminal = Awaited<ReturnType<typeof readTerminals>>['terminals'][number];
/** The action whose dialog is open. */
type Doing =
  | { what: 'add_store' }
  | { what: 'add_terminal'; store: Store }
  | { what: 'change_store'; store: Store }
  | { what: 'code' | 'block'; terminal: { terminal_id: string; name: string } };

export function Stores() {
  const { t, pick } = useOfficeWords();
  const { may } = useStaff();
  const stores = useStores();
  const terminals = useQuery({ queryKey: ['terminals'], queryFn: readTerminals });
  const [doing, setDoing] = useState<Doing>();
  const end = () => setDoing(undefined);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDoing({ what: 'add_store' })}>
      {t('office.store_add')}
    </Button>
  );
  const title =
    doing === undefined
      ? ''
      : doing.what === 'add_store'
        ? t('office.store_add')
        : doing.what === 'add_terminal'
          ? t('office.terminal_add_to', { store: pick(doing.store.name_ko, doing.store.name_en) })
          : doing.what === 'change_store'
            ? t('office.store_change_of', { store: pick(doing.store.name_ko, doing.store.name_en) })
            : doing.what === 'block'
              ? t('office.block_title')
              : t('office.code_make_for', { name: doing.terminal.name });
  return (
    <StaffPage title={t('office.stores')} intro={t('office.stores_intro')} action={may('owner') && add}>
      <Answer of={stores} height={420}>
        {({ stores: known }) => (
          <Answer of={terminals} height={420}>
            {(found) =>
              known.length === 0 ? (
                <Text c="dimmed">{t('office.no_stores')}</Text>
              ) : (
                known.map((store) => (
                  <StoreCard
                    key={store.store_id}
                    store={store}
                    terminals={found.terminals.filter(({ store_id }) => store_id === store.store_id)}
                    onDo={setDoing}
                  />
                ))
              )
            }
          </Answer>
        )}
      </Answer>
      <Dialog opened={doing !== undefined} onClose={end} title={title}>
        {doing?.what === 'add_store' && <StoreForm onDone={end} />}
        {doing?.what === 'change_store' && <StoreForm store={doing.store} onDone={end} />}
        {doing?.what === 'add_terminal' && (
          <AddTerminal store={doing.store} onDone={(terminal) => setDoing({ what: 'code', terminal })} />
        )}
        {doing?.what === 'code' && <EnrolmentCode terminal={doing.terminal} />}
        {doing?.what === 'block' && <BlockTerminal terminal={doing.terminal} onDone={end} />}
      </Dialog>
    </StaffPage>
  );
}

function StoreCard({
  store,
  terminals,
  onDo,
}: {
  store: Store;
  terminals: readonly Terminal[];
  onDo: (doing: Doing) => void;
}) {
  const { t, pick, dateTime } = useOfficeWords();
  const { may } = useStaff();
  const mayChange = may('owner', 'clerk');
  const actions = {
    head: t('office.actions'),
    isNumber: true,
    cell: (terminal: Terminal) =>
      terminal.blocked_at === null && (
        <Group gap={4} justify="flex-end" wrap="nowrap" component="span">
          <Button
            size="compact-sm"
            variant="light"
            aria-label={t('office.code_make_for', { name: terminal.name })}
            onClick={() => onDo({ what: 'code', terminal })}
          >
            {t('office.code_make')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('office.block_of', { name: terminal.name })}
            onClick={() => onDo({ what: 'block', terminal })}
          >
            {t('office.block')}
          </Button>
        </Group>
      ),
  };
  const columns = [
    { head: t('office.terminal'), cell: ({ name }: Terminal) => name },
    { head: t('office.terminal_state'), cell: (terminal: Terminal) => <TerminalState of={terminal} /> },
    {
      head: t('office.terminal_seen'),
      cell: ({ last_session_at }: Terminal) =>
        last_session_at === null ? t('office.terminal_never') : dateTime(last_session_at),
    },
  ];
  return (
    <Card withBorder padding="lg" component="section" aria-label={pick(store.name_ko, store.name_en)}>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <IconBuildingStore size={20} aria-hidden />
          <Title order={2} size="h4">
            {pick(store.name_ko, store.name_en)}
          </Title>
        </Group>
        {mayChange && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              aria-label={t('office.store_change_of', { store: pick(store.name_ko, store.name_en) })}
              onClick={() => onDo({ what: 'change_store', store })}
            >
              {t('office.store_change')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t('office.terminal_add_to', { store: pick(store.name_ko, store.name_en) })}
              onClick={() => onDo({ what: 'add_terminal', store })}
            >
              {t('office.terminal_add')}
            </Button>
          </Group>
        )}
      </Group>
      <StoreDetails of={store} />
      {terminals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('office.no_terminals')}
        </Text>
      ) : (
        <Rows<Terminal>
          rows={terminals}
          label={pick(store.name_ko, store.name_en)}
          columns={mayChange ? [...columns, actions] : columns}
          keyOf={({ terminal_id }) => terminal_id}
        />
      )}
    </Card>
  );
}

function StoreDetails({ of: { district, address, opening_hours, phone } }: { of: Store }) {
  const { locale } = useOfficeWords();
  const told = [
    address ?? district,
    opening_hours,
    phone === null ? null : formatPhone(phone, locale),
  ].filter((text) => text !== null);
  return (
    told.length > 0 && (
      <Text size="sm" c="dimmed" mb="sm">
        {told.join(' · ')}
      </Text>
    )
  );
}

function TerminalState({ of: { enrolled_at, blocked_at } }: { of: Terminal }) {
  const { t } = useOfficeWords();
  if (blocked_at !== null)
    return (
      <Badge variant="light" color="red" component="span">
        {t('office.terminal_blocked')}
      </Badge>
    );
  return (
    <Badge variant="light" color={enrolled_at === null ? 'gray' : 'teal'} component="span">
      {t(enrolled_at === null ? 'office.terminal_waiting' : 'office.terminal_enrolled')}
    </Badge>
  );
}
