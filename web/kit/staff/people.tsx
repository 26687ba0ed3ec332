import { Badge, Button, Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../notice.tsx';
import { Problem, useProblemText } from '../problem.ts';
import { StaffPage } from './page.tsx';
import { ResetPerson } from './reset-person.tsx';
import { ServiceAccounts } from './service-accounts.tsx';
import { useStaff } from './session.tsx';
import type { Staff, StaffApi, StaffRole } from './staff-api.ts';
import { Rows } from './table.tsx';
import { useStaffWords } from './words.ts';

const PEOPLE = ['people'];

/** The staff. The admin role adds and removes people; others may only look. */
export function People<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t } = useStaffWords();
  const { staff: me, may } = useStaff();
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Staff>();
  const [resetting, setResetting] = useState<Staff>();
  const people = useQuery({ queryKey: PEOPLE, queryFn: staffApi.people });
  const mayChange = may(staffApi.admin);
  const columns = [
    {
      head: t('staff.name'),
      cell: ({ staff_id, name }: Staff) => (
        <Group gap="xs" component="span">
          {name}
          {staff_id === me.staff_id && (
            <Badge variant="light" color="gray" component="span">
              {t('staff.you')}
            </Badge>
          )}
        </Group>
      ),
    },
    { head: t('common.login'), cell: ({ login }: Staff) => login },
    { head: t('staff.role'), cell: ({ role }: Staff) => t(`staff.role.${role}`) },
  ];
  const end = {
    head: t('staff.person_manage'),
    isNumber: true,
    cell: (person: Staff) =>
      person.staff_id !== me.staff_id && (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('staff.reset_of', { name: person.name })}
            onClick={() => setResetting(person)}
          >
            {t('staff.reset')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('staff.end_of', { name: person.name })}
            onClick={() => setRemoving(person)}
          >
            {t('staff.end')}
          </Button>
        </Group>
      ),
  };
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('staff.add')}
    </Button>
  );
  return (
    <StaffPage title={t('staff.people')} intro={t('staff.people_intro')} action={mayChange && add}>
      <Answer of={people} height={320}>
        {({ staff }) => (
          <Rows<Staff>
            rows={staff}
            label={t('staff.people')}
            columns={mayChange ? [...columns, end] : columns}
            keyOf={({ staff_id }) => staff_id}
          />
        )}
      </Answer>
      <ServiceAccounts staffApi={staffApi} />
      <Dialog opened={isAdding} onClose={() => setAdding(false)} title={t('staff.add_title')}>
        <AddForm staffApi={staffApi} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('staff.end_title')}
      >
        {removing && (
          <RemoveForm staffApi={staffApi} person={removing} onDone={() => setRemoving(undefined)} />
        )}
      </Dialog>
      <Dialog
        opened={resetting !== undefined}
        onClose={() => setResetting(undefined)}
        title={t('staff.reset_title')}
      >
        {resetting && (
          <ResetPerson staffApi={staffApi} person={resetting} onDone={() => setResetting(undefined)} />
        )}
      </Dialog>
    </StaffPage>
  );
}

function AddForm<Role extends StaffRole>({
  staffApi,
  onDone,
}: {
  staffApi: StaffApi<Role>;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  const problemText = useProblemText();
  const roles: readonly StaffRole[] = staffApi.roles;
  const form = useForm({
    initialValues: { name: '', login: '', password: '', role: '' },
    validate: (given) =>
      Object.fromEntries(
        Object.entries(given)
          .filter(([, value]) => value.trim() === '')
          .map(([name]) => [name, t('common.required')]),
      ),
  });
  const adding = useIdempotentMutation(staffApi.add, [PEOPLE]);
  const submit = form.onSubmit(
    ({ role, ...given }) => {
      const chosen = staffApi.roles.find((known) => known === role);
      if (chosen === undefined) return;
      adding.mutate(
        { ...given, role: chosen },
        {
          onSuccess: ({ name }) => {
            notifications.show({ message: t('staff.add_done', { name }) });
            onDone();
          },
          onError: (thrown) => {
            const field = fieldOf(thrown);
            if (field === undefined) return;
            const { detail } = problemText(thrown);
            form.setFieldError(field, isTaken(thrown) ? t('staff.login_taken') : detail);
            form.getInputNode(field)?.focus();
          },
        },
      );
    },
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && fieldOf(adding.error) === undefined && <ProblemNotice thrown={adding.error} />}
        <TextInput
          {...form.getInputProps('name')}
          label={t('staff.name')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          {...form.getInputProps('login')}
          label={t('common.login')}
          description={t('staff.login_hint')}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordInput
          {...form.getInputProps('password')}
          label={t('staff.password_first')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('common.show_password') }}
        />
        <Radio.Group {...form.getInputProps('role')} label={t('staff.role')}>
          <Stack gap="xs" mt={6}>
            {roles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`staff.role.${role}`)}
                description={t(`staff.role_does.${role}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Button type="submit" loading={adding.isPending}>
          {t('staff.add')}
        </Button>
      </Stack>
    </form>
  );
}

function RemoveForm<Role extends StaffRole>({
  staffApi,
  person,
  onDone,
}: {
  staffApi: StaffApi<Role>;
  person: Staff;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  const removing = useIdempotentMutation(staffApi.remove, [PEOPLE]);
  const end = () =>
    removing.mutate(person.staff_id, {
      onSuccess: () => {
        notifications.show({ message: t('staff.end_done', { name: person.name }) });
        onDone();
      },
    });
  return (
    <Stack>
      <Text>{t('staff.end_detail', { name: person.name })}</Text>
      {removing.isError && <ProblemNotice thrown={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={end}>
          {t('staff.end')}
        </Button>
      </Group>
    </Stack>
  );
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.code === 'member_exists';
}

/** The field that a refusal concerns. */
function fieldOf(thrown: unknown): 'login' | 'password' | 'name' | undefined {
  if (!(thrown instanceof Problem)) return undefined;
  if (thrown.code === 'member_exists' || thrown.code === 'login_invalid') return 'login';
  if (thrown.code === 'name_invalid') return 'name';
  if (thrown.code === 'password_too_weak') return 'password';
  return (['name', 'login', 'password'] as const).find((name) => thrown.fields.includes(name));
}
