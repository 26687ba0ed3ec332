import { Button, Checkbox, Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Person } from '../api.ts';
import { useWords } from '../words.ts';
import { daysIn, useMonths } from './months.ts';

type Note = { favourite: boolean; birthday: { month: number; day: number } | null; remind: boolean };

/** Whether somebody comes first, when their birthday is, and whether to be reminded of it. */
export function PersonForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords();
  const { order_id, masked_address } = person;
  const [favourite, setFavourite] = useState(person.favourite);
  const [birthday, setBirthday] = useState(person.birthday ?? null);
  const [remind, setRemind] = useState(person.remind);
  const save = useIdempotentMutation(
    (body: Note, headers) =>
      answered(
        api.PUT('/v1/members/me/people/{order_id}', { params: { path: { order_id } }, body, headers }),
      ),
    [['orders', 'people']],
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { favourite, birthday, remind: birthday !== null && remind },
          {
            onSuccess: () => {
              notifications.show({ message: t('home.person_saved'), color: 'teal' });
              onClose();
            },
          },
        );
      }}
    >
      <Stack>
        <Text c="dimmed">{masked_address}</Text>
        <Switch
          size="md"
          label={t('home.favourite')}
          description={t('home.favourite_what')}
          checked={favourite}
          onChange={(event) => setFavourite(event.currentTarget.checked)}
        />
        <BirthdayFields birthday={birthday} onChange={setBirthday} />
        <Checkbox
          size="md"
          label={t('home.remind')}
          description={t('home.remind_what')}
          disabled={birthday === null}
          checked={birthday !== null && remind}
          onChange={(event) => setRemind(event.currentTarget.checked)}
        />
        {save.isError && <ProblemNotice thrown={save.error} />}
        <Button size="md" type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  );
}

function BirthdayFields({
  birthday,
  onChange,
}: {
  birthday: Note['birthday'];
  onChange: (birthday: Note['birthday']) => void;
}) {
  const { t } = useWords();
  const months = useMonths();
  const days = birthday === null ? 0 : daysIn(birthday.month);
  return (
    <Group grow align="flex-end">
      <NativeSelect
        size="md"
        label={t('home.birthday_month')}
        value={birthday?.month ?? ''}
        data={[
          { value: '', label: t('home.not_noted') },
          ...months.map((label, index) => ({ value: `${index + 1}`, label })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const month = Number(value);
          const day = Math.min(birthday?.day ?? 1, daysIn(month));
          onChange(value === '' ? null : { month, day });
        }}
      />
      <NativeSelect
        size="md"
        label={t('home.birthday_day')}
        disabled={birthday === null}
        value={birthday?.day ?? ''}
        data={birthday === null ? [''] : Array.from({ length: days }, (_, index) => `${index + 1}`)}
        onChange={({ currentTarget: { value } }) =>
          birthday !== null && onChange({ ...birthday, day: Number(value) })
        }
      />
    </Group>
  );
}
