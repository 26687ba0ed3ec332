import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { AddClerk } from './add-clerk.tsx';
import { FirstPin, NewBadge, RemoveClerk } from './clerk-actions.tsx';
import { ClerkOpenings } from './openings.tsx';

const readClerks = () => answered(api.GET('/v1/office/clerks'));
export type Clerk = Awaited<ReturnType<typeof readClerks>>['clerks'][number];
/** The action whose dialog is open. */
type Doing = { what: 'add' } | { what: 'pin' | 'badge' | 'remove'; clerk: Pick<Clerk, 'clerk_id' | 'name'> };

/** The people at the tills, what they sign in with, and what they opened without a PIN. */
export function Clerks() {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: readClerks });
  const [doing, setDoing] = useState<Doing>();
  const end = () => setDoing(undefined);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
      {t('office.clerk_add')}
    </Button>
  );
  const title =
    doing === undefined
      ? ''
      : doing.what === 'add'
        ? t('office.clerk_add')
        : t(`office.clerk_${doing.what}_of`, { name: doing.clerk.name });
  return (
    <StaffPage title={t('office.clerks')} intro={t('office.clerks_intro')} action={may('owner') && add}>
      <Answer of={clerks} height={280}>
        {({ clerks: known }) =>
          known.length === 0 ? (
            <Text c="dimmed">{t('office.no_clerks')}</Text>
          ) : (
            <ClerkRows clerks={known} onDo={setDoing} />
          )
        }
      </Answer>
      <Stack gap="sm" component="section">
        <Title order={2} size="h4">
          {t('office.clerk_openings')}
        </Title>
        <ClerkOpenings />
      </Stack>
      <Dialog opened={doing !== undefined} onClose={end} title={title}>
        {doing?.what === 'add' && <AddClerk onDone={(clerk) => setDoing({ what: 'pin', clerk })} />}
        {doing?.what === 'pin' && <FirstPin clerk={doing.clerk} />}
        {doing?.what === 'badge' && <NewBadge clerk={doing.clerk} />}
        {doing?.what === 'remove' && <RemoveClerk clerk={doing.clerk} onDone={end} />}
      </Dialog>
    </StaffPage>
  );
}

function ClerkRows({ clerks, onDo }: { clerks: readonly Clerk[]; onDo: (doing: Doing) => void }) {
  const { t, date, dateTime } = useOfficeWords();
  const { may } = useStaff();
  const columns = [
    { head: t('office.clerk_number'), cell: ({ clerk_number }: Clerk) => String(clerk_number) },
    { head: t('office.name'), cell: ({ name }: Clerk) => name },
    {
      head: t('office.clerk_pin'),
      cell: ({ pin }: Clerk) => (
        <Badge variant="light" color={pin === 'own' ? 'teal' : 'gray'} component="span">
          {t(`office.clerk_pin.${pin}`)}
        </Badge>
      ),
    },
    {
      head: t('office.clerk_badge'),
      cell: ({ badge_made_at }: Clerk) => (badge_made_at === null ? '—' : date(badge_made_at)),
    },
    {
      head: t('office.clerk_seen'),
      cell: ({ last_signed_in_at }: Clerk) =>
        last_signed_in_at === null ? '—' : dateTime(last_signed_in_at),
    },
  ];
  const actions = {
    head: t('office.actions'),
    isNumber: true,
    cell: (clerk: Clerk) => (
      <Group gap={4} justify="flex-end" wrap="nowrap" component="span">
        {(['pin', 'badge', 'remove'] as const).map((what) => (
          <Button
            key={what}
            size="compact-sm"
            variant={what === 'remove' ? 'subtle' : 'light'}
            {...(what === 'remove' ? { color: 'red' } : {})}
            aria-label={t(`office.clerk_${what}_of`, { name: clerk.name })}
            onClick={() => onDo({ what, clerk })}
          >
            {t(`office.clerk_${what}_make`)}
          </Button>
        ))}
      </Group>
    ),
  };
  return (
    <Rows<Clerk>
      rows={clerks}
      label={t('office.clerks')}
      columns={may('owner') ? [...columns, actions] : columns}
      keyOf={({ clerk_id }) => clerk_id}
    />
  );
}
