import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { answered } from '../../kit/problem.ts';
import { ChoiceFilter, CsvLink, Filters, TextFilter } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { SavedViews } from '../../kit/staff/saved-views.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { ListOf } from '../../kit/staff/table.tsx';
import { api, staffApi } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { AddMember } from './add-member.tsx';

const ORIGINS = ['imported', 'added', 'self_registered'] as const;

export function Members() {
  const { t, locale } = useOfficeWords();
  const { may } = useStaff();
  // Not in the URL: a name or phone number does not belong in the browser's history.
  const [query, setQuery] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const { values, set, clear } = useFilters(['origin']);
  const origin = ORIGINS.find((known) => known === values.origin);
  const search = {
    ...(query === undefined ? {} : { query }),
    ...(origin === undefined ? {} : { origin }),
  };
  const list = useList(
    ['members', search],
    ({ member_no }: { member_no: string }) => member_no,
    async ({ cursor, limit }) => {
      const page = {
        ...search,
        limit,
        ...(cursor === undefined ? {} : { after: cursor }),
      };
      const { members } = await answered(api.GET('/v1/office/members', { params: { query: page } }));
      return members;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  const changes = (
    <>
      <Button
        component={Link}
        to="/office/members/import"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
      >
        {t('office.import')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
        {t('office.member_add')}
      </Button>
    </>
  );
  return (
    <StaffPage
      title={t('office.members')}
      intro={t('office.members_intro')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="members" />
          <CsvLink path="/v1/office/exports/members.csv" filters={search} />
          {may('owner', 'clerk') && changes}
        </Group>
      }
    >
      <Filters
        onClear={
          Object.keys(search).length === 0
            ? undefined
            : () => {
                clear();
                setQuery(undefined);
              }
        }
      >
        <TextFilter
          label={t('office.member_search')}
          value={query}
          inputMode="search"
          maxLength={100}
          onType={setQuery}
        />
        <ChoiceFilter
          label={t('office.origin')}
          value={origin}
          choices={ORIGINS.map((value) => ({ value, label: t(`office.origin.${value}`) }))}
          onChoose={(chosen) => set({ origin: chosen })}
        />
      </Filters>
      <ListOf<Row>
        of={list}
        label={t('office.members')}
        keyOf={({ member_id }) => member_id}
        to={({ member_id }) => `/office/members/${member_id}`}
        columns={[
          { head: t('office.name'), cell: ({ name }) => name },
          { head: t('office.member_no'), cell: ({ member_no }) => member_no },
          { head: t('office.phone'), cell: ({ phone }) => formatPhone(phone, locale) },
          { head: t('office.email'), cell: ({ email }) => email ?? '—' },
          { head: t('office.origin'), cell: ({ origin }) => t(`office.origin.${origin}`) },
        ]}
      />
      <Dialog opened={isAdding} onClose={() => setAdding(false)} title={t('office.member_add')}>
        <AddMember onDone={() => setAdding(false)} />
      </Dialog>
    </StaffPage>
  );
}
