import { Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import { Problem, useProblemText } from '../problem.ts';
import type { StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

export const SERVICE_ACCOUNTS = ['service-accounts'];

/** The refusals that concern a field. */
const FIELDS: Readonly<Record<string, 'login' | 'name' | 'addresses'>> = {
  name_invalid: 'name',
  login_invalid: 'login',
  member_exists: 'login',
  address_range_invalid: 'addresses',
};

export function AddServiceAccount<Role extends StaffRole>({
  staffApi,
  onDone,
}: {
  staffApi: StaffApi<Role>;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  const problemText = useProblemText();
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { name: '', login: '', scopes: [] as string[], addresses: '' },
    validate: {
      name: required,
      login: required,
      scopes: (given) => (given.length === 0 ? t('staff.scopes_none') : null),
    },
  });
  const adding = useIdempotentMutation(staffApi.addServiceAccount, [SERVICE_ACCOUNTS]);
  const submit = form.onSubmit(
    ({ name, login, scopes, addresses }) =>
      adding.mutate(
        {
          name,
          login: login.trim(),
          scopes: staffApi.scopes.filter((scope) => scopes.includes(scope)),
          addresses: addresses.split(/[\s,]+/).filter((address) => address !== ''),
        },
        {
          onSuccess: () => {
            notifications.show({ message: t('staff.service_added', { name }) });
            onDone();
          },
          onError: (thrown) => {
            const field = fieldOf(thrown);
            if (field === undefined) return;
            const isTaken = thrown instanceof Problem && thrown.code === 'member_exists';
            form.setFieldError(field, isTaken ? t('staff.login_taken') : problemText(thrown).detail);
            form.getInputNode(field)?.focus();
          },
        },
      ),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && fieldOf(adding.error) === undefined && <ProblemNotice thrown={adding.error} />}
        <TextInput {...form.getInputProps('name')} label={t('staff.name')} maxLength={100} data-autofocus />
        <TextInput
          {...form.getInputProps('login')}
          label={t('common.login')}
          description={t('staff.login_hint')}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <Checkbox.Group {...form.getInputProps('scopes')} label={t('staff.scopes')}>
          <Stack gap="xs" mt={6}>
            {staffApi.scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`staff.scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          {...form.getInputProps('addresses')}
          label={t('staff.addresses')}
          description={t('staff.addresses_hint')}
          autosize
          minRows={2}
          spellCheck={false}
        />
        <Button type="submit" loading={adding.isPending}>
          {t('staff.service_add')}
        </Button>
      </Stack>
    </form>
  );
}

function fieldOf(thrown: unknown): 'login' | 'name' | 'addresses' | undefined {
  return thrown instanceof Problem ? FIELDS[thrown.code] : undefined;
}
