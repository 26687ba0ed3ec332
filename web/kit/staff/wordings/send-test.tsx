import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { ProblemNotice } from '../../notice.tsx';
import { Problem } from '../../problem.ts';
import { useStaffWords } from '../words.ts';
import { CHANNELS, type Channel, type Drafts, type WordingActs } from './message.ts';

type Testing = { drafts: Drafts; isWrong: boolean; send: WordingActs['sendTest'] };

/** Sends the texts as they stand in the form to a phone or a mailbox of one's own. */
export function SendTest(of: Testing) {
  const { t } = useStaffWords();
  return (
    <Stack gap="sm" component="section" aria-label={t('wordings.test')}>
      <Title order={2} size="h5">
        {t('wordings.test')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('wordings.test_intro')}
      </Text>
      <Group align="flex-start" gap="xl">
        {(['sms', 'email'] as const)
          .filter((channel) => CHANNELS[channel].every((part) => part in of.drafts))
          .map((channel) => (
            <Sending key={channel} channel={channel} {...of} />
          ))}
      </Group>
    </Stack>
  );
}

function Sending({ channel, drafts, isWrong, send }: Testing & { channel: Channel }) {
  const { t } = useStaffWords();
  const [address, setAddress] = useState('');
  const texts: Drafts = Object.fromEntries(CHANNELS[channel].map((part) => [part, drafts[part]]));
  const sending = useIdempotentMutation(send);
  const refused =
    sending.error instanceof Problem && ['phone_number_invalid', 'email_invalid'].includes(sending.error.code)
      ? sending.error.detail
      : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(
          { channel, address: address.trim(), texts },
          { onSuccess: () => notifications.show({ message: t('wordings.test_sent') }) },
        );
      }}
    >
      <Stack gap="xs" maw={280}>
        <TextInput
          type={channel === 'sms' ? 'tel' : 'email'}
          label={t(`wordings.test_${channel}`)}
          autoComplete="off"
          value={address}
          error={refused}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        {sending.isError && refused === undefined && <ProblemNotice thrown={sending.error} />}
        <Button
          type="submit"
          variant="default"
          loading={sending.isPending}
          disabled={isWrong || address.trim() === ''}
        >
          {t(`wordings.test_send_${channel}`)}
        </Button>
      </Stack>
    </form>
  );
}
