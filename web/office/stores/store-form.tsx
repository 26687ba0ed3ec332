import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { formatPhone } from '../../../kit/phone-format.ts';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem, useProblemText } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { STORES, type Store } from './use-stores.ts';

const DETAILS = [
  ...([
    'district',
    'district_en',
    'address',
    'address_en',
    'map_url',
    'opening_hours',
    'opening_hours_en',
  ] as const),
  'phone',
] as const;
const NAMES = ['name_ko', 'name_en'] as const;
type Field = (typeof DETAILS)[number] | (typeof NAMES)[number];
type Values = Record<Field, string>;
const LENGTH_MAX: Partial<Record<Field, number>> = {
  ...{ phone: 40, address: 200, address_en: 200, opening_hours: 200, opening_hours_en: 200, map_url: 500 },
};

/** Adds a store, or changes what people are told of one. */
export function StoreForm({ store, onDone }: { store?: Store; onDone: () => void }) {
  const { t, pick, locale } = useOfficeWords();
  const problemText = useProblemText();
  const fields: readonly Field[] = store === undefined ? [...NAMES, ...DETAILS] : DETAILS;
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm<Values>({
    initialValues: {
      name_ko: store?.name_ko ?? '',
      name_en: store?.name_en ?? '',
      district: store?.district ?? '',
      district_en: store?.district_en ?? '',
      address: store?.address ?? '',
      address_en: store?.address_en ?? '',
      map_url: store?.map_url ?? '',
      opening_hours: store?.opening_hours ?? '',
      opening_hours_en: store?.opening_hours_en ?? '',
      phone: store?.phone ? formatPhone(store.phone, locale) : '',
    },
    validate: {
      name_ko: required,
      name_en: required,
      map_url: (given) =>
        given.trim() === '' || /^https:\/\/\S+$/.test(given.trim()) ? null : t('office.store_map_wrong'),
    },
  });
  const saving = useIdempotentMutation(
    (given: Values, headers: IdempotencyHeaders) => answered(save(store, given, headers)),
    [STORES, ['trends']],
  );
  const submit = form.onSubmit(
    (given) =>
      saving.mutate(given, {
        onSuccess: ({ name_ko, name_en }) => {
          const done = store === undefined ? 'office.store_add_done' : 'office.store_change_done';
          notifications.show({ message: t(done, { name: pick(name_ko, name_en) }) });
          onDone();
        },
        onError: (thrown) => {
          if (!isAboutPhone(thrown)) return;
          form.setFieldError('phone', problemText(thrown).detail);
          form.getInputNode('phone')?.focus();
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name_ko')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {saving.isError && !isAboutPhone(saving.error) && <ProblemNotice thrown={saving.error} />}
        {fields.map((name, nth) => (
          <TextInput
            key={name}
            {...form.getInputProps(name)}
            label={t(`office.store_${name}`)}
            {...(name === 'opening_hours' ? { description: t('office.store_hours_hint') } : {})}
            {...(name === 'map_url'
              ? { description: t('office.store_map_hint'), inputMode: 'url' as const }
              : {})}
            maxLength={LENGTH_MAX[name] ?? 100}
            autoComplete="off"
            data-autofocus={nth === 0 || undefined}
          />
        ))}
        <Button type="submit" loading={saving.isPending}>
          {t(store === undefined ? 'office.store_add' : 'office.store_change')}
        </Button>
      </Stack>
    </form>
  );
}

function save(store: Store | undefined, given: Values, headers: IdempotencyHeaders) {
  const textOf = (name: (typeof DETAILS)[number]) => given[name].trim() || null;
  const details = {
    district: textOf('district'),
    district_en: textOf('district_en'),
    address: textOf('address'),
    address_en: textOf('address_en'),
    map_url: textOf('map_url'),
    opening_hours: textOf('opening_hours'),
    opening_hours_en: textOf('opening_hours_en'),
    phone: textOf('phone'),
  };
  if (store === undefined) {
    const { name_ko, name_en } = given;
    return api.POST('/v1/office/stores', { body: { name_ko, name_en, ...details }, headers });
  }
  const { store_id } = store;
  return api.PUT('/v1/office/stores/{store_id}', { params: { path: { store_id } }, body: details, headers });
}

function isAboutPhone(thrown: unknown): thrown is Problem {
  return thrown instanceof Problem && thrown.code === 'phone_number_invalid';
}
