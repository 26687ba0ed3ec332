import { Alert, Button, Center, Loader, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useProblemText } from './problem.ts';
import { useCommonWords } from './words.tsx';

/** What went wrong, in the server's words; with a way to try again where there is one. */
export function ProblemNotice({ thrown, onAgain }: { thrown: unknown; onAgain?: () => void }) {
  const { t } = useCommonWords();
  const { title, detail } = useProblemText()(thrown);
  return (
    <Alert color="red" variant="light" role="alert" title={title} icon={<IconAlertCircle aria-hidden />}>
      <Text size="sm">{detail}</Text>
      {onAgain && (
        <Button mt="sm" size="xs" variant="default" onClick={onAgain}>
          {t('common.again')}
        </Button>
      )}
    </Alert>
  );
}

type Asked<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/**
 * What a query found; before that, room of the same height, so that nothing jumps when it comes; a problem with a way
 * to ask again.
 */
export function Answer<T>({
  of,
  height = 240,
  children,
}: {
  of: Asked<T>;
  height?: number;
  children: (data: T) => ReactNode;
}) {
  const { t } = useCommonWords();
  if (of.data !== undefined) return children(of.data);
  if (!of.isPending) return <ProblemNotice thrown={of.error} onAgain={() => of.refetch()} />;
  return (
    <Center mih={height} role="status" aria-label={t('common.loading')}>
      <Loader />
    </Center>
  );
}
