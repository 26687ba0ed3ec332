import { Box, Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Order } from '../api.ts';
import { PageTitle } from '../parts.tsx';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';

/** The purchase is complete. */
export function DonePage({ order }: { order: Order }) {
  const { t } = useWords();
  const name = order.recipient?.masked_name ?? '';
  const { deliver_at, answer_by } = order;
  const isLater = order.state === 'scheduled' && deliver_at !== undefined;
  return (
    <Stack maw={520} mx="auto" py="lg" gap="lg">
      <Box style={{ borderRadius: 20, overflow: 'hidden' }}>
        <img className="art" src={cardPicture(order.card_design)} alt="" />
      </Box>
      <Box>
        <PageTitle
          what={
            <>
              {isLater ? t('give.done_later', { name, deliver_at }) : t('give.done_what', { name })}
              {answer_by !== undefined && (
                <Text component="span" display="block" mt="xs">
                  {t('give.done_deadline', { answer_by })}
                </Text>
              )}
            </>
          }
        >
          {t('give.done_title')}
        </PageTitle>
      </Box>
      <Button component={Link} to={`/gifts/${order.order_id}`} size="lg">
        {t('give.see_gift')}
      </Button>
      <Button component={Link} to="/give" size="lg" variant="default">
        {t('give.another')}
      </Button>
    </Stack>
  );
}
