import { Box, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { BackLink, PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';

const STEPS = 5;

/** One step of giving: how far one has come, the question, and the way back. */
export function Step({
  step,
  title,
  what,
  back,
  children,
}: {
  step: number;
  title: string;
  what?: ReactNode;
  back?: string;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Box maw={520} mx="auto" py={{ base: 'xs', sm: 'lg' }}>
      <PageTitle
        what={what}
        above={
          <>
            <Progress value={(step / STEPS) * 100} size="xs" aria-hidden />
            {back !== undefined && <BackLink to={back}>{t('common.back')}</BackLink>}
            <Text fz="sm" c="dimmed">
              {t('give.step', { step, steps: STEPS })}
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
