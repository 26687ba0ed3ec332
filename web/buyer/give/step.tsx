import { Box, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { BackLink, PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';
import { useDraft } from './draft.ts';

/** Gifts to several people have one more step, their list. */
function useSteps(): number {
  const [draft] = useDraft();
  return draft.several === undefined ? 5 : 6;
}

/** Payment is the last step but one. */
export function usePayStep(): number {
  return useSteps() - 1;
}

/** One step of a purchase: progress, question and back link. */
export function Step({
  step,
  title,
  what,
  back,
  isWide = false,
  children,
}: {
  step: number;
  title: string;
  what?: ReactNode;
  back?: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const steps = useSteps();
  return (
    <Box {...(isWide ? {} : { maw: 520 })} mx="auto" py={{ base: 'xs', sm: 'lg' }}>
      <PageTitle
        what={what}
        above={
          <>
            <Progress value={(step / steps) * 100} size="xs" aria-hidden />
            {back !== undefined && <BackLink to={back}>{t('common.back')}</BackLink>}
            <Text fz="sm" c="dimmed">
              {t('give.step', { step, steps })}
            </Text>
          </>
        }
      >
        {title}
      </PageTitle>
      {children}
    </Box>
  );
}
