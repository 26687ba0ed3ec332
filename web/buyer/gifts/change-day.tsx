import { Button, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { localTime } from '../give/local-time.ts';
import { useWords } from '../words.ts';

/** Another moment for a scheduled gift, or now. */
export function ChangeDay({ order }: { order: Order }) {
  const { t } = useWords();
  const [isOpen, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('gifts.change_day')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={t('gifts.change_day_title')}>
        <ChangeDayForm order={order} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

function ChangeDayForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { order_id, deliver_at = '' } = order;
  const [day, setDay] = useState(() => localTime(new Date(deliver_at)));
  const [isMissing, setMissing] = useState(false);
  const change = useIdempotentMutation(
    (at: string | null, headers) =>
      answered(
        api.PUT('/v1/orders/{order_id}/delivery-day', {
          params: { path: { order_id } },
          body: { deliver_at: at },
          headers,
        }),
      ),
    [['orders'], ['timeline', order_id]],
  );
  function move(at: string | null) {
    change.mutate(at, {
      onSuccess: (changed) => {
        queries.setQueryData(['order', order_id], changed);
        notifications.show({
          message: t(at === null ? 'gifts.sent_now' : 'gifts.day_changed'),
          color: 'teal',
        });
        onClose();
      },
    });
  }
  function save(event: FormEvent) {
    event.preventDefault();
    setMissing(day === '');
    if (day !== '') move(new Date(day).toISOString());
  }
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <TextInput
          size="md"
          type="datetime-local"
          label={t('give.deliver_at')}
          description={t('gifts.change_day_what')}
          error={isMissing ? t('common.required') : undefined}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {change.isError && <ProblemNotice thrown={change.error} />}
        <Button size="md" type="submit" loading={change.isPending}>
          {t('gifts.change_day_save')}
        </Button>
        <Button size="md" variant="default" disabled={change.isPending} onClick={() => move(null)}>
          {t('gifts.change_day_now')}
        </Button>
      </Stack>
    </form>
  );
}
