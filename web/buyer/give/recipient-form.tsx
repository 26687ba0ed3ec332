import { Button, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAddressBook } from '@tabler/icons-react';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { focusFirst, useRefusals } from '../form.ts';
import { useWords } from '../words.ts';
import { canPickContact, pickContact } from './contacts.ts';

export type Recipient = { phone: string } | { email: string; name: string };

const FIELD_OF_CODE = {
  phone_number_invalid: 'phone',
  recipient_unknown: 'phone',
  email_invalid: 'email',
  name_invalid: 'name',
} as const;

/** The recipient: a phone number as people write it, or an email address with a name. */
export function RecipientForm<Found>({
  ask,
  onFound,
}: {
  ask: (recipient: Recipient, headers: IdempotencyHeaders) => Promise<Found>;
  onFound: (found: Found) => void;
}) {
  const { t } = useWords();
  const form = useForm({
    initialValues: { by: 'phone', phone: '', email: '', name: '' },
    validate: (values) => {
      const missing = (value: string) => (value.trim() === '' ? t('common.required') : null);
      return values.by === 'phone'
        ? { phone: missing(values.phone) }
        : { email: missing(values.email), name: missing(values.name) };
    },
  });
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const lookUp = useIdempotentMutation(ask);
  const { by, ...typed } = form.getValues();
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => {
        clear();
        const recipient =
          by === 'phone' ? { phone: typed.phone } : { email: typed.email.trim(), name: typed.name.trim() };
        lookUp.mutate(recipient, { onError: refused, onSuccess: onFound });
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
            <TextInput
              size="lg"
              type="tel"
              label={t('give.recipient_phone')}
              description={t('give.recipient_phone_hint')}
              autoComplete="off"
              key="phone"
              {...form.getInputProps('phone')}
            />
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
