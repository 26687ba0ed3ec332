import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import { type Servers, ShopFields } from './fields.tsx';
import { readShops, SHOPS, type Shop, type ShopChanges, type Window } from './queries.ts';
import { useRefusedField } from './refused-field.ts';
import { type ShopValues, shopOf, valuesOf } from './values.ts';

const NEW: ShopValues = {
  shop_id: '',
  party: '',
  settlement: '',
  currency: 'KRW',
  name_ko: '',
  name_en: '',
  description_ko: '',
  description_en: '',
  image_key: '',
  amount_min_minor: '',
  amount_max_minor: '',
  suggested_minor: '',
  payment_route: 'direct',
  commission_bp: '',
  answer_days: '7',
  remind_days: '5',
  validity_months: '60',
  time_zone: 'Asia/Seoul',
  refund_days: '7',
  active: true,
};

/** Adds a shop, whose certificates are then sold. */
export function AddShop() {
  const { t, pick } = useConsoleWords();
  const go = useNavigate();
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  const adding = useIdempotentMutation(
    (body: Shop, headers) => answered(api.POST('/v1/staff/shops', { body, headers })),
    [SHOPS],
  );
  const done = ({ name_ko, name_en }: Shop) => {
    notifications.show({ message: t('shops.added', { shop: pick(name_ko, name_en) }) });
    go('/console/shops');
  };
  return (
    <ShopFrame title={t('shops.add')}>
      <Answer of={shops} height={640}>
        {({ parties, settlements }) => (
          <ShopForm
            initial={{ ...NEW, party: parties[0] ?? '', settlement: settlements[0] ?? '' }}
            servers={{ parties, settlements }}
            verb={adding}
            submit={(values, handlers) => adding.mutate(shopOf(values), { onSuccess: done, ...handlers })}
            label={t('shops.add')}
          />
        )}
      </Answer>
    </ShopFrame>
  );
}

/** One shop's terms; read-only for those who may not change them. */
export function ChangeShop() {
  const { t, pick } = useConsoleWords();
  const { shop_id = '' } = useParams();
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  const shop = shops.data?.shops.find((known) => known.shop_id === shop_id);
  const window = shops.data?.windows.find((known) => known.shop_id === shop_id);
  const changing = useIdempotentMutation(
    (body: ShopChanges, headers) =>
      answered(api.PATCH('/v1/staff/shops/{shop_id}', { params: { path: { shop_id } }, body, headers })),
    [SHOPS],
  );
  const done = ({ name_ko, name_en }: Shop) =>
    notifications.show({ message: t('shops.saved', { shop: pick(name_ko, name_en) }) });
  return (
    <ShopFrame title={shop ? pick(shop.name_ko, shop.name_en) : t('shops.name')}>
      <Answer of={shops} height={640}>
        {() =>
          shop === undefined ? (
            <NothingHere title={t('shops.missing')} />
          ) : (
            <>
              {window && <OwnWindow of={window} currency={shop.currency} />}
              <ShopForm
                key={JSON.stringify(shop)}
                initial={valuesOf(shop)}
                verb={changing}
                submit={(values, handlers) =>
                  changing.mutate(changesOf(shop, shopOf(values)), { onSuccess: done, ...handlers })
                }
                label={t('shops.save')}
              />
            </>
          )
        }
      </Answer>
    </ShopFrame>
  );
}

/** That the shop says itself what buyers see, and what became of it. */
function OwnWindow({
  of: { version, taken_at, limits, refused },
  currency,
}: {
  of: Window;
  currency: string;
}) {
  const { t } = useConsoleWords();
  const allowed = {
    least: { amount_minor: limits.amount_min_minor, currency },
    most: { amount_minor: limits.amount_max_minor, currency },
  };
  return (
    <Alert color={refused === undefined ? 'blue' : 'orange'} variant="light" title={t('shops.window')}>
      {taken_at !== null && <Text size="sm">{t('shops.window_shown', { version, at: taken_at })}</Text>}
      <Text size="sm">{t('shops.window_limits', allowed)}</Text>
      {refused && (
        <Text size="sm">{t('shops.window_refused', { version: refused.version, code: refused.code })}</Text>
      )}
    </Alert>
  );
}

/** Only the terms that changed, so that two people can change different ones at once. */
function changesOf(before: Shop, after: Shop): ShopChanges {
  const { shop_id: _id, party: _party, settlement: _settlement, currency: _currency, ...terms } = after;
  const known: Readonly<Record<string, unknown>> = before;
  return Object.fromEntries(
    Object.entries(terms).filter(([name, value]) => JSON.stringify(known[name]) !== JSON.stringify(value)),
  );
}

function ShopFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useConsoleWords();
  return (
    <StaffPage
      title={title}
      intro={
        <Anchor component={Link} to="/console/shops" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('console.shops')}
        </Anchor>
      }
    >
      {children}
    </StaffPage>
  );
}

function ShopForm({
  initial,
  servers,
  verb,
  submit,
  label,
}: {
  initial: ShopValues;
  /** For a new shop: the servers allowed to sign for it. */
  servers?: Servers;
  verb: { isPending: boolean; isError: boolean; error: unknown };
  submit: (values: ShopValues, handlers: { onError: (thrown: unknown) => void }) => void;
  label: string;
}) {
  const { t } = useConsoleWords();
  const { may } = useStaff();
  const refusedField = useRefusedField();
  const form = useForm<ShopValues>({ initialValues: initial });
  const onError = (thrown: unknown) => {
    const refused = refusedField(thrown, form.getValues());
    if (refused === undefined) return;
    form.setFieldError(refused.field, refused.message);
    form.getInputNode(refused.field)?.focus();
  };
  const hasOtherProblem = verb.isError && refusedField(verb.error, form.getValues()) === undefined;
  const isNew = servers !== undefined;
  const mayChange = may('operator');
  return (
    <form noValidate onSubmit={form.onSubmit((values) => submit(values, { onError }))}>
      <fieldset disabled={!mayChange} className="shop-fields">
        <ShopFields form={form} {...(isNew ? { servers } : {})} />
      </fieldset>
      {hasOtherProblem && <ProblemNotice thrown={verb.error} />}
      {mayChange && (
        <>
          <Button
            type="submit"
            size="md"
            mt="lg"
            loading={verb.isPending}
            disabled={!isNew && !form.isDirty()}
          >
            {label}
          </Button>
          {!isNew && !form.isDirty() && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('shops.unchanged')}
            </Text>
          )}
        </>
      )}
    </form>
  );
}
