import { Card, Stack, Text } from '@mantine/core';
import type { Shop } from '../api.ts';
import { shopPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { nameOf } from './shops.ts';

/** How many of the suggested amounts are shown. */
const PRICES = 3;

/** A shop with its picture and what it sells. */
export function ShopCard({ shop, chosen, onChoose }: { shop: Shop; chosen: boolean; onChoose: () => void }) {
  const { t, pick, money } = useWords();
  const range = { currency: shop.currency };
  return (
    <Card
      component="button"
      type="button"
      withBorder
      radius="lg"
      padding="md"
      className="choice"
      data-checked={chosen}
      ta="start"
      style={{ cursor: 'pointer' }}
      onClick={onChoose}
    >
      <Card.Section>
        <img className="art" src={shopPicture(shop)} alt="" />
      </Card.Section>
      <Stack gap={4} mt="md">
        <Text fw={700} fz="lg">
          {nameOf(shop, pick)}
        </Text>
        <Text c="dimmed" fz="sm">
          {pick(shop.description_ko ?? '', shop.description_en ?? '')}
        </Text>
        <Text fw={500}>
          {shop.suggested_minor
            .slice(0, PRICES)
            .map((amount_minor) => money({ amount_minor, ...range }))
            .join(' · ')}
        </Text>
        <Text fz="sm">
          {t('give.shop_range', {
            least: { amount_minor: shop.amount_min_minor, ...range },
            most: { amount_minor: shop.amount_max_minor, ...range },
          })}
        </Text>
      </Stack>
    </Card>
  );
}
