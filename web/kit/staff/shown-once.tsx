import { Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useStaffWords } from './words.ts';

/** A link or token that is shown once, to be copied. */
export function ShownOnce({
  label,
  value,
  what,
  onDone,
}: {
  label: string;
  value: string;
  what: string;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  return (
    <Stack>
      <Text>{what}</Text>
      <Textarea
        label={label}
        value={value}
        readOnly
        autosize
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', overflowWrap: 'anywhere' } }}
      />
      <Group justify="flex-end">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="light" onClick={copy}>
              {t(copied ? 'staff.copied' : 'staff.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
