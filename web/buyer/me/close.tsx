import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { clearDraft } from '../give/draft.ts';
import { useClearQueries } from '../session.tsx';
import { useWords } from '../words.ts';

/** Closes the account, after saying what goes on and what is kept. */
export function CloseAccount() {
  const { t } = useWords();
  const navigate = useNavigate();
  const forgetAll = useClearQueries();
  const [isOpen, setOpen] = useState(false);
  const [isSure, setSure] = useState(false);
  const close = useIdempotentMutation((_: undefined, headers) =>
    answered(api.POST('/v1/members/me/closing', { headers })),
  );
  if (!isOpen)
    return (
      <Button variant="subtle" color="gray" aria-expanded={false} onClick={() => setOpen(true)}>
        {t('me.close')}
      </Button>
    );
  return (
    <Stack>
      <Text>{t('me.close_what')}</Text>
      <Text>{t('me.close_gifts')}</Text>
      <Text>{t('me.close_law')}</Text>
      <Checkbox
        size="md"
        label={t('me.close_sure')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      {close.isError && <ProblemNotice thrown={close.error} />}
      <Button
        disabled={!isSure}
        loading={close.isPending}
        onClick={() =>
          close.mutate(undefined, {
            onSuccess: () => {
              clearDraft();
              forgetAll();
              navigate('/', { replace: true });
              notifications.show({ message: t('me.closed') });
            },
          })
        }
      >
        {t('me.close_go')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
        {t('common.cancel')}
      </Button>
    </Stack>
  );
}
