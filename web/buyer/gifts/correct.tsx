import { Box, Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { MaskedName } from '../give/masked-name.tsx';
import { addressTyped, RecipientForm, useTypedRecipient } from '../give/recipient-form.tsx';
import { BackLink, PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';

type Found = NonNullable<Order['recipient']>;

/** Before acceptance: another recipient is named, read back and confirmed. */
export function CorrectPage() {
  const { t } = useWords();
  const { order_id = '' } = useParams();
  const [found, setFound] = useState<Found>();
  const path = { order_id };
  return (
    <Box maw={520} mx="auto" py={{ base: 'xs', sm: 'lg' }}>
      <PageTitle
        above={<BackLink to={`/gifts/${order_id}`}>{t('common.back')}</BackLink>}
        what={found === undefined ? t('gifts.correct_what') : undefined}
      >
        {t(found === undefined ? 'gifts.correct_title' : 'give.read_back_title')}
      </PageTitle>
      {found === undefined ? (
        <RecipientForm
          orderId={order_id}
          ask={(body, headers) =>
            answered(api.PUT('/v1/orders/{order_id}/correction', { params: { path }, body, headers }))
          }
          onFound={setFound}
        />
      ) : (
        <Confirm orderId={order_id} found={found} onCorrect={() => setFound(undefined)} />
      )}
    </Box>
  );
}

function Confirm({ orderId, found, onCorrect }: { orderId: string; found: Found; onCorrect: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, keepTyped] = useTypedRecipient(orderId);
  const queries = useQueryClient();
  const confirm = useIdempotentMutation(
    (read_back_id: string, headers) =>
      answered(
        api.POST('/v1/orders/{order_id}/correction/confirmation', {
          params: { path: { order_id: orderId } },
          body: { read_back_id },
          headers,
        }),
      ),
    [['orders'], ['timeline', orderId]],
  );
  return (
    <Stack>
      <MaskedName found={found} typed={addressTyped(typed)} />
      {confirm.isError && <ProblemNotice thrown={confirm.error} />}
      <Button
        size="xl"
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate(found.read_back_id ?? '', {
            onSuccess: (changed) => {
              keepTyped(undefined);
              queries.setQueryData(['order', orderId], changed);
              notifications.show({ message: t('gifts.corrected'), color: 'teal' });
              navigate(`/gifts/${orderId}`, { replace: true });
            },
          })
        }
      >
        {t('gifts.correct_yes')}
      </Button>
      <Button size="lg" variant="default" disabled={confirm.isPending} onClick={onCorrect}>
        {t('give.no')}
      </Button>
    </Stack>
  );
}
