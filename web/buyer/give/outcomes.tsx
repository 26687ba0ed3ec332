import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';
import { Step, usePayStep } from './step.tsx';

/** The server is working on it. */
export function Waiting({ title, what }: { title: string; what: string }) {
  return (
    <Stack maw={520} mx="auto" py="lg" aria-live="polite">
      <PageTitle what={what}>{title}</PageTitle>
      <Center mih={200}>
        <Loader size="lg" />
      </Center>
    </Stack>
  );
}

const DECLINES_EXPLAINED = [
  'insufficient_funds',
  'expired_card',
  'limit_exceeded',
  'authentication_failed',
] as const;

export function Declined({ reason }: { reason: string | undefined }) {
  const { t } = useWords();
  const payStep = usePayStep();
  const explained = DECLINES_EXPLAINED.find((known) => known === reason);
  const what = explained === undefined ? t('give.declined_what') : t(`give.declined_${explained}`);
  return (
    <Step step={payStep} title={t('give.declined')} what={what}>
      <Stack>
        <Button component={Link} to="/give/pay" size="lg">
          {t('give.other_card')}
        </Button>
      </Stack>
    </Step>
  );
}

export function Ended({ title, what }: { title: string; what: string }) {
  const { t } = useWords();
  return (
    <Stack maw={520} mx="auto" py="lg" align="flex-start">
      <PageTitle what={<Text component="span">{what}</Text>}>{title}</PageTitle>
      <Button component={Link} to="/give" size="lg">
        {t('give.start_again')}
      </Button>
    </Stack>
  );
}
