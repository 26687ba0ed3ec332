import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAddressBook } from '@tabler/icons-react';
import { useState } from 'react';
import { hyphenated } from '../../../kit/format/phone-typed.ts';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { PhoneInput } from '../../kit/phone-input.tsx';
import { Problem } from '../../kit/problem.ts';
import { focusFirst, useRefusals } from '../form.ts';
import { hasTexts, useKept } from '../kept.ts';
import { useWords } from '../words.ts';
import { canPickContact, pickContact } from './contacts.ts';

export type Recipient = { phone: string; name?: string } | { email: string; name: string };

const EMPTY = { by: 'phone', phone: '', email: '', name: '' };
const isTyped = (stored: unknown): stored is typeof EMPTY =>
  hasTexts(stored, ['by', 'phone', 'email', 'name']);

/** What was typed of the recipient of this gift, also after a reload of this tab. */
export function useTypedRecipient(orderId: string) {
  return useKept(`recipient.${orderId}`, isTyped);
}

/** The number or address as it was typed. */
export function addressTyped(typed: typeof EMPTY | undefined): string | undefined {
  if (typed === undefined) return undefined;
  return typed.by === 'phone' ? hyphenated(typed.phone) : typed.email.trim();
}

const FIELD_OF_CODE = {
  phone_number_invalid: 'phone',
  recipient_unknown: 'phone',
  email_invalid: 'email',
  name_invalid: 'name',
  recipient_name_missing: 'name',
} as const;

/**
 * The recipient: a phone number as people write it, or an email address with a name. The name beside a number is asked for
 * only where nobody can be asked for it.
 */
export function RecipientForm<Found>({
  orderId,
  ask,
  onFound,
}: {
  orderId: string;
  ask: (recipient: Recipient, headers: IdempotencyHeaders) => Promise<Found>;
  onFound: (found: Found) => void;
}) {
  const { t } = useWords();
  const [known, keep] = useTypedRecipient(orderId);
  const form = useForm({
    initialValues: known ?? EMPTY,
    onValuesChange: keep,
    validate: (values) => {
      const missing = (value: string) => (value.trim() === '' ? t('common.required') : null);
      return values.by === 'phone'
        ? { phone: missing(values.phone) }
        : { email: missing(values.email), name: missing(values.name) };
    },
  });
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const [needsName, setNeedsName] = useState(known?.by === 'phone' && known.name !== '');
  const lookUp = useIdempotentMutation(ask);
  const { by, ...typed } = form.getValues();
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => {
        clear();
        const recipient =
          by === 'phone'
            ? { phone: typed.phone, ...(needsName ? { name: typed.name.trim() } : {}) }
            : { email: typed.email.trim(), name: typed.name.trim() };
        const onError = (thrown: Error) => {
          if (thrown instanceof Problem && thrown.code === 'recipient_name_missing') setNeedsName(true);
          refused(thrown);
        };
        lookUp.mutate(recipient, { onError, onSuccess: onFound });
      }, focusFirst(form))}
    >
      <Stack gap="lg">
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t('give.recipient_title')}
          data={[
            { value: 'phone', label: t('give.by_phone') },
            { value: 'email', label: t('give.by_email') },
          ]}
          {...form.getInputProps('by')}
        />
        {by === 'phone' ? (
          <>
            <PhoneInput
              size="lg"
              label={t('give.recipient_phone')}
              description={t('give.recipient_phone_hint')}
              autoComplete="off"
              key="phone"
              {...form.getInputProps('phone')}
            />
            {needsName && (
              <TextInput
                size="lg"
                label={t('give.recipient_name')}
                description={t('give.recipient_name_by_phone_hint')}
                autoComplete="off"
                key="name"
                {...form.getInputProps('name')}
              />
            )}
            {canPickContact() && (
              <Button
                variant="light"
                leftSection={<IconAddressBook size={18} aria-hidden />}
                onClick={async () => {
                  const phone = await pickContact();
                  if (phone !== undefined) form.setFieldValue('phone', phone);
                }}
              >
                {t('give.from_contacts')}
              </Button>
            )}
          </>
        ) : (
          <>
            <TextInput
              size="lg"
              type="email"
              label={t('give.recipient_email')}
              autoComplete="off"
              key="email"
              {...form.getInputProps('email')}
            />
            <TextInput
              size="lg"
              label={t('give.recipient_name')}
              description={t('give.recipient_name_hint')}
              autoComplete="off"
              key="name"
              {...form.getInputProps('name')}
            />
          </>
        )}
        {notice !== undefined && <ProblemNotice thrown={notice} />}
        <Button type="submit" size="lg" loading={lookUp.isPending}>
          {t('give.look_up')}
        </Button>
      </Stack>
    </form>
  );
}
