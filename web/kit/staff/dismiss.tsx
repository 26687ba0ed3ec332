import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { type IdempotencyHeaders, useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import { useStaffWords } from './words.ts';

const REASON_LENGTH_MAX = 500;

/**
 * Takes something off a list for good, or says what came of it, with a reason that stays on the record; `ask` says what that means.
 */
export function Dismiss({
  what,
  ask,
  dismiss,
  list,
  words,
}: {
  what: string;
  ask: string;
  dismiss: (reason: string, headers: IdempotencyHeaders) => Promise<unknown>;
  list: readonly string[];
  /** Where it is not called dismissing. */
  words?: { button: string; of: string; done: string };
}) {
  const { t } = useStaffWords();
  const { button, of, done } = words ?? {
    button: t('staff.dismiss'),
    of: t('staff.dismiss_of', { what }),
    done: t('staff.dismissed'),
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const dismissing = useIdempotentMutation(dismiss, [list]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return field.current?.focus();
    dismissing.mutate(reason.trim(), {
      onSuccess: () => {
        setOpened(false);
        notifications.show({ message: done });
      },
    });
  };
  return (
    <>
      <Button size="compact-md" variant="light" aria-label={of} onClick={() => setOpened(true)}>
        {button}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={of}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <Text size="sm">{ask}</Text>
            <Textarea
              ref={field}
              label={t('staff.dismiss_reason')}
              error={isMissing && t('staff.dismiss_reason_missing')}
              value={reason}
              maxLength={REASON_LENGTH_MAX}
              autosize
              minRows={2}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <div aria-live="polite">{dismissing.isError && <ProblemNotice thrown={dismissing.error} />}</div>
            <Group justify="flex-end">
              <Button type="submit" loading={dismissing.isPending}>
                {button}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
