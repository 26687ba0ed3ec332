import { Alert, Button, Card, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPhoneCall } from '@tabler/icons-react';
import type { paths } from '../api/management.gen.ts';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { answered, Problem, useProblemText } from '../kit/problem.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { api } from './api.ts';
import { useConsoleWords } from './words.ts';

type Person = paths['/v1/staff/telephone-members']['post']['requestBody']['content']['application/json'];

const LOCALES = ['ko', 'en'] as const;

/** Has somebody called who wants to join by telephone, and who chooses the phone PIN in that call. */
export function RegisterByTelephone() {
  const { t } = useConsoleWords();
  return (
    <StaffPage title={t('telephone.title')} intro={t('telephone.intro')}>
      <Card withBorder padding="lg" maw={560}>
        <PersonForm />
      </Card>
    </StaffPage>
  );
}

function PersonForm() {
  const { t } = useConsoleWords();
  const problemText = useProblemText();
  const calling = useIdempotentMutation((body: Person, headers) =>
    answered(api.POST('/v1/staff/telephone-members', { body, headers })),
  );
  const form = useForm<Person>({
    initialValues: { name: '', phone: '', locale: 'ko' },
    validate: {
      name: (name) => (name.trim() === '' ? t('common.required') : null),
      phone: (phone) => (phone.trim() === '' ? t('common.required') : null),
    },
  });
  const submit = form.onSubmit(
    (person) =>
      calling.mutate(person, {
        onSuccess: () => form.reset(),
        onError: (thrown) => {
          const field = fieldOf(thrown);
          if (field === undefined) return;
          form.setFieldError(field, problemText(thrown).detail);
          form.getInputNode(field)?.focus();
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput
          {...form.getInputProps('name')}
          label={t('telephone.name')}
          description={t('telephone.name_hint')}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          {...form.getInputProps('phone')}
          label={t('telephone.phone')}
          description={t('telephone.phone_hint')}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
        />
        <Radio.Group {...form.getInputProps('locale')} label={t('telephone.locale')}>
          <Stack gap="xs" mt={6}>
            {LOCALES.map((locale) => (
              <Radio key={locale} value={locale} label={t(`telephone.locale.${locale}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {t('telephone.what_happens')}
        </Text>
        <Button
          type="submit"
          leftSection={<IconPhoneCall size={16} aria-hidden />}
          loading={calling.isPending}
        >
          {t('telephone.call')}
        </Button>
        <div aria-live="polite">
          {calling.isError && fieldOf(calling.error) === undefined && (
            <ProblemNotice thrown={calling.error} />
          )}
          {calling.data && (
            <Alert
              color="teal"
              variant="light"
              title={t('telephone.calling', { phone: calling.data.masked_phone })}
            >
              {t('telephone.calling_detail', { until: calling.data.expires_at })}
            </Alert>
          )}
        </div>
      </Stack>
    </form>
  );
}

/** The field that has to be entered anew. */
function fieldOf(thrown: unknown): 'name' | 'phone' | undefined {
  if (!(thrown instanceof Problem)) return undefined;
  if (thrown.code === 'name_invalid') return 'name';
  return thrown.code === 'phone_number_invalid' || thrown.code === 'member_exists' ? 'phone' : undefined;
}
