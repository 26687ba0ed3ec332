import { Button, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { ProblemNotice } from '../../kit/notice.tsx';
import { useWords } from '../words.ts';
import { Step, usePayStep } from './step.tsx';

/**
 * The card's bank asks the buyer to confirm the payment, at a page outside. Whoever comes back may have answered there, so
 * the server is asked at once; `onBack` does that. Whoever does not want to go on cancels the purchase (`children`).
 */
export function SecondStep({
  actionUrl,
  problem,
  onBack,
  children,
}: {
  actionUrl: string | undefined;
  problem: unknown;
  onBack: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const payStep = usePayStep();
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    onBack();
  });
  return (
    <Step step={payStep} title={t('give.second_step')} what={t('give.second_step_what')}>
      <Stack>
        {problem !== null && <ProblemNotice thrown={problem} />}
        <Button component="a" href={actionUrl} size="lg">
          {t('give.second_step_go')}
        </Button>
        {children}
      </Stack>
    </Step>
  );
}
