import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Shop } from '../api.ts';
import { useDraft } from '../give/draft.ts';
import { ShopCard } from '../give/shop-card.tsx';
import { useWords } from '../words.ts';

/** The shops with what they sell; one of them leads straight to its amounts. */
export function Brands({ shops }: { shops: readonly Shop[] }) {
  const { t } = useWords();
  const [, keep] = useDraft();
  const navigate = useNavigate();
  if (shops.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz={20}>
        {t('home.brands')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {shops.map((shop) => (
          <ShopCard
            key={shop.shop_id}
            shop={shop}
            chosen={false}
            onChoose={() => {
              keep({
                shop_id: shop.shop_id,
                currency: shop.currency,
                amount_minor: undefined,
                people: undefined,
              });
              navigate('/give/amount');
            }}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
