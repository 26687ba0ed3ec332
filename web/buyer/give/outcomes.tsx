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

/** What can be said about a decline beyond that; of a card reported lost or stolen nothing is. */
const EXPLAINED = [
  'insufficient_funds',
  'do_not_honor',
  'expired_card',
  'incorrect_cvc',
  'limit_exceeded',
  'processing_error',
  'authentication_failed',
  'expired',
  'payment_method_expired',
  'payment_method_elsewhere',
] as const;
type Explained = (typeof EXPLAINED)[number];
/** Nothing is wrong with the card, so the same one may do. */
const SAME_CARD_MAY_DO: ReadonlySet<Explained> = new Set([
  'processing_error',
  'authentication_failed',
  'expired',
]);

/** In a sentence, why a card was declined and what to do now. */
export function useDeclineText(): (reason: string | undefined) => string {
  const { t } = useWords();
  return (reason) => {
    const explained = EXPLAINED.find((known) => known === reason);
    return explained === undefined ? t('give.declined_what') : t(`give.declined_${explained}`);
  };
}

export function Declined({ reason }: { reason: string | undefined }) {
  const { t } = useWords();
  const payStep = usePayStep();
  const textOf = useDeclineText();
  const explained = EXPLAINED.find((known) => known === reason);
  const again = explained !== undefined && SAME_CARD_MAY_DO.has(explained);
  const title =
    explained === 'payment_method_elsewhere'
      ? 'give.card_elsewhere'
      : explained === 'expired'
        ? 'give.second_step_late'
        : 'give.declined';
  return (
    <Step step={payStep} title={t(title)} what={textOf(reason)}>
      <Stack>
        <Button component={Link} to="/give/pay" size="lg">
          {t(again ? 'give.pay_again' : 'give.other_card')}
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
