import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../words.ts';

type Found = {
  masked_name: string;
  masked_address: string;
  channel: 'sms' | 'email' | 'voice';
  recycled?: boolean;
  to_be_confirmed?: true;
};

/**
 * The name that is read back, large, with anything that calls for a second look. `typed` is the address as the buyer has
 * just typed it, to be checked; one that they don't see any more is masked.
 */
export function MaskedName({ found, typed }: { found: Found; typed: string | undefined }) {
  const { t } = useWords();
  const warning =
    found.recycled === true
      ? t('give.read_back_recycled')
      : found.to_be_confirmed === true
        ? t('give.read_back_to_be_confirmed')
        : found.channel === 'email'
          ? t('give.read_back_typed')
          : undefined;
  return (
    <Stack>
      <Paper radius="lg" p="xl" bg="var(--mantine-primary-color-light)">
        <Stack align="center" gap="xs">
          <Text fw={800} fz={48} lh={1.2} ta="center">
            {found.masked_name}
          </Text>
          {typed === undefined || typed === '' ? (
            <Text fz="lg">{found.masked_address}</Text>
          ) : (
            <Text fz="lg" ta="center">
              <Text span fz="sm" c="dimmed" display="block">
                {t('give.read_back_written')}
              </Text>
              {typed}
            </Text>
          )}
        </Stack>
      </Paper>
      {warning !== undefined && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {warning}
        </Alert>
      )}
    </Stack>
  );
}
