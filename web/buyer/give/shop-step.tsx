import { Card, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import type { Shop } from '../api.ts';
import { shopPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { useDraft } from './draft.ts';
import { nameOf, useShops } from './shops.ts';
import { Step } from './step.tsx';

export function ShopStep() {
  const { t } = useWords();
  const shops = useShops();
  const [draft, keep] = useDraft();
  const navigate = useNavigate();
  function choose(shop: Shop) {
    const isSame = shop.shop_id === draft.shop_id;
    // This shop may not sell the amount chosen for another one.
    keep({
      shop_id: shop.shop_id,
      currency: shop.currency,
      amount_minor: isSame ? draft.amount_minor : undefined,
      people: undefined,
    });
    navigate('/give/amount');
  }
  return (
    <Step step={1} title={t('give.shop_title')}>
      <SegmentedControl
        fullWidth
        size="md"
        mb="lg"
        aria-label={t('several.how_many')}
        value={draft.several === undefined ? 'one' : 'many'}
        onChange={(chosen) => keep({ several: chosen === 'many' ? true : undefined })}
        data={[
          { value: 'one', label: t('several.one') },
          { value: 'many', label: t('several.many') },
        ]}
      />
      <Answer of={shops} height={420}>
        {(found) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {found.shops.map((shop) => (
              <ShopCard
                key={shop.shop_id}
                shop={shop}
                chosen={shop.shop_id === draft.shop_id}
                onChoose={() => choose(shop)}
              />
            ))}
          </SimpleGrid>
        )}
      </Answer>
    </Step>
  );
}

function ShopCard({ shop, chosen, onChoose }: { shop: Shop; chosen: boolean; onChoose: () => void }) {
  const { t, pick } = useWords();
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
        <img className="art" src={shopPicture(shop.image_key)} alt="" />
      </Card.Section>
      <Stack gap={4} mt="md">
        <Text fw={700} fz="lg">
          {nameOf(shop, pick)}
        </Text>
        <Text c="dimmed" fz="sm">
          {pick(shop.description_ko ?? '', shop.description_en ?? '')}
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
