import { Card, NativeSelect, SimpleGrid, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useId } from 'react';
import { useConsoleWords } from '../words.ts';
import type { ShopValues } from './values.ts';

type TextField = Exclude<keyof ShopValues, 'active'>;

/** The servers that a new shop may name. */
export type Servers = { parties: readonly string[]; settlements: readonly string[] };

/** All of a shop's terms. */
export function ShopFields({ form, servers }: { form: UseFormReturnType<ShopValues>; servers?: Servers }) {
  const { t } = useConsoleWords();
  const text = (name: TextField) => ({
    ...form.getInputProps(name),
    label: t(`shops.${name}`),
    autoComplete: 'off',
  });
  const number = (name: TextField) => ({ ...text(name), inputMode: 'decimal' as const });
  return (
    <Stack gap="md">
      {servers && (
        <Part title={t('shops.name')}>
          <TextInput
            {...text('shop_id')}
            key={form.key('shop_id')}
            description={t('shops.shop_id_hint')}
            maxLength={32}
            autoCapitalize="none"
            spellCheck={false}
          />
          <NativeSelect {...text('party')} key={form.key('party')} data={[...servers.parties]} />
          <NativeSelect
            {...text('settlement')}
            key={form.key('settlement')}
            data={[...servers.settlements]}
          />
          <TextInput
            {...text('currency')}
            key={form.key('currency')}
            maxLength={3}
            autoCapitalize="characters"
          />
        </Part>
      )}
      <Part title={t('shops.names')}>
        <TextInput {...text('name_ko')} key={form.key('name_ko')} maxLength={60} lang="ko" />
        <TextInput {...text('name_en')} key={form.key('name_en')} maxLength={60} lang="en" />
        <Textarea
          {...text('description_ko')}
          key={form.key('description_ko')}
          maxLength={2_000}
          autosize
          minRows={2}
          lang="ko"
        />
        <Textarea
          {...text('description_en')}
          key={form.key('description_en')}
          maxLength={2_000}
          autosize
          minRows={2}
          lang="en"
        />
        <TextInput
          {...text('image_key')}
          key={form.key('image_key')}
          description={t('shops.image_key_hint')}
        />
      </Part>
      <Part title={t('shops.money')}>
        <TextInput {...number('amount_min_minor')} key={form.key('amount_min_minor')} />
        <TextInput {...number('amount_max_minor')} key={form.key('amount_max_minor')} />
        <TextInput
          {...text('suggested_minor')}
          key={form.key('suggested_minor')}
          description={t('shops.suggested_hint')}
        />
        <TextInput {...number('commission_bp')} key={form.key('commission_bp')} />
        <NativeSelect
          {...text('payment_route')}
          key={form.key('payment_route')}
          data={(['direct', 'through_shop'] as const).map((value) => ({
            value,
            label: t(`shops.route.${value}`),
          }))}
        />
      </Part>
      <Part title={t('shops.terms')}>
        <TextInput {...number('answer_days')} key={form.key('answer_days')} />
        <TextInput {...number('remind_days')} key={form.key('remind_days')} />
        <TextInput {...number('validity_months')} key={form.key('validity_months')} />
        <TextInput
          {...number('refund_days')}
          key={form.key('refund_days')}
          description={t('shops.refund_days_hint')}
        />
        <TextInput
          {...text('time_zone')}
          key={form.key('time_zone')}
          description={t('shops.time_zone_hint')}
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
        />
        <Switch
          key={form.key('active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
          label={t('shops.active')}
          description={t('shops.active_hint')}
        />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" mb="md" id={id}>
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        {children}
      </SimpleGrid>
    </Card>
  );
}
