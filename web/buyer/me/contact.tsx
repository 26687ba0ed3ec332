import { Button, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatPhone } from '../../../kit/phone-format.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered, useProblemText } from '../../kit/problem.ts';
import { api, type Member } from '../api.ts';
import { CodeField } from '../code-field.tsx';
import { WithAction } from '../parts.tsx';
import { useWords } from '../words.ts';

type Channel = 'sms' | 'email' | 'voice';
type CodeBy = 'text' | 'call';

/** Mobile number, landline and email address; a new one is verified before it replaces the old one. */
export function Contact({ member }: { member: Member }) {
  const { t, locale } = useWords();
  const phone = (e164: string | null) => (e164 === null ? null : formatPhone(e164, locale));
  return (
    <Stack gap="lg">
      <Address channel="sms" name={t('door.mobile')} shown={phone(member.mobile)} />
      <Address channel="voice" name={t('me.landline')} shown={phone(member.landline)} />
      <Address channel="email" name={t('door.email')} shown={member.email} />
    </Stack>
  );
}

function Address({ channel, name, shown }: { channel: Channel; name: string; shown: string | null }) {
  const { t } = useWords();
  const [isChanging, setChanging] = useState(false);
  const action = t(isChanging ? 'common.cancel' : shown === null ? 'me.add' : 'me.change');
  return (
    <Stack gap="sm">
      <WithAction
        action={
          <Button
            variant="default"
            size="sm"
            aria-expanded={isChanging}
            aria-label={`${name}: ${action}`}
            onClick={() => setChanging(!isChanging)}
          >
            {action}
          </Button>
        }
      >
        <Text fz="sm" c="dimmed">
          {name}
        </Text>
        <Text>{shown ?? t('me.none')}</Text>
      </WithAction>
      {isChanging && <ChangeAddress channel={channel} onDone={() => setChanging(false)} />}
    </Stack>
  );
}

const NEW_ADDRESS = {
  sms: { type: 'tel', label: 'me.new_mobile', by: 'text' },
  voice: { type: 'tel', label: 'me.new_landline', by: 'call' },
  email: { type: 'email', label: 'me.new_email', by: 'text' },
} as const;

function ChangeAddress({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const { type, label, by: usually } = NEW_ADDRESS[channel];
  const [sentBy, setSentBy] = useState<CodeBy>(usually);
  const begin = useIdempotentMutation((change: { address: string; by: CodeBy }, headers) =>
    answered(api.POST('/v1/members/me/contact-changes', { body: { channel, ...change }, headers })),
  );
  const verify = useIdempotentMutation((typed: string, headers) =>
    answered(
      api.POST('/v1/members/me/contact-changes/verification', { body: { channel, code: typed }, headers }),
    ),
  );
  const [isBegun, setBegun] = useState(false);
  const isEmpty = address.trim().length < 3;
  function send(by: CodeBy) {
    setSentBy(by);
    begin.mutate({ address: address.trim(), by }, { onSuccess: () => setBegun(true) });
  }
  function go(event: FormEvent) {
    event.preventDefault();
    if (!isBegun) return send(usually);
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
          type={type}
          label={t(label)}
          autoComplete={type}
          readOnly={isBegun}
          value={address}
          error={begin.isError ? problemText(begin.error).detail : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {isBegun && (
          <CodeField
            label={t(sentBy === 'call' ? 'me.code_said' : 'me.code_sent')}
            value={code}
            onChange={setCode}
            error={verify.isError ? problemText(verify.error).detail : undefined}
          />
        )}
        <Button
          type="submit"
          variant="light"
          loading={begin.isPending || verify.isPending}
          disabled={isBegun ? code.length < 6 : isEmpty}
        >
          {t(isBegun ? 'door.verify' : usually === 'call' ? 'me.call_me' : 'me.send_code')}
        </Button>
        {isBegun && (
          <Button variant="subtle" disabled={begin.isPending} onClick={() => send(sentBy)}>
            {t('door.send_code_again')}
          </Button>
        )}
        {channel === 'sms' && !isBegun && (
          <Button variant="subtle" disabled={isEmpty || begin.isPending} onClick={() => send('call')}>
            {t('me.call_code')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
