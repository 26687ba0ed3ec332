import { Anchor, Button, Checkbox, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { PhoneInput } from '../../kit/phone-input.tsx';
import { focusFirst, useRefusals } from '../form.ts';
import { forgetKept, useKept } from '../kept.ts';
import { PageTitle } from '../parts.tsx';
import { SecretField } from '../secret-field.tsx';
import { useWords } from '../words.ts';
import { Agreements, useInForce } from './agreements.tsx';
import { useRegister } from './register.ts';
import { EMPTY, isKeptSignUp, type SignUpValues } from './values.ts';
import { VerifyMember } from './verify-member.tsx';

/** Which field each of the server's refusals is about. */
const FIELD_OF_CODE = {
  phone_number_invalid: 'mobile',
  email_invalid: 'email',
  name_invalid: 'name',
  password_too_weak: 'password',
  pin_not_digits: 'phone_pin',
  pin_wrong_length: 'phone_pin',
  pin_repeated: 'phone_pin',
  pin_sequence: 'phone_pin',
  pin_contains_phone: 'phone_pin',
  pin_common: 'phone_pin',
} as const;

/** Sign-up: the member's details, then the two verification codes. */
export function SignUpPage() {
  // Secrets stay in memory: after a reload they are asked for again.
  const [kept, keep] = useKept('sign-up', isKeptSignUp);
  const [secrets, setSecrets] = useState({ password: '', phone_pin: '' });
  const values = { ...EMPTY, ...kept?.values, ...secrets };
  const keepValues = ({ password, phone_pin, ...others }: SignUpValues, member_id?: string) => {
    setSecrets({ password, phone_pin });
    keep({ values: others, ...(member_id === undefined ? {} : { member_id }) });
  };
  return (
    <Stack maw={460} mx="auto" py={{ base: 'md', sm: 32 }}>
      {kept?.member_id === undefined ? (
        <SignUpForm
          values={values}
          onTyped={(typed) => keepValues(typed)}
          onBegun={(member_id, typed) => keepValues(typed, member_id)}
        />
      ) : (
        <VerifyMember
          memberId={kept.member_id}
          values={values}
          onSentAgain={(member_id) => keepValues(values, member_id)}
          onStartOver={() => keepValues(values)}
          onDone={forgetKept}
        />
      )}
    </Stack>
  );
}

function SignUpForm({
  values,
  onTyped,
  onBegun,
}: {
  values: SignUpValues;
  onTyped: (values: SignUpValues) => void;
  onBegun: (memberId: string, values: SignUpValues) => void;
}) {
  const { t } = useWords();
  const { state } = useLocation();
  const required = (value: string) => (value.trim() === '' ? t('common.required') : null);
  const form = useForm<SignUpValues>({
    mode: 'uncontrolled',
    initialValues: values,
    onValuesChange: onTyped,
    validate: { name: required, mobile: required, email: required, password: required, phone_pin: required },
  });
  const inForce = useInForce() ?? [];
  const [isMissing, setMissing] = useState(false);
  const [agreed, setAgreed] = useState(values.consents);
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const register = useRegister();
  return (
    <>
      <PageTitle what={t('door.sign_up_what')}>{t('door.sign_up_title')}</PageTitle>
      <Paper withBorder radius="lg" p="lg">
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            clear();
            const missing = inForce.some(
              ({ document, version }) => document !== 'marketing' && values.consents[document] !== version,
            );
            setMissing(missing);
            if (missing) return;
            register.mutate(values, {
              onError: refused,
              onSuccess: ({ member_id }) => onBegun(member_id, values),
            });
          }, focusFirst(form))}
        >
          <Stack gap="lg">
            {notice !== undefined && <ProblemNotice thrown={notice} />}
            <TextInput
              size="md"
              label={t('door.name')}
              description={t('door.name_hint')}
              autoComplete="name"
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <PhoneInput
              size="md"
              label={t('door.mobile')}
              description={t('door.mobile_hint')}
              autoComplete="tel"
              key={form.key('mobile')}
              {...form.getInputProps('mobile')}
            />
            <Checkbox
              label={t('door.call_code')}
              defaultChecked={values.code_by === 'call'}
              onChange={({ currentTarget }) =>
                form.setFieldValue('code_by', currentTarget.checked ? 'call' : 'text')
              }
            />
            <TextInput
              size="md"
              type="email"
              label={t('door.email')}
              autoComplete="email"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <SecretField
              label={t('common.password')}
              description={t('door.password_hint')}
              autoComplete="new-password"
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <SecretField
              label={t('door.phone_pin')}
              description={t('door.phone_pin_hint')}
              inputMode="numeric"
              autoComplete="off"
              key={form.key('phone_pin')}
              {...form.getInputProps('phone_pin')}
            />
            <Stack gap={6}>
              <Text fw={500} id="channel-label">
                {t('door.channel')}
              </Text>
              <SegmentedControl
                size="md"
                fullWidth
                aria-labelledby="channel-label"
                data={[
                  { value: 'sms', label: t('door.channel_sms') },
                  { value: 'email', label: t('door.channel_email') },
                ]}
                key={form.key('preferred_channel')}
                {...form.getInputProps('preferred_channel')}
              />
            </Stack>
            <Agreements
              agreed={agreed}
              isMissing={isMissing}
              onChange={(consents) => {
                setAgreed(consents);
                form.setFieldValue('consents', consents);
              }}
            />
            <Button type="submit" size="md" loading={register.isPending}>
              {t('door.send_codes')}
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text ta="center" c="dimmed">
        {t('door.have_account')}{' '}
        <Anchor component={Link} to="/log-in" state={state} underline="always">
          {t('common.log_in')}
        </Anchor>
      </Text>
    </>
  );
}
