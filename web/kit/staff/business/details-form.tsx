import { Button, ColorInput, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { ProblemNotice } from '../../notice.tsx';
import type { BusinessDetails, OwnBusiness, StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';
import { PictureField } from './picture-field.tsx';
import { OWN_BUSINESS } from './query-key.ts';

/** Colours that white text can be read on. */
const SWATCHES = ['#b01f42', '#9a3412', '#166534', '#0f766e', '#1d4ed8', '#5b21b6', '#1c1917'];
const BP_PER_PERCENT = 100;
const LOGO_HEIGHT = 48;

const NOTHING: BusinessDetails = {
  ...{ name_ko: '', name_en: '', representative: '', registration_number: '', mail_order_number: '' },
  ...{ address_ko: '', address_en: '', telephone: '', email: '', hours_ko: '', hours_en: '' },
  ...{ privacy_officer: '', colour: '', logo_id: null, vat_bp: 0 },
};
const REQUIRED = [
  ...['name_ko', 'name_en', 'representative', 'registration_number', 'address_ko', 'address_en'],
  ...['telephone', 'email'],
] as const;

type TextName = Exclude<keyof BusinessDetails, 'logo_id' | 'vat_bp' | 'colour'>;

/** Publishes the details as a new version. */
export function DetailsForm<Role extends StaffRole>({
  staffApi,
  business,
  mayPublish,
}: {
  staffApi: StaffApi<Role>;
  business?: NonNullable<OwnBusiness['business']>;
  mayPublish: boolean;
}) {
  const { t } = useStaffWords();
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm<BusinessDetails>({
    initialValues: shownOf(business),
    validate: Object.fromEntries(REQUIRED.map((name) => [name, required])),
  });
  const publishing = useIdempotentMutation(staffApi.publishDetails, [OWN_BUSINESS, ['business']]);
  const text = (name: TextName, label: string, optional = false) => (
    <TextInput
      label={label}
      readOnly={!mayPublish}
      autoComplete="off"
      {...(optional ? { description: t('business_page.optional') } : {})}
      {...form.getInputProps(name)}
      value={form.values[name] ?? ''}
    />
  );
  const submit = form.onSubmit((values) =>
    publishing.mutate(
      { after: business?.version ?? 0, details: sentOf(values) },
      { onSuccess: () => notifications.show({ message: t('business_page.done') }) },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {text('name_ko', t('business_page.name_ko'))}
          {text('name_en', t('business_page.name_en'))}
          {text('representative', t('business.representative'))}
          {text('registration_number', t('business.registration_number'))}
          {text('mail_order_number', t('business.mail_order_number'), true)}
          {text('privacy_officer', t('business.privacy_officer'), true)}
          {text('address_ko', t('business_page.address_ko'))}
          {text('address_en', t('business_page.address_en'))}
          {text('telephone', t('business.support'))}
          {text('email', t('business.email'))}
          {text('hours_ko', t('business_page.hours_ko'), true)}
          {text('hours_en', t('business_page.hours_en'), true)}
          <ColorInput
            label={t('business_page.colour')}
            description={t('business_page.colour_hint')}
            readOnly={!mayPublish}
            swatches={SWATCHES}
            eyeDropperButtonProps={{ 'aria-label': t('business_page.colour_choose') }}
            {...form.getInputProps('colour')}
            value={form.values.colour ?? ''}
          />
          <NumberInput
            label={t('business_page.vat')}
            description={t('business_page.vat_hint')}
            readOnly={!mayPublish}
            min={0}
            max={50}
            decimalScale={2}
            value={form.values.vat_bp / BP_PER_PERCENT}
            onChange={(percent) =>
              form.setFieldValue('vat_bp', Math.round(Number(percent || 0) * BP_PER_PERCENT))
            }
          />
        </SimpleGrid>
        <PictureField
          staffApi={staffApi}
          label={t('business_page.logo')}
          shown={t('business_page.logo_now')}
          height={LOGO_HEIGHT}
          pictureId={form.values.logo_id}
          mayChange={mayPublish}
          onChange={(id) => form.setFieldValue('logo_id', id)}
        />
        {publishing.isError && <ProblemNotice thrown={publishing.error} />}
        {mayPublish && (
          <Group>
            <Button type="submit" loading={publishing.isPending}>
              {t('business_page.publish')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** What is not there is an empty field. */
function shownOf(business: BusinessDetails | undefined): BusinessDetails {
  if (business === undefined) return NOTHING;
  const own = Object.fromEntries(
    Object.keys(NOTHING).map((name) => [name, business[name as keyof BusinessDetails]]),
  );
  return { ...NOTHING, ...own };
}

function sentOf(values: BusinessDetails): BusinessDetails {
  const trimmed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );
  const optional = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
  return {
    ...values,
    ...trimmed,
    mail_order_number: optional(values.mail_order_number),
    hours_ko: optional(values.hours_ko),
    hours_en: optional(values.hours_en),
    privacy_officer: optional(values.privacy_officer),
    colour: optional(values.colour)?.toLowerCase() ?? null,
  };
}
