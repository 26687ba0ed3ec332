import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import type { Choice, Part, WordedMessage } from './queries.ts';

type Kind = WordedMessage['kind'];
type Drafts = Readonly<Record<Part, string>>;

/** Sends the texts as they stand in the form to a phone or a mailbox of one's own. */
export function SendTest(of: { kind: Kind; locale: Choice['locale']; drafts: Drafts; isWrong: boolean }) {
  const { t } = useConsoleWords();
  return (
    <Stack gap="sm" component="section" aria-label={t('wordings.test')}>
      <Title order={2} size="h5">
        {t('wordings.test')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('wordings.test_intro')}
      </Text>
      <Group align="flex-start" gap="xl">
        <Sending channel="sms" {...of} />
        <Sending channel="email" {...of} />
      </Group>
    </Stack>
  );
}

function Sending({
  channel,
  kind,
  locale,
  drafts,
  isWrong,
}: {
  channel: 'sms' | 'email';
  kind: Kind;
  locale: Choice['locale'];
  drafts: Drafts;
  isWrong: boolean;
}) {
  const { t } = useConsoleWords();
  const [address, setAddress] = useState('');
  const { sms, mail_subject, mail_text } = drafts;
  const texts = channel === 'sms' ? { sms } : { mail_subject, mail_text };
  const sending = useIdempotentMutation((body: { address: string; texts: typeof texts }, headers) =>
    answered(
      api.POST('/v1/staff/wordings/tests', {
        headers,
        body: { kind, locale, channel, ...body },
      }),
    ),
  );
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
          { address: address.trim(), texts },
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
