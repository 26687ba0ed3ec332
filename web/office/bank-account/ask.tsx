import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { useOfficeWords } from '../words.ts';
import { PROPOSALS } from './proposals.ts';

type Asked = {
  /** What the button does, in a word, and to what for whoever doesn't see the card. */
  label: string;
  of: string;
  title: string;
  question: string;
  done: string;
  isQuiet?: boolean;
  act: (headers: IdempotencyHeaders) => Promise<unknown>;
};

/** A button that asks before it decides about an account. */
export function Ask({ label, of, isQuiet = false, ...asked }: Asked) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant={isQuiet ? 'default' : 'filled'}
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

function Question({
  label,
  question,
  done,
  act,
  onDone,
}: Omit<Asked, 'of' | 'title' | 'isQuiet'> & { onDone: () => void }) {
  const { t } = useOfficeWords();
  const acting = useIdempotentMutation((_input: null, headers) => act(headers), [PROPOSALS]);
  const answer = () =>
    acting.mutate(null, {
      onSuccess: () => {
        notifications.show({ message: done });
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
        <Button loading={acting.isPending} onClick={answer}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
