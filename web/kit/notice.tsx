import { Alert, Button, Center, Loader, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useProblemText } from './problem.ts';
import { useCommonWords } from './words.tsx';

/** Says what went wrong, in the server's words, with a button to try again where that makes sense. */
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
 * Shows what a query found. While it loads, a placeholder of the same height stands in, so that nothing jumps; if it
 * fails, the problem with a button to retry.
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
