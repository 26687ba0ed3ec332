import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { useConsoleWords } from './words.ts';

const REASON_LENGTH_MAX = 500;

/** Takes something off a list for good, with a reason that stays on the record. */
export function Dismiss({
  what,
  dismiss,
  list,
}: {
  what: string;
  dismiss: (reason: string, headers: { 'idempotency-key': string }) => Promise<unknown>;
  list: readonly string[];
}) {
  const { t } = useConsoleWords();
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
        notifications.show({ message: t('notices.dismissed') });
      },
    });
  };
  return (
    <>
      <Button
        size="compact-md"
        variant="light"
        aria-label={t('notices.dismiss_of', { what })}
        onClick={() => setOpened(true)}
      >
        {t('notices.dismiss')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('notices.dismiss_of', { what })}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <Text size="sm">{t('notices.dismiss_ask')}</Text>
            <Textarea
              ref={field}
              label={t('notices.dismiss_reason')}
              error={isMissing && t('notices.dismiss_reason_missing')}
              value={reason}
              maxLength={REASON_LENGTH_MAX}
              autosize
              minRows={2}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <div aria-live="polite">{dismissing.isError && <ProblemNotice thrown={dismissing.error} />}</div>
            <Group justify="flex-end">
              <Button type="submit" loading={dismissing.isPending}>
                {t('notices.dismiss')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
