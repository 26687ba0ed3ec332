import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatPhone } from '../../../kit/phone-format.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered, useProblemText } from '../../kit/problem.ts';
import { api, type Member } from '../api.ts';
import { CodeField } from '../code-field.tsx';
import { useWords } from '../words.ts';

type Channel = 'sms' | 'email';

/** Mobile number and email address; a new one is verified before it replaces the old one. */
export function Contact({ member }: { member: Member }) {
  const { t, locale } = useWords();
  return (
    <Stack gap="lg">
      <Address channel="sms" name={t('door.mobile')} shown={formatPhone(member.mobile, locale)} />
      <Address channel="email" name={t('door.email')} shown={member.email} />
    </Stack>
  );
}

function Address({ channel, name, shown }: { channel: Channel; name: string; shown: string }) {
  const { t } = useWords();
  const [isChanging, setChanging] = useState(false);
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fz="sm" c="dimmed">
            {name}
          </Text>
          <Text>{shown}</Text>
        </div>
        <Button
          variant="default"
          size="sm"
          aria-expanded={isChanging}
          aria-label={`${name}: ${t('me.change')}`}
          onClick={() => setChanging(!isChanging)}
        >
          {t(isChanging ? 'common.cancel' : 'me.change')}
        </Button>
      </Group>
      {isChanging && <ChangeAddress channel={channel} onDone={() => setChanging(false)} />}
    </Stack>
  );
}

function ChangeAddress({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const begin = useIdempotentMutation((newAddress: string, headers) =>
    answered(api.POST('/v1/members/me/contact-changes', { body: { channel, address: newAddress }, headers })),
  );
  const verify = useIdempotentMutation((typed: string, headers) =>
    answered(
      api.POST('/v1/members/me/contact-changes/verification', { body: { channel, code: typed }, headers }),
    ),
  );
  const isBegun = begin.isSuccess;
  function go(event: FormEvent) {
    event.preventDefault();
    if (!isBegun) return begin.mutate(address.trim());
    verify.mutate(code, {
      onSuccess: (member) => {
        queries.setQueryData(['me'], member);
        notifications.show({ message: t('me.saved'), color: 'teal' });
        onDone();
      },
    });
  }
  return (
    <form noValidate onSubmit={go}>
      <Stack gap="sm">
        <TextInput
          size="md"
          type={channel === 'sms' ? 'tel' : 'email'}
          label={t(channel === 'sms' ? 'me.new_mobile' : 'me.new_email')}
          autoComplete={channel === 'sms' ? 'tel' : 'email'}
          readOnly={isBegun}
          value={address}
          error={begin.isError ? problemText(begin.error).detail : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {isBegun && (
          <CodeField
            label={t('me.code_sent')}
            value={code}
            onChange={setCode}
            error={verify.isError ? problemText(verify.error).detail : undefined}
          />
        )}
        <Button
          type="submit"
          variant="light"
          loading={begin.isPending || verify.isPending}
          disabled={isBegun ? code.length < 6 : address.trim().length < 3}
        >
          {t(isBegun ? 'door.verify' : 'me.send_code')}
        </Button>
      </Stack>
    </form>
  );
}
