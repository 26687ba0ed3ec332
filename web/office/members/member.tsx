import { Anchor, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { fieldOf, type MemberValues, useMemberForm } from './member-form.ts';

const readMember = (member_id: string) =>
  answered(api.GET('/v1/office/members/{member_id}', { params: { path: { member_id } } }));
type Member = Awaited<ReturnType<typeof readMember>>;

export function MemberPage() {
  const { t } = useOfficeWords();
  const { member_id = '' } = useParams();
  const member = useQuery({ queryKey: ['member', member_id], queryFn: () => readMember(member_id) });
  return (
    <StaffPage
      title={member.data?.name ?? t('office.members')}
      intro={
        <Anchor component={Link} to="/office/members" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('office.members')}
        </Anchor>
      }
    >
      <Answer of={member} height={420}>
        {(found) => <MemberForm key={found.member_id} of={found} />}
      </Answer>
    </StaffPage>
  );
}

function MemberForm({ of }: { of: Member }) {
  const { t, locale } = useOfficeWords();
  const { may } = useStaff();
  const [isLeaving, setLeaving] = useState(false);
  const { member_id, member_no, origin } = of;
  const mayChange = may('owner', 'clerk');
  const { form, refuse } = useMemberForm({
    member_no,
    name: of.name,
    phone: formatPhone(of.phone, locale),
    email: of.email ?? '',
  });
  const saving = useIdempotentMutation(
    ({ name, phone, email }: MemberValues, headers: IdempotencyHeaders) =>
      answered(
        api.PUT('/v1/office/members/{member_id}', {
          params: { path: { member_id } },
          body: { name, phone, email: email === '' ? null : email },
          headers,
        }),
      ),
    [['members'], ['member', member_id]],
  );
  const submit = form.onSubmit(
    (given) =>
      saving.mutate(given, {
        onError: refuse,
        onSuccess: () => notifications.show({ message: t('office.member_save_done') }),
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name')?.focus(),
  );
  return (
    <Card withBorder padding="lg" maw={520}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {saving.isError && fieldOf(saving.error) === undefined && <ProblemNotice thrown={saving.error} />}
          <Text size="sm" c="dimmed">
            {t('office.member_no')} {member_no} · {t(`office.origin.${origin}`)}
          </Text>
          <TextInput
            {...form.getInputProps('name')}
            label={t('office.name')}
            maxLength={100}
            readOnly={!mayChange}
          />
          <TextInput
            {...form.getInputProps('phone')}
            label={t('office.phone')}
            type="tel"
            maxLength={40}
            readOnly={!mayChange}
          />
          <TextInput
            {...form.getInputProps('email')}
            label={t('office.email_optional')}
            type="email"
            maxLength={254}
            readOnly={!mayChange}
          />
          {mayChange && (
            <Group justify="space-between" mt="xs">
              <Button variant="subtle" color="red" onClick={() => setLeaving(true)}>
                {t('office.member_leave')}
              </Button>
              <Button type="submit" loading={saving.isPending}>
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
      <Dialog opened={isLeaving} onClose={() => setLeaving(false)} title={t('office.member_leave_title')}>
        <Leave of={of} onCancel={() => setLeaving(false)} />
      </Dialog>
    </Card>
  );
}

function Leave({ of: { member_id, name }, onCancel }: { of: Member; onCancel: () => void }) {
  const { t } = useOfficeWords();
  const go = useNavigate();
  const leaving = useIdempotentMutation(
    (id: string, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/members/{member_id}/departure', {
          params: { path: { member_id: id } },
          headers,
        }),
      ),
    [['members']],
  );
  const leave = () =>
    leaving.mutate(member_id, {
      onSuccess: () => {
        notifications.show({ message: t('office.member_leave_done') });
        go('/office/members');
      },
    });
  return (
    <Stack>
      <Text>{t('office.member_leave_detail', { name })}</Text>
      {leaving.isError && <ProblemNotice thrown={leaving.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={leaving.isPending} onClick={leave}>
          {t('office.member_leave')}
        </Button>
      </Group>
    </Stack>
  );
}
