import { Alert, Text } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

const LOOK_MS = 60_000;

const readAlarms = () => answered(api.GET('/v1/office/guessing-alarms'));

/** Says where PINs are being guessed at the moment, and what that means for customers. */
export function Guessing() {
  const { t, dateTime } = useOfficeWords();
  const { data } = useQuery({ queryKey: ['guessing'], queryFn: readAlarms, refetchInterval: LOOK_MS });
  const open = data?.alarms.filter(({ ended_at }) => ended_at === null) ?? [];
  if (open.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      title={t('office.guessing')}
      icon={<IconShieldExclamation aria-hidden />}
    >
      {open.map(({ alarm_id, origin, raised_at }) => (
        <Text key={alarm_id} size="sm">
          {t(`office.guessing.${origin}`, { since: dateTime(raised_at) })}
        </Text>
      ))}
    </Alert>
  );
}
