import { Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Act, type Acting } from './act.tsx';
import { useStaffWords } from './words.ts';

export type Note = { note_id: string; action: string; text?: string; staff_name: string; at: string };

/** What staff noted about something, and why they did something to it, newest first; with a button where `add` is given. */
export function Notes({
  of,
  add,
  outdated,
}: {
  of: readonly Note[];
  add: Acting | undefined;
  outdated: readonly (readonly unknown[])[];
}) {
  const { t } = useStaffWords();
  return (
    <Stack gap="sm" component="section" aria-labelledby="notes">
      <Group justify="space-between">
        <Title order={2} size="h4" id="notes">
          {t('acts.notes')}
        </Title>
        {add !== undefined && (
          <Act
            button={t('acts.note_add')}
            ask={t('acts.note_ask')}
            hint={t('acts.reason_hint')}
            label={t('acts.note_text')}
            act={add}
            outdated={outdated}
            done={t('acts.note_done')}
          />
        )}
      </Group>
      {of.length === 0 ? (
        <Text c="dimmed">{t('acts.notes_none')}</Text>
      ) : (
        <Card withBorder padding="md">
          <Stack component="ul" gap="sm" m={0} p={0} className="cards">
            {of.map((note) => (
              <OneNote key={note.note_id} of={note} />
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

const DID = [
  ...(['note', 'resend', 'correct', 'cancel', 'refund'] as const),
  ...(['ask_cancel', 'ask_refund', 'lock', 'unlock'] as const),
] as const;

function OneNote({ of: { action, text, staff_name, at } }: { of: Note }) {
  const { t, dateTime } = useStaffWords();
  const did = DID.find((known) => known === action);
  return (
    <Box component="li">
      <Text size="sm" c="dimmed">
        {did === undefined ? action : t(`acts.did.${did}`)} · {staff_name} · {dateTime(at)}
      </Text>
      <Text
        style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        {...(text === undefined ? { c: 'dimmed' } : {})}
      >
        {text ?? t('acts.forgotten')}
      </Text>
    </Box>
  );
}
