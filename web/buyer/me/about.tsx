import { Button, Checkbox, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { LANGUAGE_NAMES, LOCALES } from '../../../kit/format/locale.ts';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Member } from '../api.ts';
import { focusFirst, useRefusals } from '../form.ts';
import { useWords } from '../words.ts';

const NOTICES = [
  'gift_accepted',
  'certificate_issued',
  'certificate_used',
  'use_reversed',
  'birthday_soon',
] as const;
type Notice = (typeof NOTICES)[number];

/** How a member may be told, if they have what it takes. */
const CHANNELS = [
  { value: 'sms', label: 'door.channel_sms', reaches: ({ mobile }: Member) => mobile !== null },
  { value: 'email', label: 'door.channel_email', reaches: ({ email }: Member) => email !== null },
  {
    value: 'voice',
    label: 'me.channel_voice',
    reaches: ({ landline, mobile }: Member) => (landline ?? mobile) !== null,
  },
] as const;

type ProfileValues = {
  name: string;
  locale: Member['locale'];
  preferred_channel: Member['preferred_channel'];
  notices: Notice[];
};

/** Name, language, channel, and which notifications the member wants. */
export function AboutMe({ member }: { member: Member }) {
  const { t } = useWords();
  const { name, locale, preferred_channel } = member;
  const form = useForm<ProfileValues>({
    initialValues: {
      name,
      locale,
      preferred_channel,
      notices: NOTICES.filter((kind) => member.notices[kind]),
    },
    validate: { name: (value) => (value.trim() === '' ? t('common.required') : null) },
  });
  const { notice, refused, clear } = useRefusals(form, { name_invalid: 'name' });
  const save = useIdempotentMutation(saveProfile, [['me']]);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        clear();
        save.mutate(values, {
          onError: refused,
          onSuccess: () => notifications.show({ message: t('me.saved'), color: 'teal' }),
        });
      }, focusFirst(form))}
    >
      <Stack gap="lg">
        <TextInput
          size="md"
          label={t('door.name')}
          description={t('door.name_hint')}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <Input.Wrapper size="md" label={t('me.locale')} labelElement="div" id="me-locale">
          <SegmentedControl
            fullWidth
            mt={6}
            aria-labelledby="me-locale-label"
            // All four names, side by side on the narrowest screen.
            styles={{ label: { paddingInline: 2 } }}
            data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            {...form.getInputProps('locale')}
          />
        </Input.Wrapper>
        <Input.Wrapper size="md" label={t('door.channel')} labelElement="div" id="me-channel">
          <SegmentedControl
            fullWidth
            mt={6}
            aria-labelledby="me-channel-label"
            data={CHANNELS.filter(({ reaches }) => reaches(member)).map(({ value, label }) => ({
              value,
              label: t(label),
            }))}
            {...form.getInputProps('preferred_channel')}
          />
        </Input.Wrapper>
        <Checkbox.Group size="md" label={t('me.notices')} {...form.getInputProps('notices')}>
          <Stack gap="sm" mt="xs">
            {NOTICES.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`me.notice_${kind}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text fz="sm" c="dimmed">
          {t('me.notices_money')}
        </Text>
        {notice !== undefined && <ProblemNotice thrown={notice} />}
        <Button type="submit" size="md" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  );
}

function saveProfile({ notices, ...values }: ProfileValues, headers: IdempotencyHeaders) {
  const wanted = (kind: Notice) => notices.includes(kind);
  const body = {
    ...values,
    notices: {
      gift_accepted: wanted('gift_accepted'),
      certificate_issued: wanted('certificate_issued'),
      certificate_used: wanted('certificate_used'),
      use_reversed: wanted('use_reversed'),
      birthday_soon: wanted('birthday_soon'),
    },
  };
  return answered(api.PATCH('/v1/members/me', { body, headers }));
}
