import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { PictureField } from '../../kit/staff/business/picture-field.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api, staffApi } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { BuyersView } from './buyers-view.tsx';
import { Changes, changedNames } from './changes.tsx';
import { contentOf, type Typed, typedOf, wrongAmounts } from './typed.ts';
import { type Content, isAhead, type OwnWindow, WINDOWS } from './windows.ts';

const LENGTH_MAX = { description: 2_000, usage: 4_000 };
/** Where a refusal that concerns several amounts is shown. */
const AT = {
  amounts_in_order: 'amount_max_minor',
  suggested_within_amounts: 'suggested_minor',
  amounts_within_limits: 'amount_max_minor',
} as const satisfies Record<string, keyof Typed>;

/** What is to be shown of a shop, beside how buyers will see it; asks once more before it is published. */
export function WindowForm({ of }: { of: OwnWindow }) {
  const { t } = useOfficeWords();
  const mayPublish = useStaff().may('owner');
  const { currency, shown, limits } = of;
  // What was published last, also while the operator has yet to show it.
  const form = useForm<Typed>({ initialValues: typedOf(isAhead(of) ? of.wanted : shown, currency) });
  const [asked, setAsked] = useState<Content>();
  const content = contentOf(form.values, currency);
  const text = (name: Exclude<keyof Typed, 'picture_id'>) => ({
    ...form.getInputProps(name),
    label: t(`window.${name}`),
    readOnly: !mayPublish,
    autoComplete: 'off',
  });
  const area = (name: 'description_ko' | 'description_en' | 'usage_ko' | 'usage_en') => (
    <Textarea
      {...text(name)}
      maxLength={name.startsWith('usage') ? LENGTH_MAX.usage : LENGTH_MAX.description}
      autosize
      minRows={2}
      lang={name.slice(-2)}
    />
  );
  const submit = form.onSubmit((values) => {
    const wrong = wrongAmounts(values, currency);
    for (const name of wrong) form.setFieldError(name, t('window.not_an_amount'));
    const [first] = wrong;
    if (first !== undefined) form.getInputNode(first)?.focus();
    if (content === undefined) return;
    if (changedNames(shown, content).length > 0) setAsked(content);
    else notifications.show({ message: t('window.unchanged') });
  });
  const refused = (thrown: unknown) => {
    const rule = thrown instanceof Problem ? String(thrown.extra.rule) : '';
    if (!isRule(rule)) return;
    setAsked(undefined);
    form.setFieldError(
      AT[rule],
      t(`window.wrong.${rule}`, {
        least: { amount_minor: limits.amount_min_minor, currency },
        most: { amount_minor: limits.amount_max_minor, currency },
      }),
    );
    form.getInputNode(AT[rule])?.focus();
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {area('description_ko')}
          {area('description_en')}
          <PictureField
            staffApi={staffApi}
            label={t('window.picture_id')}
            shown={t('window.picture_now')}
            height={120}
            pictureId={form.values.picture_id}
            mayChange={mayPublish}
            onChange={(id) => form.setFieldValue('picture_id', id)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...text('amount_min_minor')} inputMode="decimal" />
            <TextInput {...text('amount_max_minor')} inputMode="decimal" />
          </SimpleGrid>
          <Text size="xs" c="dimmed">
            {t('window.limits', {
              least: { amount_minor: limits.amount_min_minor, currency },
              most: { amount_minor: limits.amount_max_minor, currency },
            })}
          </Text>
          <TextInput {...text('suggested_minor')} description={t('window.suggested_hint')} />
          {area('usage_ko')}
          {area('usage_en')}
          {mayPublish ? (
            <Group>
              <Button type="submit">{t('window.look_over')}</Button>
            </Group>
          ) : (
            <Text c="dimmed">{t('window.only_owners')}</Text>
          )}
        </Stack>
      </form>
      <Stack gap="sm" component="section">
        <Title order={3} size="h5">
          {t('window.as_buyers')}
        </Title>
        <BuyersView of={of} content={content ?? shown} />
      </Stack>
      <Dialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('window.publish_title')}
      >
        {asked && <Publish of={of} content={asked} onRefused={refused} onDone={() => setAsked(undefined)} />}
      </Dialog>
    </SimpleGrid>
  );
}

function isRule(rule: string): rule is keyof typeof AT {
  return Object.hasOwn(AT, rule);
}

/** The question before it is published: everything that changes. */
function Publish({
  of,
  content,
  onRefused,
  onDone,
}: {
  of: OwnWindow;
  content: Content;
  onRefused: (thrown: unknown) => void;
  onDone: () => void;
}) {
  const { t } = useOfficeWords();
  const { operator, shop_id, version, wanted } = of;
  const publishing = useIdempotentMutation(
    (window: Content, headers) =>
      answered(
        api.POST('/v1/office/windows', {
          body: { operator, shop_id, after: Math.max(version, wanted?.version ?? 0), window },
          headers,
        }),
      ),
    [WINDOWS],
  );
  const publish = () =>
    publishing.mutate(content, {
      onSuccess: () => {
        notifications.show({ message: t('window.published') });
        onDone();
      },
      onError: onRefused,
    });
  return (
    <Stack>
      <Text size="sm">{t('window.publish_what')}</Text>
      <Changes of={of} content={content} />
      {publishing.isError && <ProblemNotice thrown={publishing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button loading={publishing.isPending} onClick={publish} data-autofocus>
          {t('window.publish')}
        </Button>
      </Group>
    </Stack>
  );
}
