import { Button, Radio, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type PaymentMethod } from '../api.ts';
import { useWords } from '../words.ts';
import { useShopName } from './shops.ts';

const CAME_FROM = 'seonmul.card-for';

/** The member's payment methods; for a shop, those that it takes, and the others. */
export function usePaymentMethods(shopId?: string) {
  return useQuery({
    queryKey: ['payment-methods'],
    queryFn: () => answered(api.GET('/v1/payment-methods')),
    select: ({ payment_methods }) => {
      const isTaken = ({ shops }: PaymentMethod) => shopId === undefined || shops.includes(shopId);
      return {
        payment_methods: payment_methods.filter(isTaken),
        elsewhere: payment_methods.filter((method) => !isTaken(method)),
      };
    },
  });
}

export function usePaymentMethodName(): (method: PaymentMethod) => string {
  const { t } = useWords();
  return ({ brand, masked_number }) =>
    t('give.pay_card', { brand: brand.toUpperCase(), last4: masked_number.slice(-4) });
}

/** When a card expires, if that is known. */
export function useExpiry(): (method: PaymentMethod) => string | undefined {
  const { t } = useWords();
  return ({ expiry_month, expiry_year }) =>
    expiry_month === undefined || expiry_year === undefined
      ? undefined
      : t('give.pay_expiry', { month: String(expiry_month).padStart(2, '0'), year: expiry_year });
}

/** The cards to pay with, and a button to add one. */
export function CardChoice({
  shopId,
  chosen,
  onChoose,
}: {
  shopId: string | undefined;
  chosen: string | undefined;
  onChoose: (paymentMethodId: string) => void;
}) {
  const { t } = useWords();
  const methods = usePaymentMethods(shopId);
  const nameOf = usePaymentMethodName();
  const shopName = useShopName();
  const expiryOf = useExpiry();
  return (
    <Answer of={methods} height={120}>
      {({ payment_methods, elsewhere }) => (
        <Stack gap="sm">
          {payment_methods.length === 0 ? (
            <Text c="dimmed">{t(elsewhere.length === 0 ? 'give.no_card' : 'give.no_card_here')}</Text>
          ) : (
            <Radio.Group
              label={t('give.pay_by')}
              size="md"
              value={chosen ?? payment_methods[0]?.payment_method_id ?? ''}
              onChange={onChoose}
            >
              <Stack gap="sm" mt="xs">
                {payment_methods.map((method) => (
                  <Radio
                    key={method.payment_method_id}
                    value={method.payment_method_id}
                    label={nameOf(method)}
                    description={expiryOf(method)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {shopId !== undefined && elsewhere.length > 0 && (
            <Text fz="sm" c="dimmed">
              {t('give.cards_elsewhere', {
                shop: shopName(shopId),
                cards: elsewhere.map(nameOf).join(', '),
              })}
            </Text>
          )}
          <AddCard from="/give/pay" shopId={shopId} />
        </Stack>
      )}
    </Answer>
  );
}

/** Opens the payment provider's page, which returns to `from`. */
export function AddCard({ from, shopId }: { from: string; shopId?: string | undefined }) {
  const { t } = useWords();
  const query = shopId === undefined ? {} : { shop_id: shopId };
  const setUp = useMutation({
    mutationFn: () => answered(api.POST('/v1/payment-method-setups', { params: { query } })),
  });
  return (
    <Stack gap={4} align="flex-start">
      {setUp.isError && <ProblemNotice thrown={setUp.error} />}
      <Button
        variant="light"
        leftSection={<IconPlus size={18} aria-hidden />}
        loading={setUp.isPending || setUp.isSuccess}
        onClick={() =>
          setUp.mutate(undefined, {
            onSuccess: ({ card_entry_url }) => {
              sessionStorage.setItem(CAME_FROM, from);
              window.location.assign(card_entry_url);
            },
          })
        }
      >
        {t('give.add_card')}
      </Button>
      <Text fz="sm" c="dimmed">
        {t('give.add_card_what')}
      </Text>
    </Stack>
  );
}

/** The page that asked for a card. */
export function cameFrom(): string {
  return sessionStorage.getItem(CAME_FROM) === '/me' ? '/me' : '/give/pay';
}
