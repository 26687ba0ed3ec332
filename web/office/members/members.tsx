import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { answered } from '../../kit/problem.ts';
import { Filters, TextFilter } from '../../kit/staff/filters.tsx';
import { useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { ListOf } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { AddMember } from './add-member.tsx';

export function Members() {
  const { t, locale } = useOfficeWords();
  const { may } = useStaff();
  const [query, setQuery] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const list = useList(
    ['members', query],
    ({ member_no }: { member_no: string }) => member_no,
    async ({ cursor, limit }) => {
      const page = {
        limit,
        ...(query === undefined ? {} : { query }),
        ...(cursor === undefined ? {} : { after: cursor }),
      };
      const { members } = await answered(api.GET('/v1/office/members', { params: { query: page } }));
      return members;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  const actions = (
    <Group gap="xs">
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
    </Group>
  );
  return (
    <StaffPage
      title={t('office.members')}
      intro={t('office.members_intro')}
      action={may('owner', 'clerk') && actions}
    >
      <Filters>
        <TextFilter
          label={t('office.member_search')}
          value={query}
          inputMode="search"
          maxLength={100}
          onType={setQuery}
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
