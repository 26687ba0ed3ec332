import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, useProblemText } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { CodeField } from '../code-field.tsx';
import { PageTitle } from '../parts.tsx';
import { nextOf } from '../session.tsx';
import { useWords } from '../words.ts';
import { useRegister } from './register.ts';
import type { SignUpValues } from './values.ts';

type Channel = 'sms' | 'email';

/** The two codes that were sent. When both are right, the member exists and is logged in. */
export function VerifyMember({
  memberId,
  values,
  onSentAgain,
  onStartOver,
  onDone,
}: {
  memberId: string;
  values: SignUpValues;
  onSentAgain: (memberId: string) => void;
  onStartOver: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  const again = useRegister();
  const [verified, setVerified] = useState<readonly Channel[]>([]);
  const [memberNumber, setMemberNumber] = useState<string>();
  async function onVerified(channels: Channel[], number: string | undefined) {
    setVerified(channels);
    if (number === undefined) return;
    onDone();
    const { email, password } = values;
    // Nobody knows it after a reload but the member.
    if (password === '') return navigate('/log-in', { replace: true, state });
    await answered(api.POST('/v1/sessions', { body: { email, password, use_cookie: true } }));
    setMemberNumber(number);
    await queries.invalidateQueries();
  }
  if (memberNumber !== undefined) return <Welcome name={values.name} memberNumber={memberNumber} />;
  const code = { memberId, verified, onVerified };
  return (
    <>
      <PageTitle what={t('door.verify_what')}>{t('door.verify_title')}</PageTitle>
      <CodeStep key={`sms ${memberId}`} {...code} channel="sms">
        {t(values.code_by === 'call' ? 'door.code_said' : 'door.code_sms', { mobile: values.mobile })}
      </CodeStep>
      <CodeStep key={`email ${memberId}`} {...code} channel="email">
        {t('door.code_email', { email: values.email })}
      </CodeStep>
      {again.isError && <ProblemNotice thrown={again.error} />}
      {values.password !== '' && (
        <Button
          variant="light"
          loading={again.isPending}
          onClick={() =>
            again.mutate(values, {
              onSuccess: ({ member_id }) => {
                setVerified([]);
                notifications.show({ message: t('door.codes_sent'), color: 'teal' });
                onSentAgain(member_id);
              },
            })
          }
        >
          {t('door.send_codes_again')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onStartOver}>
        {t('door.start_over')}
      </Button>
    </>
  );
}

function CodeStep({
  memberId,
  channel,
  verified,
  onVerified,
  children,
}: {
  memberId: string;
  channel: Channel;
  verified: readonly Channel[];
  onVerified: (channels: Channel[], number: string | undefined) => Promise<void>;
  children: ReactNode;
}) {
  const { t } = useWords();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const verify = useIdempotentMutation((typed: string) =>
    answered(
      api.POST('/v1/members/{member_id}/verifications', {
        params: { path: { member_id: memberId } },
        body: { channel, code: typed },
      }),
    ).then((answer) => onVerified(answer.verified, answer.member_number)),
  );
  const isDone = verified.includes(channel);
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-live="polite">
      {isDone ? (
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck color="var(--mantine-color-teal-text)" aria-hidden />
          <Text>
            {children} · {t('door.verified')}
          </Text>
        </Group>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            verify.mutate(code);
          }}
        >
          <Stack gap="sm">
            <CodeField
              label={children}
              value={code}
              onChange={setCode}
              error={verify.isError ? problemText(verify.error).detail : undefined}
            />
            <Button type="submit" variant="light" loading={verify.isPending} disabled={code.length < 6}>
              {t('door.verify')}
            </Button>
          </Stack>
        </form>
      )}
    </Paper>
  );
}

function Welcome({ name, memberNumber }: { name: string; memberNumber: string }) {
  const { t } = useWords();
  const next = nextOf(useLocation().state);
  return (
    <>
      <PageTitle what={t('door.welcome_what')}>{t('door.welcome_title', { name })}</PageTitle>
      <Paper radius="lg" p="xl" bg="var(--mantine-primary-color-light)" ta="center">
        <Text fz="sm">{t('me.member_number')}</Text>
        <Text fz={34} fw={800} style={{ fontVariantNumeric: 'tabular-nums', letterSpacing: '0.04em' }}>
          {memberNumber}
        </Text>
      </Paper>
      <Button component={Link} to={next ?? '/give'} size="lg">
        {t('door.give')}
      </Button>
    </>
  );
}
