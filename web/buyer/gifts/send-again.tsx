import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Order } from '../api.ts';
import { useDraft } from '../give/draft.ts';
import { useWords } from '../words.ts';

/** The same gift to the same person; shop, amount, card and message can be changed before it is paid for. */
export function SendAgain({ order }: { order: Order }) {
  const { t } = useWords();
  const [, keep] = useDraft();
  const navigate = useNavigate();
  const { order_id, recipient, shop_id, amount_minor, currency, message, card_design } = order;
  if (recipient === undefined) return null;
  const { masked_name, masked_address } = recipient;
  return (
    <Button
      variant="default"
      onClick={() => {
        keep({
          shop_id,
          amount_minor,
          currency,
          message,
          card_design,
          deliver_at: undefined,
          several: undefined,
          people: undefined,
          same_as: { order_id, masked_name, masked_address },
        });
        navigate('/give/message');
      }}
    >
      {t('gifts.send_again')}
    </Button>
  );
}
