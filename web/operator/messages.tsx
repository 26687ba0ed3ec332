import { Badge, Group } from '@mantine/core';
import type { paths } from '../api/management.gen.ts';
import { answered } from '../kit/problem.ts';
import { ChoiceFilter, CsvLink, DayFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { SavedViews } from '../kit/staff/saved-views.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api, staffApi } from './api.ts';
import { useCodes, useConsoleWords } from './words.ts';

type Message =
  paths['/v1/staff/messages']['get']['responses'][200]['content']['application/json']['messages'][number];

const STATES = ['due', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'suppressed'] as const;
const CHANNELS = ['sms', 'email', 'voice'] as const;
const COLORS: Readonly<Record<string, string>> = {
  sent: 'blue',
  delivered: 'teal',
  failed: 'red',
  unknown: 'orange',
};

/** Messages to people: when, to whom (masked), by which way, and what came of each. */
export function Messages() {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const { values, set, clear } = useFilters(['state', 'channel', 'from', 'until']);
  const state = STATES.find((known) => known === values.state);
  const channel = CHANNELS.find((known) => known === values.channel);
  const { from, until } = values;
  const search = {
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const list = useList(
    ['messages', search],
    ({ message_id }: Message) => message_id,
    async ({ cursor, limit }) => {
      const query = { ...search, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      return (await answered(api.GET('/v1/staff/messages', { params: { query } }))).messages;
    },
  );
  const columns: Column<Message>[] = [
    { head: t('messages.what'), cell: ({ kind }) => codes('message', kind) ?? kind },
    { head: t('messages.channel'), cell: (message) => codes('channel', message.channel) ?? message.channel },
    { head: t('messages.to'), cell: ({ masked_address }) => masked_address },
    {
      head: t('gift.state'),
      cell: ({ state: now, channel: way }) => (
        <Badge variant="light" color={COLORS[now] ?? 'gray'} component="span" tt="none">
          {(way === 'voice' ? codes('said', now) : undefined) ?? codes('told', now) ?? now}
        </Badge>
      ),
    },
    {
      head: t('messages.problem'),
      cell: ({ problem }) => (problem === undefined ? '—' : (codes('problem', problem) ?? problem)),
    },
    { head: t('messages.at'), cell: ({ created_at }) => dateTime(created_at) },
  ];
  return (
    <StaffPage
      title={t('messages.title')}
      intro={t('messages.intro')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="messages" />
          <CsvLink path="/v1/staff/exports/messages.csv" filters={search} />
        </Group>
      }
    >
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <ChoiceFilter
          label={t('gift.state')}
          value={state}
          choices={STATES.map((value) => ({ value, label: codes('told', value) ?? value }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
        <ChoiceFilter
          label={t('messages.channel')}
          value={channel}
          choices={CHANNELS.map((value) => ({ value, label: codes('channel', value) ?? value }))}
          onChoose={(chosen) => set({ channel: chosen })}
        />
        <DayFilter from={from} until={until} onChoose={set} />
      </Filters>
      <ListOf
        of={list}
        label={t('messages.title')}
        columns={columns}
        keyOf={({ message_id }) => message_id}
        to={({ order_id }) => (order_id === undefined ? undefined : `/console/gifts/${order_id}`)}
      />
    </StaffPage>
  );
}
