import { Button, type ButtonProps, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { type IdempotencyHeaders, useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import { useStaffWords } from './words.ts';

/** How long a reason may be, and what is said of one that is too short. */
type ReasonLength = { least: number; most: number; short: string };
const LEAST = 1;
const MOST = 500;

export type Acting = (reason: string, headers: IdempotencyHeaders) => Promise<unknown>;

/** A button that asks before it does something: what happens then, and why, which stays on the record. */
export function Act({
  button,
  title = button,
  ask,
  hint,
  label,
  length,
  act,
  outdated,
  done,
  look = {},
}: {
  button: string;
  /** What it is done to, where that isn't plain. */
  title?: string;
  /** What happens then. */
  ask: string;
  hint?: string;
  /** The field's label, if it is not a reason. */
  label?: string;
  /** Where it isn't as usual. */
  length?: ReasonLength;
  act: Acting;
  /** The queries that it makes out of date. */
  outdated: readonly (readonly unknown[])[];
  done: string;
  look?: Pick<ButtonProps, 'size' | 'variant' | 'color'>;
}) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button size="compact-md" variant="light" {...look} aria-label={title} onClick={() => setOpened(true)}>
        {button}
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <ReasonForm
          {...{ button, ask, hint, label, length, act, outdated, color: look.color }}
          onCancel={close}
          onDone={() => {
            close();
            notifications.show({ message: done });
          }}
        />
      </Dialog>
    </>
  );
}

/** The question itself: what happens, a reason that must be given, and the button that does it. */
export function ReasonForm({
  button,
  ask,
  hint,
  label,
  length,
  act,
  outdated,
  color,
  onCancel,
  onDone,
}: {
  button: string;
  ask: string;
  hint?: string | undefined;
  label?: string | undefined;
  length?: ReasonLength | undefined;
  act: Acting;
  outdated: readonly (readonly unknown[])[];
  color?: ButtonProps['color'] | undefined;
  onCancel: () => void;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { least, most, short } = length ?? {
    least: LEAST,
    most: MOST,
    short: t('staff.dismiss_reason_missing'),
  };
  const acting = useIdempotentMutation(act, outdated);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setShort(given.length < least);
    if (given.length < least) return field.current?.focus();
    acting.mutate(given, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{ask}</Text>
        <Textarea
          ref={field}
          label={label ?? t('staff.dismiss_reason')}
          description={hint}
          error={isShort && short}
          value={reason}
          maxLength={most}
          autosize
          minRows={2}
          data-autofocus
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div aria-live="polite">{acting.isError && <ProblemNotice thrown={acting.error} />}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={acting.isPending} {...(color === undefined ? {} : { color })}>
            {button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
