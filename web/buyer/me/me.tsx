import { Stack } from '@mantine/core';
import { PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';

export default function MePage() {
  const { t } = useWords();
  return (
    <Stack py="md">
      <PageTitle>{t('me.title')}</PageTitle>
    </Stack>
  );
}
