import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { type IdempotencyHeaders, useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import { useStaffWords } from './words.ts';

type Asked<Answer> = {
  /** What the button does, in a word, and to what for whoever doesn't see the row. */
  label: string;
  of: string;
  title: string;
  question: string;
  isQuiet?: boolean;
  act: (headers: IdempotencyHeaders) => Promise<Answer>;
  /** The queries that it makes out of date. */
  outdated: readonly (readonly unknown[])[];
  done: (answer: Answer) => string;
};

/** A button that asks before it does something about money; where a reason is needed it is an `Act`. */
export function Ask<Answer>({ label, of, isQuiet = false, ...asked }: Asked<Answer>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant={isQuiet ? 'default' : 'light'}
        aria-label={`${label}: ${of}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={asked.title}>
        <Question {...asked} label={label} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Question<Answer>({
  label,
  question,
  act,
  outdated,
  done,
  onDone,
}: Omit<Asked<Answer>, 'of' | 'title' | 'isQuiet'> & { onDone: () => void }) {
  const { t } = useStaffWords();
  const acting = useIdempotentMutation((_input: null, headers) => act(headers), outdated);
  const go = () =>
    acting.mutate(null, {
      onSuccess: (answer) => {
        notifications.show({ message: done(answer) });
        onDone();
      },
    });
  return (
    <Stack>
      <Text>{question}</Text>
      <div aria-live="polite">{acting.isError && <ProblemNotice thrown={acting.error} />}</div>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button loading={acting.isPending} onClick={go}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
