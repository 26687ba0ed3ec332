import { Avatar, Group, Stack, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Person } from '../api.ts';
import { useDraft } from '../give/draft.ts';
import { useWords } from '../words.ts';

/** The people who were given to before; one of them gets the next gift, too. */
export function People({ people }: { people: readonly Person[] }) {
  const { t, date } = useWords();
  const [, keep] = useDraft();
  const navigate = useNavigate();
  if (people.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz={20}>
        {t('home.people')}
      </Title>
      <Group component="ul" gap="xs" wrap="nowrap" className="people">
        {people.map((person) => (
          <li key={person.order_id}>
            <UnstyledButton
              className="tile person"
              onClick={() => {
                const { order_id, masked_name, masked_address } = person;
                keep({ same_as: { order_id, masked_name, masked_address }, several: undefined });
                navigate('/give');
              }}
            >
              <VisuallyHidden>
                {t('home.give_to', { name: person.masked_name, address: person.masked_address })}
              </VisuallyHidden>
              <Avatar color="ribbon" radius="xl" size="lg" aria-hidden>
                {[...person.masked_name][0]}
              </Avatar>
              <Text fw={700} fz="sm">
                {person.masked_name}
              </Text>
              <Text fz="xs" c="dimmed">
                {date(person.last_at)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </Group>
    </Stack>
  );
}
