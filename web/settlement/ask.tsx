import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { useSettlementWords } from './words.ts';

type Send<Answer> = (input: { reason: string }, headers: { 'idempotency-key': string }) => Promise<Answer>;

type Asked<Answer> = {
  /** What the button does, in a word, and whose it is for whoever doesn't see the row. */
  label: string;
  of: string;
  title: string;
  question: string;
  /** Whether a reason is asked for, which stays on record. */
  withReason?: boolean;
  isDanger?: boolean;
  send: Send<Answer>;
  invalidates: readonly (readonly unknown[])[];
  done: (answer: Answer) => string;
};

const REASON_MIN = 3;

/** A button that asks before it does something about money. */
export function AskButton<Answer>({ label, of, isDanger = false, ...asked }: Asked<Answer>) {
  const { t } = useSettlementWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant={isDanger ? 'default' : 'light'}
        aria-label={`${label}: ${of}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={asked.title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Question {...asked} label={label} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Question<Answer>({
  label,
  question,
  withReason = false,
  send,
  invalidates,
  done,
  onDone,
}: Omit<Asked<Answer>, 'of' | 'title' | 'isDanger'> & { onDone: () => void }) {
  const { t } = useSettlementWords();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const doing = useIdempotentMutation(send, invalidates);
  const act = () => {
    if (withReason && reason.trim().length < REASON_MIN) return setShort(true);
    doing.mutate(
      { reason: reason.trim() },
      {
        onSuccess: (answer) => {
          notifications.show({ message: done(answer) });
          onDone();
        },
      },
    );
  };
  return (
    <Stack>
      <Text>{question}</Text>
      {withReason && (
        <TextInput
          label={t('payouts.reason')}
          description={t('payouts.reason_hint')}
          value={reason}
          error={isShort && t('payouts.reason_short')}
          maxLength={200}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
            setShort(false);
          }}
        />
      )}
      {doing.isError && <ProblemNotice thrown={doing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus={withReason ? undefined : true}>
          {t('common.cancel')}
        </Button>
        <Button loading={doing.isPending} onClick={act}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
