import { ActionIcon, Avatar, Group, Stack, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../kit/dialog.tsx';
import type { Person } from '../api.ts';
import { useDraft } from '../give/draft.ts';
import { useWords } from '../words.ts';
import { useDayOfYear } from './months.ts';
import { PersonForm } from './person-form.tsx';

/** The people who were given to before; one of them gets the next gift, too. */
export function People({ people }: { people: readonly Person[] }) {
  const { t } = useWords();
  const [edited, edit] = useState<Person>();
  if (people.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz={20}>
        {t('home.people')}
      </Title>
      <Group component="ul" gap="xs" wrap="nowrap" className="people">
        {people.map((person) => (
          <li key={person.order_id}>
            <Tile person={person} onEdit={() => edit(person)} />
          </li>
        ))}
      </Group>
      <Dialog opened={edited !== undefined} onClose={() => edit(undefined)} title={edited?.masked_name ?? ''}>
        {edited !== undefined && <PersonForm person={edited} onClose={() => edit(undefined)} />}
      </Dialog>
    </Stack>
  );
}

function Tile({ person, onEdit }: { person: Person; onEdit: () => void }) {
  const { t, date } = useWords();
  const dayOfYear = useDayOfYear();
  const [, keep] = useDraft();
  const navigate = useNavigate();
  const { order_id, masked_name, masked_address, favourite, birthday, last_at } = person;
  return (
    <div className="person-tile">
      <UnstyledButton
        className="tile person"
        onClick={() => {
          keep({ same_as: { order_id, masked_name, masked_address }, several: undefined });
          navigate('/give');
        }}
      >
        <VisuallyHidden>{t('home.give_to', { name: masked_name, address: masked_address })}</VisuallyHidden>
        <Avatar color="ribbon" radius="xl" size="lg" aria-hidden>
          {[...masked_name][0]}
        </Avatar>
        <Text fw={700} fz="sm">
          {favourite && (
            <>
              <IconStarFilled size={12} aria-hidden />
              <VisuallyHidden>{t('home.favourite')}</VisuallyHidden>{' '}
            </>
          )}
          {masked_name}
        </Text>
        <Text fz="xs" c="dimmed">
          {birthday === undefined
            ? date(last_at)
            : t('home.birthday_on', { day: dayOfYear(birthday.month, birthday.day) })}
        </Text>
      </UnstyledButton>
      <ActionIcon
        className="person-edit"
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('home.edit_person', { name: masked_name })}
        onClick={onEdit}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
