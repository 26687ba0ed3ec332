import { Anchor, Group, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import type { Shop } from '../api.ts';
import { useWords } from '../words.ts';
import { useDraft } from './draft.ts';
import { ShopCard } from './shop-card.tsx';
import { useShops } from './shops.ts';
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
      {draft.same_as !== undefined && draft.several === undefined && (
        <Group mb="lg" gap="xs">
          <Text>{t('give.for_person', { name: draft.same_as.masked_name })}</Text>
          <Anchor component="button" type="button" onClick={() => keep({ same_as: undefined })}>
            {t('give.somebody_else')}
          </Anchor>
        </Group>
      )}
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
