import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useOfficeWords } from './words.ts';

/** What a shop sees until its first gift. */
export function NoCertificates() {
  const { t } = useOfficeWords();
  return (
    <Center mih={320}>
      <Stack align="center" gap="sm" ta="center">
        <ThemeIcon size={64} radius="xl" variant="light">
          <IconGift size={32} aria-hidden />
        </ThemeIcon>
        <Text fw={600}>{t('office.no_certificates')}</Text>
        <Text c="dimmed">{t('office.no_certificates_detail')}</Text>
      </Stack>
    </Center>
  );
}
