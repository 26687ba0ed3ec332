import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type PaymentMethod } from '../api.ts';
import { AddCard, useExpiry, usePaymentMethodName, usePaymentMethods } from '../give/card-choice.tsx';
import { useShopName } from '../give/shops.ts';
import { WithAction } from '../parts.tsx';
import { useWords } from '../words.ts';

/** The member's cards. */
export function Cards() {
  const { t } = useWords();
  const methods = usePaymentMethods();
  return (
    <Answer of={methods} height={100}>
      {({ payment_methods }) => (
        <Stack>
          {payment_methods.length === 0 && <Text c="dimmed">{t('give.no_card')}</Text>}
          {payment_methods.map((method) => (
            <CardRow key={method.payment_method_id} method={method} />
          ))}
          <AddCard from="/me" />
        </Stack>
      )}
    </Answer>
  );
}

function CardRow({ method }: { method: PaymentMethod }) {
  const { t } = useWords();
  const nameOf = usePaymentMethodName();
  const shopName = useShopName();
  const expiry = useExpiry()(method);
  const { payment_method_id, provider, shops } = method;
  const remove = useIdempotentMutation(
    (_: undefined) =>
      answered(
        api.DELETE('/v1/payment-methods/{payment_method_id}', { params: { path: { payment_method_id } } }),
      ),
    [['payment-methods']],
  );
  const card = nameOf(method);
  return (
    <>
      <WithAction
        action={
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('me.remove_card', { card })}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, { onSuccess: () => notifications.show({ message: t('me.removed') }) })
            }
          >
            {t('me.remove')}
          </Button>
        }
      >
        <Text>{card}</Text>
        {expiry !== undefined && (
          <Text fz="sm" c="dimmed">
            {expiry}
          </Text>
        )}
        <Text fz="sm" c="dimmed">
          {shops.length === 0
            ? t('me.card_nowhere')
            : t('me.card_shops', { shops: shops.map(shopName).join(', ') })}
          {provider !== undefined && ` · ${t('me.card_provider', { provider })}`}
        </Text>
      </WithAction>
      {remove.isError && <ProblemNotice thrown={remove.error} />}
    </>
  );
}
